/// A cell of a ``TableIndex``.
public struct CellReference: Hashable, Sendable {
  /// Indices into ``TableIndex/tables``, ``BoundTable/blocks``, ``BoundBlock/rows``.
  public var table: Int
  public var block: Int
  public var row: Int
  /// The index into ``BoundBlock/columns``.
  public var column: Int

  public init(table: Int, block: Int, row: Int, column: Int) {
    self.table = table
    self.block = block
    self.row = row
    self.column = column
  }
}
