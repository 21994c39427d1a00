internal import FiscalModel
internal import FiscalText

/// A cell in its place in the grid of a table.
struct GridCell {
  var text: TracedText
  var number: CellNumberKind
  /// The number that the text says.
  var value: PrintedNumber?
  var column: Int
  var columnSpan: Int
  var rowSpan: Int
  /// Whether the text was printed already, in an earlier piece of a table that was cut by columns.
  var isRepeated = false

  /// The shaped text at the table's own size; nil where the cell is empty.
  var paragraph: ShapedParagraph?
  var alignment = Alignment.left
  /// In ems, at the left.
  var indent = 0.0
  /// The width of what stands from the decimal point on.
  var fraction = 0.0
  var role = StructureElement.Role.tableData
  var scope: StructureElement.Scope?
  var element: Int?
  /// Whether it stands in the row of a 类.
  var isTopLevel = false

  enum Alignment { case left, center, decimal }

  enum CellNumberKind { case empty, dash, number, text }

  init(_ cell: Cell) {
    text = cell.text
    number =
      switch cell.number {
      case .empty: .empty
      case .dash: .dash
      case .number: .number
      case .text: .text
      }
    value = cell.number.value
    column = cell.column
    columnSpan = cell.columnSpan
    rowSpan = cell.rowSpan
  }

  init(emptyAt column: Int) {
    text = TracedText()
    number = .empty
    self.column = column
    columnSpan = 1
    rowSpan = 1
  }

  init(head title: String, column: Int, columnSpan: Int, rowSpan: Int) {
    text = TracedText(title)
    number = .text
    self.column = column
    self.columnSpan = columnSpan
    self.rowSpan = rowSpan
  }
}
