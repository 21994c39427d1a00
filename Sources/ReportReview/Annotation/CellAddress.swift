/// The 0-based column and row of a reference such as `B7`.
struct CellAddress {
  let column: Int
  let row: Int

  init?(_ reference: String) {
    var column = 0
    var row = 0
    var digits = 0
    for byte in reference.utf8 {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z") where digits == 0 && column < 20_000:
        column = column * 26 + Int(byte - 0x40)
      case UInt8(ascii: "0")...UInt8(ascii: "9") where digits < 8:
        row = row * 10 + Int(byte - 0x30)
        digits += 1
      default: return nil
      }
    }
    guard column > 0, row > 0 else { return nil }
    (self.column, self.row) = (column - 1, row - 1)
  }
}
