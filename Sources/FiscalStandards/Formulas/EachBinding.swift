/// What `*` stands for while a relation is looked at for one row and one column.
struct EachBinding: Hashable {
  var table: Int
  var block: Int
  /// The row of ``block``, if the formula has `*` for a row.
  var row: Int?
  /// The column of ``block``, if the formula has `*` for a column.
  var column: Int?
}

extension TableIndex {
  /// The key of the column that `*` stands for; nil if it stands for none.
  func key(_ binding: EachBinding?) -> String? {
    guard let binding, let column = binding.column else { return nil }
    return tables[binding.table].blocks[binding.block].columns[column].key
  }
}
