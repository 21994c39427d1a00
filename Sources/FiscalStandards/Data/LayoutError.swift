public import FiscalText

/// Why a data file of `Layouts/` could not be used, with its place. The message is in Chinese.
public struct LayoutError: Error, Hashable, Sendable {
  public var path: String
  /// Nil where the file as a whole is meant.
  public var position: TextPosition?
  public var message: String

  public init(path: String, position: TextPosition? = nil, message: String) {
    self.path = path
    self.position = position
    self.message = message
  }
}

extension LayoutError: CustomStringConvertible {
  /// `path:line:column: message`
  public var description: String {
    guard let position else { return "\(path)：\(message)" }
    return "\(path):\(position.line):\(position.column)：\(message)"
  }
}
