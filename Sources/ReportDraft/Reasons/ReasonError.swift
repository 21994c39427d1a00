/// What is wrong with a line of a file of reasons or of prior numbers, in Chinese.
public struct ReasonError: Error, CustomStringConvertible {
  /// 1-based.
  public var line: Int
  public var message: String

  public var description: String { "第 \(line) 行：\(message)" }
}
