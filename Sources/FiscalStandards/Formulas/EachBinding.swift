/// What `*` stands for while a relation is looked at for one row and one column.
struct EachBinding: Hashable {
  var table: Int
  var block: Int
  /// The row of ``block``, if the formula has `*` for a row.
  var row: Int?
  /// The key of the column, if the formula has `*` for a column.
  var column: String?
}
