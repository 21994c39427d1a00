internal import FiscalModel
internal import FiscalText

/// Reads the blocks and rows out of a bound table.
struct TableReading {
  private static let totalNames = ["合计", "总计"].map { Name($0) }
  /// The row that numbers the columns.
  private static let numberRowNames = ["栏次", "行次", "序号"].map { Name($0) }

  private let table: Table
  private let id: String
  private let form: TableForm
  private let grid: CellGrid

  init(_ table: Table, id: String, form: TableForm) {
    self.table = table
    self.id = id
    self.form = form
    grid = CellGrid(table)
  }

  func bound() -> BoundTable {
    let runs = blockColumns()
    var drafts = runs.enumerated().map { rank, columns in
      draft(form.blocks[min(rank, form.blocks.count - 1)], columns)
    }
    for rank in drafts.indices.dropLast() { moveDisplacedTotals(&drafts, from: rank) }
    let unit = table.unit ?? form.unit
    for rank in drafts.indices { RowBinding.bind(&drafts[rank]) }
    let blocks = drafts.map { BoundBlock($0, values: values($0, unit)) }
    return BoundTable(id: id, table: table, form: form, blocks: blocks, unit: unit)
  }

  /// The keyed columns, block by block: a label after an amount starts a new one.
  private func blockColumns() -> [[BoundColumn]] {
    var runs: [[BoundColumn]] = []
    var hasAmount = true
    for (index, column) in table.columns.enumerated() {
      guard let key = column.key, let content = content(of: key, rank: runs.count) else { continue }
      let isLabel = [.code, .name, .lineNumber].contains(content)
      if hasAmount, isLabel || runs.isEmpty {
        runs.append([])
        hasAmount = false
      }
      if !isLabel { hasAmount = true }
      runs[runs.count - 1].append(
        BoundColumn(
          key: key, content: content, index: index, hasValues: hasValues(index),
          hasDecimals: content == .amount && hasDecimals(index)))
    }
    return runs
  }

  private func content(of key: String, rank: Int) -> ColumnForm.Content? {
    let blocks = form.blocks
    let current = blocks[min(max(rank - 1, 0), blocks.count - 1)]
    let next = blocks[min(rank, blocks.count - 1)]
    for block in [current, next] {
      if let column = form.columns[block.columns].first(where: { $0.key == key }) {
        return column.content
      }
    }
    return form.columns.first { $0.key == key }?.content
  }

  private func hasValues(_ column: Int) -> Bool {
    table.rows.indices.contains { isNumber($0, column) }
  }

  private func hasDecimals(_ column: Int) -> Bool {
    table.rows.indices.contains { row in
      guard let cell = grid.cell(row, column),
        case .number(let token) = table.rows[row].cells[cell].number
      else { return false }
      return token.value.decimals > 0
    }
  }

  private func isNumber(_ row: Int, _ column: Int) -> Bool {
    guard let cell = grid.cell(row, column) else { return false }
    if case .number = table.rows[row].cells[cell].number { return true }
    return false
  }

  private func text(_ row: Int, _ column: Int) -> [UInt8] {
    grid.cell(row, column).map { table.rows[row].cells[$0].text.utf8 } ?? []
  }

  /// What the cells of a block are worth, row by row.
  private func values(_ block: BlockDraft, _ unit: AmountUnit) -> [CellValue] {
    var values: [CellValue] = []
    values.reserveCapacity(block.rows.count * block.columns.count)
    for rank in block.rows.indices {
      let row = block.rows[rank].index
      let isUncertain = table.rows[row].isUncertain
      for column in block.columns {
        let cell = grid.cell(row, column.index).map { table.rows[row].cells[$0] }
        values.append(CellValue(cell, in: column, unit: unit, isRowUncertain: isUncertain))
      }
    }
    return values
  }

  /// A total at the foot of a block that goes on in the next one (公用经费合计) has its amount in
  /// the last one's column.
  private func moveDisplacedTotals(_ drafts: inout [BlockDraft], from rank: Int) {
    guard drafts[rank].columns.map(\.key) == drafts[rank + 1].columns.map(\.key) else { return }
    var kept: [BoundRow] = []
    for row in drafts[rank].rows {
      let isDisplaced =
        row.code == nil && !hasNumber(row.index, drafts[rank].columns)
        && hasNumber(row.index, drafts[rank + 1].columns)
      let same = drafts[rank + 1].rows.first { $0.index == row.index }
      if !isDisplaced || (same != nil && same?.label != row.label) {
        kept.append(row)
      } else if same == nil {
        var moved = row
        moved.hasNumber = true
        drafts[rank + 1].rows.append(moved)
      }
    }
    drafts[rank].rows = kept
  }

  private func draft(_ form: BlockForm, _ columns: [BoundColumn]) -> BlockDraft {
    var block = BlockDraft(form: form, columns: columns)
    let labels = LabelColumns(columns)
    var codes = CodeReading()
    for index in table.rows.indices {
      if let row = row(index, labels, &codes) { block.rows.append(row) }
    }
    return block
  }

  /// Where the columns of a block stand that say what a row is, and the others.
  private struct LabelColumns {
    let codes: [Int]
    let name: Int?
    let lineNumber: Int?
    let others: [Int]

    init(_ columns: [BoundColumn]) {
      func indices(_ contents: [ColumnForm.Content]) -> [Int] {
        columns.filter { contents.contains($0.content) }.map(\.index)
      }
      codes = indices([.code])
      name = indices([.name]).first
      lineNumber = indices([.lineNumber]).first
      others = columns.map(\.index).filter { !indices([.code, .name, .lineNumber]).contains($0) }
    }
  }

  private func row(
    _ index: Int, _ columns: LabelColumns, _ codes: inout CodeReading
  ) -> BoundRow? {
    let hasLabels = columns.name != nil || !columns.codes.isEmpty
    let hasNumber = columns.others.contains { isNumber(index, $0) }
    let cells = columns.codes.map { text(index, $0) }
    var label = columns.name.map { text(index, $0) } ?? []
    var code = codes.read(cells)
    // A total's label stands in the code column, or in a cell over both.
    if code == nil, let printed = cells.first(where: { !Name(utf8: $0).isEmpty }),
      Name(utf8: label).isEmpty || Name(utf8: label) == Name(utf8: printed)
    {
      label = printed
    }
    if code == nil, !columns.codes.isEmpty, let (found, length) = Self.leadingCode(label) {
      code = found
      label = Array(label[length...])
    }
    let name = Name(label: label)
    let isEmpty = (name.isEmpty && code == nil) || Self.numberRowNames.contains(name)
    guard hasLabels ? !isEmpty : hasNumber else { return nil }
    return BoundRow(
      index: index, label: name.string, ordinal: Self.ordinal(label), code: code,
      isCodePrinted: code != nil, level: code.flatMap { ClassificationLevel(code: $0) },
      isOfWhich: Self.isOfWhich(label), isCount: name.endsWithCountUnit, hasNumber: hasNumber,
      lineNumber: columns.lineNumber.flatMap { Self.integer(text(index, $0)) },
      isTotal: code == nil && Self.totalNames.contains(name), formName: nil, formRank: nil,
      parent: nil, children: [])
  }

  private func hasNumber(_ index: Int, _ columns: [BoundColumn]) -> Bool {
    columns.contains { column in
      ![.code, .name, .lineNumber].contains(column.content) && isNumber(index, column.index)
    }
  }

  /// A code printed in the cell of its name: `2013201 行政运行`.
  private static func leadingCode(_ label: [UInt8]) -> (code: String, length: Int)? {
    let digits = label.prefix { (0x30...0x39).contains($0) }
    guard [3, 5, 7].contains(digits.count), digits.count < label.count else { return nil }
    return (String(decoding: digits, as: UTF8.self), digits.count)
  }

  private static func ordinal(_ label: [UInt8]) -> Int? {
    guard let number = HeadingNumber.scan(label), number.style != .part else { return nil }
    return number.value
  }

  private static let ofWhich = [UInt8]("其中".utf8)

  private static func isOfWhich(_ label: [UInt8]) -> Bool {
    label.firstOffset(of: ofWhich) != nil
  }

  private static func integer(_ text: [UInt8]) -> Int? {
    CellNumber(text).value.flatMap { $0.decimals == 0 ? Int(exactly: $0.mantissa) : nil }
  }
}
