/// A worksheet as it is stored: its filled cells, as they print, and what is merged and hidden.
struct Sheet {
  struct Cell {
    var reference: CellReference
    var text: String
    /// Whether the cell holds a formula whose result the file does not keep.
    var isUncertain = false
  }

  var name: String
  /// By row, then column; empty cells are not listed.
  var cells: [Cell] = []
  var merges: [CellRange] = []
  var hiddenRows: Set<Int> = []
  var hiddenColumns: [ClosedRange<Int>] = []

  init(name: String) { self.name = name }
}
