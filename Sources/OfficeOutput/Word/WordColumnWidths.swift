internal import FiscalModel
internal import FiscalText

/// Solves the widths of a table's columns, in twentieths of a point, and the size of its text.
struct WordColumnWidths {
  /// 五号, in half points.
  static let usualSize = 21
  /// Smaller and smaller until the table fits: 小五, 六号, 小六, 七号.
  private static let sizes = [usualSize, 18, 15, 13, 11]
  /// The blank beside the text of a cell.
  static let blank = 130
  /// Words are wrapped at this many half widths of a character at the narrowest, and like to have
  /// as many as the second; those of heads, which stand over numbers, as many as the third.
  private static let (least, most, mostOfHead) = (8, 40, 10)

  private(set) var widths: [Int]
  let size: Int
  let total: Int
  /// Whether all fits at the usual size.
  let isComfortable: Bool

  var count: Int { widths.count }

  init(_ table: Table, total: Int) {
    self.total = total
    let cells = table.head.flatMap(\.self) + table.rows.flatMap(\.cells)
    let heads = table.head.reduce(0) { $0 + $1.count }
    let limit = Self.columnLimit
    let ends = cells.map { min($0.column, limit) + min(max(1, $0.columnSpan), limit) }
    let count = min(max(1, table.columns.count, ends.max() ?? 1), limit)
    var (needs, wishes) = ([Int](repeating: 2, count: count), [Int](repeating: 2, count: count))
    for (index, cell) in cells.enumerated()
    where cell.column >= 0 && cell.column < count && cell.columnSpan <= 1 {
      let width = Self.width(cell.text)
      let isWord = cell.number == .text
      let most = index < heads ? Self.mostOfHead : Self.most
      needs[cell.column] = max(needs[cell.column], isWord ? min(width, Self.least) : width)
      wishes[cell.column] = max(wishes[cell.column], isWord ? min(width, most) : width)
    }
    let rest = count * Self.blank
    func fits(_ size: Int) -> Bool { needs.reduce(0, +) * size * 5 + rest <= total }
    isComfortable = fits(Self.usualSize) && count <= 8
    size = Self.sizes.first(where: fits) ?? Self.sizes[Self.sizes.count - 1]
    let unit = size * 5
    widths = Self.solved(
      needs.map { $0 * unit + Self.blank }, wishes.map { $0 * unit + Self.blank }, total: total)
  }

  /// Word allows 63.
  private static let columnLimit = 63

  /// The widest line of a text in half widths of a character; a percent sign is wider than one.
  private static func width(_ text: TracedText) -> Int {
    text.string.split(separator: "\n").map { line in
      min(terminalWidth(String(line)) + line.utf8.count { $0 == UInt8(ascii: "%") }, 1000)
    }.max() ?? 0
  }

  /// What is needed, and of what is left to each in proportion to what it would like besides;
  /// where all is content, in proportion to what it has.
  private static func solved(_ needs: [Int], _ wishes: [Int], total: Int) -> [Int] {
    let base = needs.reduce(0, +)
    guard base < total else { return exact(needs.map { $0 * total / max(base, 1) }, total) }
    let wanted = wishes.reduce(0, +)
    guard wanted > total else { return exact(wishes.map { $0 * total / max(wanted, 1) }, total) }
    let widths = zip(needs, wishes).map { $0 + ($1 - $0) * (total - base) / max(wanted - base, 1) }
    return exact(widths, total)
  }

  /// The widths with what rounding lost given to the last one.
  private static func exact(_ widths: [Int], _ total: Int) -> [Int] {
    var widths = widths
    widths[widths.count - 1] += total - widths.reduce(0, +)
    return widths
  }
}
