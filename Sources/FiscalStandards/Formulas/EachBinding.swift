/// What `*` stands for while a relation is looked at for one row and one column.
struct EachBinding: Hashable {
  var table: Int
  var block: Int
  /// The row of ``block``, if the formula has `*` for a row.
  var row: Int?
  /// The column of ``block`` and its key, if the formula has `*` for a column.
  var column: Int?
  var key: String?
}
