internal import FiscalStandards
internal import FiscalText

/// This year's tables, which are read beside last year's disclosure where there is one.
struct TablesAhead: Sendable {
  private let reader: DocumentReader
  private let operands: [String]
  private let readings = Memo<[String], DocumentReader.Bound>()
  private let isAhead: Bool

  /// - Parameter isAhead: whether to begin at once, by the layout that the tables seem to follow.
  init(_ reader: DocumentReader, _ operands: [String], isAhead: Bool) {
    self.reader = reader
    self.operands = operands
    self.isAhead = isAhead
    if isAhead {
      // An error shows when the tables are asked for.
      BackgroundThread.start { [self] in _ = try? ownReading() }
    }
  }

  /// The tables bound to a layout, or to the one that they seem to follow.
  func read(layout: String?) throws -> DocumentReader.Bound {
    if isAhead, let own = try? ownReading(), layout == nil || own.layout.name == layout {
      return own
    }
    return try reader.read(tables: operands, layout: layout)
  }

  private func ownReading() throws -> DocumentReader.Bound {
    try readings.value(of: operands) { try reader.read(tables: operands) }
  }
}
