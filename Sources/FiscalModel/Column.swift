/// A column of a table, named by the spanned heads above it: 本年支出/小计.
public struct Column: Hashable, Sendable {
  /// From the top head to the column's own, without spaces inside.
  public var path: [String]
  /// What the column holds in its form; nil if the table was not recognised.
  public var key: String?

  public init(path: [String], key: String? = nil) {
    self.path = path
    self.key = key
  }

  /// The path as one name, parts joined by a slash.
  public var name: String { path.joined(separator: "/") }
}
