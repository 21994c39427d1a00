/// How a table is fitted to the page: upright, else turned, else in smaller type, else cut into
/// pieces of columns.
struct TablePlan {
  struct Piece {
    /// The columns of the table that stand in the piece.
    var columns: [Int]
    /// How many of them were shown in an earlier piece.
    var shown: Int
  }

  var isLandscape: Bool
  /// The factor on the table's own size of type.
  var scale: Double
  var pieces: [Piece]

  /// - Parameters:
  ///   - needs: of the columns, at the table's own size, padding left out.
  ///   - padding: beside the text of a cell, both sides together.
  ///   - labels: the leading columns that name the rows.
  init(
    needs: ColumnSolver, padding: Double, portrait: Double, landscape: Double,
    smallest: Double, labels: Int
  ) {
    let count = needs.columns.count
    let blank = padding * Double(count)
    let whole = [Piece(columns: Array(0..<count), shown: 0)]
    if needs.comfortable + blank <= portrait {
      (isLandscape, scale, pieces) = (false, 1, whole)
      return
    }
    isLandscape = true
    scale = min(1, max(smallest, (landscape - blank) / max(needs.comfortable, 1)))
    if needs.comfortable * scale + blank <= landscape + 0.01 {
      pieces = whole
      return
    }
    if needs.least * scale + blank <= landscape {
      pieces = whole
      return
    }
    let widths = needs.columns.map { $0.least * smallest + padding }
    pieces = Self.cut(widths, landscape, labels: labels)
  }

  /// The plan in smaller type.
  func scaled(by factor: Double) -> TablePlan {
    var plan = self
    plan.scale *= factor
    return plan
  }

  /// Cuts the columns so that each piece starts with the labels.
  private static func cut(_ widths: [Double], _ total: Double, labels: Int) -> [Piece] {
    let labelWidth = widths.prefix(labels).reduce(0, +)
    let labels = labelWidth <= total * 0.5 ? labels : 0
    let room = total - widths.prefix(labels).reduce(0, +)
    let pieces = pieces(widths, room, labels)
    // No few columns are left for the last piece: all get about as much.
    var (narrow, wide) = (room / 2, room)
    var best = pieces
    for _ in 0..<8 where pieces.count > 1 {
      let middle = (narrow + wide) / 2
      let candidate = Self.pieces(widths, middle, labels)
      if candidate.count == pieces.count {
        (best, wide) = (candidate, middle)
      } else {
        narrow = middle
      }
    }
    return best
  }

  /// As many columns in each piece as find room beside the labels.
  private static func pieces(_ widths: [Double], _ room: Double, _ labels: Int) -> [Piece] {
    var pieces: [Piece] = []
    var columns: [Int] = []
    var used = 0.0
    for column in labels..<widths.count {
      if used + widths[column] > room, !columns.isEmpty {
        pieces.append(
          Piece(columns: Array(0..<labels) + columns, shown: pieces.isEmpty ? 0 : labels))
        (columns, used) = ([], 0)
      }
      columns.append(column)
      used += widths[column]
    }
    if !columns.isEmpty {
      pieces.append(Piece(columns: Array(0..<labels) + columns, shown: pieces.isEmpty ? 0 : labels))
    }
    return pieces
  }
}
