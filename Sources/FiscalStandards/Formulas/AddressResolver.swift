internal import FiscalModel
internal import FiscalText

/// Finds the cells of addresses in a table index.
struct AddressResolver {
  enum Target {
    case cell(CellReference)
    /// A 科目 that a complete table does not have: it is zero.
    case zero
    case nothing
  }

  let index: TableIndex

  /// The blocks that an address may mean, and its row without the block's name.
  func blocks(_ address: Address) -> (table: Int, blocks: [Int], row: [String])? {
    guard let table = index.tableIndex(address.table) else { return nil }
    let all = index.tables[table].blocks.indices
    guard address.row.count > 1, let first = address.row.first else {
      return (table, Array(all), address.row)
    }
    var named = all.filter { index.tables[table].blocks[$0].name == first }
    if named.isEmpty {
      let name = Name(first)
      named = all.filter { Name(index.tables[table].blocks[$0].name) == name }
    }
    return named.isEmpty
      ? (table, Array(all), address.row) : (table, named, Array(address.row.dropFirst()))
  }

  func target(_ address: Address, _ binding: EachBinding?) -> Target {
    guard let (table, blocks, row) = blocks(address) else { return .nothing }
    let key = address.isEachColumn ? binding?.column : address.columnKey
    if address.isEachColumn, key == nil { return .nothing }
    var found: [CellReference] = []
    for block in blocks {
      let bound = index.tables[table].blocks[block]
      guard let column = bound.columnIndex(key),
        let row = rowIndex(row, of: bound, table: table, block: block, binding)
      else { continue }
      found.append(CellReference(table: table, block: block, row: row, column: column))
    }
    if found.count > 1 { found = found.filter { index.row($0).hasNumber } }
    if found.count == 1 { return .cell(found[0]) }
    guard found.isEmpty else { return .nothing }
    if isLeftOut(address, row, table, blocks, key, binding) { return .zero }
    guard let code = code(row, binding) else { return .nothing }
    return isZero(code, table, blocks, key) ? .zero : .nothing
  }

  /// Whether an address that says what to do without its row or column is without it.
  private func isLeftOut(
    _ address: Address, _ row: [String], _ table: Int, _ blocks: [Int], _ key: String?,
    _ binding: EachBinding?
  ) -> Bool {
    let bound = blocks.map { index.tables[table].blocks[$0] }
    if address.isColumnOptional, bound.allSatisfy({ $0.columnIndex(key) == nil }) {
      return index.tables[table].table.columns.allSatisfy { $0.key != nil }
    }
    guard address.isRowOptional, row != ["*"] else { return false }
    let name = row.joined(separator: "/")
    return bound.allSatisfy { block in
      block.rowIndex(name) == nil
        && !block.rows.contains { $0.code?.hasPrefix(name) ?? false }
    }
  }

  /// The row in a block that a path means, or that corresponds to the row that `*` stands for.
  func rowIndex(
    _ path: [String], of bound: BoundBlock, table: Int, block: Int, _ binding: EachBinding?
  ) -> Int? {
    guard path == ["*"] else {
      let name = path.joined(separator: "/")
      return bound.rowIndex(name) ?? bound.onlyRowIndex(name)
    }
    guard let binding, let row = binding.row else { return nil }
    if binding.table == table, binding.block == block { return row }
    let other = index.tables[binding.table].blocks[binding.block].rows[row]
    if let code = other.code { return bound.byCode[code] }
    return other.label.isEmpty ? nil : bound.rowIndex(other.formName ?? other.label)
  }

  private func code(_ row: [String], _ binding: EachBinding?) -> String? {
    if row == ["*"] {
      guard let binding, let row = binding.row else { return nil }
      return index.tables[binding.table].blocks[binding.block].rows[row].code
    }
    guard row.count == 1, ClassificationLevel(code: row[0]) != nil,
      row[0].utf8.allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    return row[0]
  }

  /// Whether a table's rows add up without the code, so that nothing of it is missing.
  private func isZero(_ code: String, _ table: Int, _ blocks: [Int], _ key: String?) -> Bool {
    guard blocks.count == 1 else { return false }
    let bound = index.tables[table].blocks[blocks[0]]
    switch bound.form.rows {
    case .functional, .economic: break
    case .listed, .free: return false
    }
    guard let column = bound.columnIndex(key),
      let ancestor = bound.ancestor(of: code), !bound.rows[ancestor].children.isEmpty
    else { return false }
    return addsUp(ancestor, bound, table, blocks[0], column)
  }

  /// Whether a row is printed as the sum of its parts.
  private func addsUp(
    _ row: Int, _ bound: BoundBlock, _ table: Int, _ block: Int, _ column: Int
  ) -> Bool {
    func value(_ row: Int) -> CellValue {
      index.value(CellReference(table: table, block: block, row: row, column: column))
    }
    guard case .value(let total) = value(row) else { return false }
    var sum = Interval.zero
    for child in bound.rows[row].children {
      guard case .value(let part) = value(child), let next = IntervalArithmetic.sum(sum, part)
      else { return false }
      sum = next
    }
    return sum.overlaps(total)
  }
}
