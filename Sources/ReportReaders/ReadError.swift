/// Why a file cannot be read at all. What is merely not understood is no error: it stays in the
/// report as an unrecognised block.
public struct ReadError: Error, CustomStringConvertible {
  public var path: String
  /// What is wrong and what to do, in Chinese, for a clerk.
  public var message: String
  /// Where in the file, such as 第 3 行第 7 列; nil if it is about the whole file.
  public var place: String?

  public init(path: String, message: String, place: String? = nil) {
    self.path = path
    self.message = message
    self.place = place
  }

  public var description: String {
    place.map { "\(path)：\($0)：\(message)" } ?? "\(path)：\(message)"
  }
}
