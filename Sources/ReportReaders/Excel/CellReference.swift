/// The address of a cell, 0-based inside the program, `B7` for people.
struct CellReference: Hashable {
  static let columnLimit = 16_384
  static let rowLimit = 1_048_576

  var row: Int
  var column: Int

  init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }

  /// Reads `B7` or `$B$7`; nil for anything else and for cells that no sheet has.
  init?(_ text: some StringProtocol) {
    var column = 0
    var row = 0
    var sawDigit = false
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "$"): continue
      case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"):
        guard !sawDigit else { return nil }
        column = column * 26 + Int(byte & 0x1F)
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        sawDigit = true
        row = row * 10 + Int(byte - UInt8(ascii: "0"))
      default: return nil
      }
      guard column <= Self.columnLimit, row <= Self.rowLimit else { return nil }
    }
    guard column > 0, row > 0 else { return nil }
    self.init(row: row - 1, column: column - 1)
  }

  var text: String { Self.columnName(column) + String(row + 1) }

  /// A, B … Z, AA …
  static func columnName(_ column: Int) -> String {
    var letters: [UInt8] = []
    var rest = column + 1
    while rest > 0 {
      rest -= 1
      letters.append(UInt8(ascii: "A") + UInt8(rest % 26))
      rest /= 26
    }
    return String(decoding: letters.reversed(), as: UTF8.self)
  }
}

/// A rectangle of cells, such as `A2:G2`.
struct CellRange: Hashable {
  var first: CellReference
  var last: CellReference

  init?(_ text: String) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count <= 2, let one = parts.first.flatMap({ CellReference($0) }),
      let other = parts.last.flatMap({ CellReference($0) })
    else { return nil }
    first = CellReference(row: min(one.row, other.row), column: min(one.column, other.column))
    last = CellReference(row: max(one.row, other.row), column: max(one.column, other.column))
  }
}
