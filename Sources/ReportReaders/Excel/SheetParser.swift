/// Reads a worksheet part from its stream of elements.
final class SheetParser: XMLHandler {
  /// More filled cells are no disclosure.
  static let cellLimit = 2_000_000

  /// Merged ranges; forms have some hundred.
  private static let mergeLimit = 20_000

  /// What has been read; cells are in order once the part is finished.
  private(set) var sheet: Sheet
  private let path: String
  private let workbook: Workbook
  private var showsZeros = true
  private var row = -1
  private var column = -1
  private var cell: OpenCell?
  private var isInValue = false

  private struct OpenCell {
    var type: String
    var style: Int
    var hasFormula = false
    var value: [UInt8] = []
    var inline = ExcelText()

    /// Whether the result of a formula was not kept; an empty text is a result.
    var lacksResult: Bool { hasFormula && value.isEmpty && type != "str" }
  }

  init(name: String, path: String, workbook: Workbook) {
    sheet = Sheet(name: name)
    self.path = path
    self.workbook = workbook
  }

  func start(_ element: XMLElement) throws(ReadError) {
    let name = element.name
    if cell != nil {
      startInCell(name)
    } else if name.isLocal("c") {
      startCell(element)
    } else if name.isLocal("row") {
      startRow(element)
    } else if name.isLocal("mergeCell") {
      if let range = element["ref"].flatMap({ CellRange($0) }),
        sheet.merges.count < Self.mergeLimit
      {
        sheet.merges.append(range)
      }
    } else if name.isLocal("col") {
      startColumns(element)
    } else if name.isLocal("sheetView") {
      if Self.isOff(element["showZeros"]) { showsZeros = false }
    }
  }

  func end(_ name: XMLName) throws(ReadError) {
    if name.isLocal("sheetData") { sortCells() }
    guard cell != nil else { return }
    if name.isLocal("c") {
      try endCell()
    } else {
      if name.isLocal("v") { isInValue = false }
      cell?.inline.end(name)
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard cell != nil else { return }
    if isInValue { cell?.value += bytes } else { cell?.inline.append(bytes) }
  }

  private static func isOff(_ value: String?) -> Bool { value == "0" || value == "false" }
  private static func isOn(_ value: String?) -> Bool { value == "1" || value == "true" }

  private func startRow(_ element: XMLElement) {
    let number = element["r"].flatMap { Int($0) }.map { $0 - 1 } ?? row + 1
    row = min(max(number, 0), CellReference.rowLimit - 1)
    column = -1
    if Self.isOn(element["hidden"]) { sheet.hiddenRows.insert(row) }
  }

  private func startColumns(_ element: XMLElement) {
    guard Self.isOn(element["hidden"]), let first = element["min"].flatMap({ Int($0) }),
      let last = element["max"].flatMap({ Int($0) }), first >= 1, first <= last
    else { return }
    sheet.hiddenColumns.append((first - 1)...(last - 1))
  }

  private func startCell(_ element: XMLElement) {
    if let reference = element["r"].flatMap({ CellReference($0) }) {
      (row, column) = (reference.row, reference.column)
    } else {
      column += 1
    }
    cell = OpenCell(
      type: element["t"] ?? "n", style: element["s"].flatMap { Int($0) } ?? 0)
  }

  private func startInCell(_ name: XMLName) {
    if name.isLocal("f") { cell?.hasFormula = true }
    if name.isLocal("v") { isInValue = true }
    cell?.inline.start(name)
  }

  private func endCell() throws(ReadError) {
    guard let cell else { return }
    self.cell = nil
    let isUncertain = cell.lacksResult
    let text = text(of: cell)
    guard !text.isEmpty || isUncertain, column < CellReference.columnLimit else { return }
    guard sheet.cells.count < Self.cellLimit else {
      throw ReadError(path: path, message: "单元格过多，不像正常的公开文件，拒绝读取", place: sheet.name)
    }
    sheet.cells.append(
      Sheet.Cell(
        reference: CellReference(row: max(row, 0), column: column), text: text,
        isUncertain: isUncertain))
  }

  /// Programs write cells in order; where one did not, the last of two with one address counts.
  private func sortCells() {
    func isBefore(_ left: Sheet.Cell, _ right: Sheet.Cell) -> Bool {
      (left.reference.row, left.reference.column) < (right.reference.row, right.reference.column)
    }
    let pairs = zip(sheet.cells, sheet.cells.dropFirst())
    if pairs.allSatisfy({ isBefore($0, $1) }) { return }
    var latest: [CellReference: Sheet.Cell] = [:]
    for cell in sheet.cells { latest[cell.reference] = cell }
    sheet.cells = latest.values.sorted(by: isBefore)
  }

  /// What the cell prints.
  private func text(of cell: OpenCell) -> String {
    let value = String(decoding: cell.value, as: UTF8.self)
    let format = workbook.formats[cell.style]
    switch cell.type {
    case "s":
      guard let index = Int(value), workbook.strings.indices.contains(index) else { return "" }
      return format.text(workbook.strings[index])
    case "inlineStr": return format.text(cell.inline.string)
    case "str": return format.text(value)
    case "b": return value == "1" || value == "true" ? "TRUE" : value.isEmpty ? "" : "FALSE"
    case "e", "d": return value
    default:
      guard let number = DecimalValue(value) else { return value }
      if number.isZero, !showsZeros { return "" }
      return format.text(number, uses1904: workbook.uses1904)
    }
  }
}
