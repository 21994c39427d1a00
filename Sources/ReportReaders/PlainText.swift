/// Text files of people, whatever program wrote them.
public enum PlainText {
  /// The text of a file in UTF-8, UTF-16 or GB 18030, without its byte order mark.
  ///
  /// - Throws: a ``ReadError`` if the file cannot be read or is no text.
  public static func read(_ path: String) throws(ReadError) -> String {
    let bytes = try TextDecoding.utf8(try Files.read(path), path: path)
    return String(decoding: bytes, as: UTF8.self)
  }
}
