/// Reads single parts of an Office file, for programs that put something into it.
public enum PackageParts {
  /// The unpacked parts of the given names, by name, as far as the file has them.
  ///
  /// - Throws: a ``ReadError`` if the file is damaged, encrypted or beyond the limits.
  public static func read(
    _ names: [String], of bytes: [UInt8], path: String
  ) throws(ReadError) -> [String: [UInt8]] {
    var archive = try ZipArchive(path: path, bytes: bytes)
    var parts: [String: [UInt8]] = [:]
    for name in names { parts[name] = try archive.read(name) }
    return parts
  }
}
