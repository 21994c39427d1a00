/// A section of a data file: its head `[词 参数]` and the lines up to the next head.
public struct DataSection: Sendable {
  public var keyword: DataToken
  public var argument: DataToken?
  public var entries: [DataEntry]
}
