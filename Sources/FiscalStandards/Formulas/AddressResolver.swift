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

  /// Looks up what does not depend on `*`.
  func bound(_ address: Address) throws(EvaluationFailure) -> BoundAddress {
    guard let table = index.tableIndex(address.table) else { throw .absent(address) }
    let (blocks, row) = blocks(address, table)
    let name = String(path: row)
    var places: [BoundAddress.Place] = []
    for block in blocks {
      let bound = index.tables[table].blocks[block]
      var place = BoundAddress.Place(block: block)
      if !address.isEachColumn {
        place.column = bound.columnIndex(address.columnKey)
        if place.column == nil { continue }
      }
      if row != ["*"] {
        place.row = bound.rowIndex(name) ?? bound.onlyRowIndex(name)
        if place.row == nil { continue }
      }
      places.append(place)
    }
    return BoundAddress(address, table: table, blocks: blocks, places: places, row: row)
  }

  /// The blocks that an address may mean, and its row without the block's name.
  private func blocks(_ address: Address, _ table: Int) -> (blocks: [Int], row: [String]) {
    let all = index.tables[table].blocks.indices
    guard address.row.count > 1, let first = address.row.first else {
      return (Array(all), address.row)
    }
    var named = all.filter { index.tables[table].blocks[$0].name.hasSameBytes(as: first) }
    if named.isEmpty {
      let name = Name(first)
      named = all.filter { Name(index.tables[table].blocks[$0].name) == name }
    }
    return named.isEmpty ? (Array(all), address.row) : (named, Array(address.row.dropFirst()))
  }

  func target(_ bound: BoundAddress, _ binding: EachBinding?) -> Target {
    var found: CellReference?
    var others: [CellReference] = []
    for place in bound.places {
      guard let cell = cell(place, bound, binding) else { continue }
      if found == nil { found = cell } else { others.append(cell) }
    }
    guard let found else { return zero(bound, binding) }
    guard !others.isEmpty else { return .cell(found) }
    let filled = ([found] + others).filter { index.row($0).hasNumber }
    return filled.count == 1 ? .cell(filled[0]) : .nothing
  }

  private func cell(
    _ place: BoundAddress.Place, _ bound: BoundAddress, _ binding: EachBinding?
  ) -> CellReference? {
    guard let row = place.row ?? row(place.block, bound, binding),
      let column = place.column ?? column(place.block, bound, binding)
    else { return nil }
    return CellReference(table: bound.table, block: place.block, row: row, column: column)
  }

  private func column(
    _ block: Int, _ bound: BoundAddress, _ binding: EachBinding?
  ) -> Int? {
    guard let binding, let column = binding.column else { return nil }
    if binding.table == bound.table, binding.block == block { return column }
    return index.key(binding).flatMap { index.tables[bound.table].blocks[block].columnIndex($0) }
  }

  /// The row that corresponds to the one that `*` stands for: itself, or that of the same code or
  /// label in another block.
  private func row(_ block: Int, _ bound: BoundAddress, _ binding: EachBinding?) -> Int? {
    guard let binding, let row = binding.row else { return nil }
    if binding.table == bound.table, binding.block == block { return row }
    if let code = index.tables[binding.table].blocks[binding.block].rows[row].code {
      return index.tables[bound.table].blocks[block].lookup.byCode[code]
    }
    let other = index.tables[binding.table].blocks[binding.block].rows[row]
    guard !other.label.isEmpty else { return nil }
    return index.tables[bound.table].blocks[block].rowIndex(other.formName ?? other.label)
  }

  /// What an address without cell is worth: nothing known, mostly.
  private func zero(_ bound: BoundAddress, _ binding: EachBinding?) -> Target {
    let address = bound.address
    let key = address.isEachColumn ? index.key(binding) : address.columnKey
    if address.isEachColumn, key == nil { return .nothing }
    if isLeftOut(address, bound.row, bound.table, bound.blocks, key) { return .zero }
    guard let code = code(bound.row, binding) else { return .nothing }
    return isZero(code, bound.table, bound.blocks, key) ? .zero : .nothing
  }

  /// Whether an address that says what to do without its row or column is without it.
  private func isLeftOut(
    _ address: Address, _ row: [String], _ table: Int, _ blocks: [Int], _ key: String?
  ) -> Bool {
    let bound = blocks.map { index.tables[table].blocks[$0] }
    if address.isColumnOptional, bound.allSatisfy({ $0.columnIndex(key) == nil }) {
      return index.tables[table].table.columns.allSatisfy { $0.key != nil }
    }
    guard address.isRowOptional, row != ["*"] else { return false }
    let name = String(path: row)
    return bound.allSatisfy { block in
      block.rowIndex(name) == nil
        && !block.rows.contains { $0.code?.hasPrefix(name) ?? false }
        && !block.hasUnlistedAmounts
    }
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
