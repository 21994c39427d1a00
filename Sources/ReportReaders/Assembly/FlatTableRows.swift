internal import FiscalModel
internal import FiscalText

/// Makes tables of flattened ones: each line a row, each word a cell at its rank. In which column
/// a cell stands is worked out later; until then it is uncertain.
enum FlatTableRows {
  /// The pieces with tables in place of the flattened ones.
  static func read(in pieces: [Piece], _ threads: Threads) -> [Piece] {
    var pieces = pieces
    let flats = pieces.enumerated().compactMap { index, piece -> (index: Int, flat: FlatTable)? in
      if case .flat(let flat) = piece { (index, flat) } else { nil }
    }
    let sizes = flats.map { $0.flat.lines.count }
    let tables = threads.map(flats.count, sizes: sizes) { table(flats[$0].flat) }
    for (place, table) in zip(flats, tables) { pieces[place.index] = .block(.table(table)) }
    return pieces
  }

  private static func table(_ flat: FlatTable) -> Table {
    var table = Table(kind: flat.isPerformance ? .performance : .generic)
    table.mayBeTorn = true
    flat.caption.apply(to: &table)
    table.notes = flat.notes
    if flat.isPerformance {
      PerformanceSheet.read(flat, into: &table)
      return table
    }
    table.rows = RepeatedHead.dropped(from: flat.lines).map { line in
      Row(
        words(line.bytes).enumerated().map { rank, range in
          Cell(line.text.slice(range), column: rank, isUncertain: true)
        })
    }
    let columns = table.rows.lazy.map { $0.cells.count }.max() ?? 0
    table.columns = (0..<columns).map { _ in Column(path: []) }
    return table
  }

  /// The stretches between white space.
  static func words(_ bytes: [UInt8]) -> [Range<Int>] {
    var words: [Range<Int>] = []
    words.reserveCapacity(8)
    var start: Int?
    var offset = 0
    while offset < bytes.count {
      let (scalar, length) = decodeScalar(bytes, at: offset)
      if isSpace(scalar) {
        if let begin = start { words.append(begin..<offset) }
        start = nil
      } else if start == nil {
        start = offset
      }
      offset += length
    }
    if let begin = start { words.append(begin..<bytes.count) }
    return words
  }
}
