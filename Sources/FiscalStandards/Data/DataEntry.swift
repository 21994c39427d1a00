/// A line `键 参数：值 | 值` of a data file.
public struct DataEntry: Sendable {
  public var key: DataToken
  /// What stands between the key and the colon, or nil.
  public var argument: DataToken?
  /// The bytes of the file behind the colon, without the space around them.
  var whole: Range<Int>
  /// The value parted at its bars; empty if nothing stands behind the colon.
  public var values: [DataToken]
}
