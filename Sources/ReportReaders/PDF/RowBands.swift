internal import FiscalText

/// Tells which lines of text make one row, in a stretch of a table without rules between its rows.
///
/// Lines of a wrapped cell stand closer to each other than rows do, and a row has at most one
/// number in a column. How a row's cells are aligned, to the top, the middle or the bottom, does
/// not matter.
struct RowBands {
  /// A line of a cell.
  struct Line {
    var column: Int
    var baseline: Double
    /// Whether it is a whole number or a dash, of which a row has one.
    var isNumber: Bool

    init(column: Int, baseline: Double, isNumber: Bool) {
      self.column = column
      self.baseline = baseline
      self.isNumber = isNumber
    }

    init(_ line: TextLine, column: Int) {
      self.init(column: column, baseline: line.baseline, isNumber: line.isWholeNumber)
    }
  }

  /// The first and last baseline of each row, from top to bottom.
  let bands: [ClosedRange<Double>]

  /// Baselines that differ by less are one, in spite of different faces.
  static let slack = 2.0
  /// Lines of a wrapped cell are nearer than rows by this factor at least.
  static let tightness = 0.93
  /// Lines of wrapped cells are apart by the least distance on the page, but for what programs round
  /// and for faces of different heights: this much more at most.
  static let leadingSlack = 1.1
  /// Of this part of the numbers below each other the distance is not that of rows: they were
  /// broken over two lines.
  private static let brokenShare = 10

  /// More lines than a page has.
  private static let most = 3_000

  /// Nil if no column has two numbers, so that nothing tells how far rows are apart.
  init?(_ lines: [Line]) {
    guard lines.count <= Self.most, let pitch = Self.pitch(lines) else { return nil }
    let columns = Self.columns(lines)
    // Lines of wrapped cells stand as far apart everywhere.
    let reach = min(Self.tightness * pitch, Self.leadingSlack * Self.leading(columns))
    var open: [ClosedRange<Double>] = []
    for column in columns {
      var last: Double?
      for line in column {
        if let upper = last, line.baseline - upper < reach,
          !Self.areTwoRows(upper, line.baseline, lines)
        {
          let range = open[open.count - 1]
          open[open.count - 1] = range.lowerBound...max(range.upperBound, line.baseline)
        } else {
          open.append(line.baseline...line.baseline)
        }
        last = line.baseline
      }
    }
    bands = Self.merged(open)
  }

  /// Which row a baseline belongs to.
  func row(_ baseline: Double) -> Int? {
    var low = 0
    var high = bands.count
    while low < high {
      let middle = (low + high) / 2
      if bands[middle].upperBound + 0.01 < baseline { low = middle + 1 } else { high = middle }
    }
    return low < bands.count && bands[low].lowerBound - 0.01 <= baseline ? low : nil
  }

  /// The lines of each column from top to bottom.
  private static func columns(_ lines: [Line]) -> [[Line]] {
    let sorted = lines.sorted { ($0.column, $0.baseline) < ($1.column, $1.baseline) }
    return sorted.split { $0.column < $1.column }
  }

  /// The least distance of rows, but for a few numbers that were broken over two lines.
  private static func pitch(_ lines: [Line]) -> Double? {
    var distances: [Double] = []
    for column in columns(lines.filter(\.isNumber)) {
      for (upper, lower) in zip(column, column.dropFirst())
      where lower.baseline - upper.baseline > 2 * slack {
        distances.append(lower.baseline - upper.baseline)
      }
    }
    distances.sort()
    return distances.isEmpty ? nil : distances[distances.count / brokenShare]
  }

  /// The least distance of lines below each other.
  private static func leading(_ columns: [[Line]]) -> Double {
    var least = Double.infinity
    for column in columns {
      for (upper, lower) in zip(column, column.dropFirst())
      where lower.baseline - upper.baseline > 2 * slack {
        least = min(least, lower.baseline - upper.baseline)
      }
    }
    return least
  }

  /// Whether numbers stand beside both lines, or two in one column between them.
  private static func areTwoRows(_ upper: Double, _ lower: Double, _ lines: [Line]) -> Bool {
    let beside = lines.filter {
      $0.isNumber && $0.baseline >= upper - slack && $0.baseline <= lower + slack
    }
    if beside.contains(where: { $0.baseline <= upper + slack }),
      beside.contains(where: { $0.baseline >= lower - slack })
    {
      return true
    }
    return columns(beside).contains { column in
      guard let first = column.first, let last = column.last else { return false }
      return last.baseline - first.baseline > 2 * slack
    }
  }

  private static func merged(_ ranges: [ClosedRange<Double>]) -> [ClosedRange<Double>] {
    var merged: [ClosedRange<Double>] = []
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = merged.last, range.lowerBound <= last.upperBound + slack {
        merged[merged.count - 1] =
          last.lowerBound...max(last.upperBound, range.upperBound)
      } else {
        merged.append(range)
      }
    }
    return merged
  }
}

extension [RowBands.Line] {
  /// Parts sorted lines between neighbours that differ.
  fileprivate func split(between differ: (Element, Element) -> Bool) -> [[Element]] {
    var parts: [[Element]] = []
    for line in self {
      if let last = parts.last?.last, !differ(last, line) {
        parts[parts.count - 1].append(line)
      } else {
        parts.append([line])
      }
    }
    return parts
  }
}

extension TextLine {
  /// What the line is as the text of a cell.
  var cellNumber: CellNumber { CellNumber(plainText) }

  /// Whether the line is a number or a dash and nothing more.
  var isWholeNumber: Bool {
    switch cellNumber {
    case .number, .dash: true
    case .empty, .text: false
    }
  }

  /// Whether the line is a piece of a number: digits grouped as no number is, or ones that begin or
  /// end with a mark.
  var isPiece: Bool {
    let marks = [UInt8(ascii: ","), UInt8(ascii: ".")]
    if case .number(let token) = cellNumber { return token.form == .malformed }
    return plainText.first.map(marks.contains) ?? false
      || plainText.last.map(marks.contains) ?? false
  }

  /// Whether the line is an amount, or the dash that stands for none.
  var isAmount: Bool {
    switch cellNumber {
    case .number(let token): token.value.decimals > 0 || token.value.isGrouped
    case .dash: true
    case .empty, .text: false
    }
  }
}
