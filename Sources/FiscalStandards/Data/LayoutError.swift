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

  /// An error at a byte of a file.
  public init(_ message: String, in source: SourceText, at offset: Int) {
    self.init(path: source.path, position: source.position(at: offset), message: message)
  }
}

extension SourceText {
  /// - Throws: a ``LayoutError`` at the first byte that is no UTF-8.
  public func requireUTF8() throws(LayoutError) {
    guard let offset = UTF8Validity.firstInvalidByte(bytes) else { return }
    throw LayoutError("不是有效的 UTF-8 文字，请用 UTF-8 编码另存", in: self, at: offset)
  }
}

extension LayoutError: CustomStringConvertible {
  /// `path:line:column: message`
  public var description: String {
    guard let position else { return "\(path)：\(message)" }
    return "\(path):\(position.line):\(position.column)：\(message)"
  }
}
