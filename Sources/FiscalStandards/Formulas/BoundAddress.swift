/// An address of which table, blocks and columns have been looked up, so that only the row that
/// `*` stands for is left to find.
final class BoundAddress: Sendable {
  /// A block that the address may mean.
  struct Place: Sendable {
    var block: Int
    /// Nil if the column is `*`.
    var column: Int?
    /// Nil if the row is `*`.
    var row: Int?
  }

  let address: Address
  let table: Int
  /// The blocks by their names; those that lack the row or column are not among ``places``.
  let blocks: [Int]
  let places: [Place]
  /// The row without its block's name.
  let row: [String]
  let isEachRow: Bool
  let isEachColumn: Bool

  init(
    _ address: Address, table: Int, blocks: [Int], places: [Place], row: [String]
  ) {
    self.address = address
    self.table = table
    self.blocks = blocks
    self.places = places
    self.row = row
    isEachRow = row == ["*"]
    isEachColumn = address.isEachColumn
  }

  /// Whether what it leads to depends on the row or column that `*` stands for.
  var isEach: Bool { isEachRow || isEachColumn }
}
