/// Why a formula could not be read. The message is in Chinese.
public struct FormulaError: Error, Hashable, Sendable {
  /// The byte of the formula's text at which it stands.
  public var offset: Int
  public var message: String

  public init(offset: Int, message: String) {
    self.offset = offset
    self.message = message
  }
}
