internal import FiscalModel
internal import Glibc

/// The left and right edge of the running text on pages of one size.
struct Measure: Sendable {
  var left: Double
  var right: Double

  /// The size of a page in whole points.
  struct PageSize: Hashable {
    let width: Int
    let height: Int

    init(_ page: PageLayout) {
      width = Int(page.width)
      height = Int(page.height)
    }
  }

  /// The edges for each size of page that has lines.
  static func measures(of pages: [PageLayout]) -> [PageSize: Measure] {
    var lines: [PageSize: [TextLine]] = [:]
    for page in pages {
      // Those of a column have a measure of their own.
      lines[PageSize(page), default: []].append(contentsOf: page.lines.filter { $0.column == nil })
    }
    return lines.reduce(into: [:]) { measures, entry in
      measures[entry.key] = Measure(entry.value, pageWidth: Double(entry.key.width))
    }
  }

  init(left: Double, right: Double) {
    self.left = left
    self.right = right
  }

  /// Nil without lines.
  private init?(_ lines: [TextLine], pageWidth: Double) {
    guard !lines.isEmpty else { return nil }
    left = Self.edge(lines.map(\.box.x))
    right = -Self.edge(lines.map { -$0.end })
    // Where no line is full, short ones that happen to end together make no edge: then margins
    // are alike.
    if right < 0.65 * pageWidth { right = max(right, pageWidth - 1.35 * left) }
  }

  /// The first place from the left at which several lines begin; a single line that sticks out
  /// does not make an edge.
  private static func edge(_ places: [Double]) -> Double {
    let sorted = places.sorted()
    let needed = max(2, sorted.count / 12)
    var start = 0
    for end in sorted.indices {
      while sorted[end] - sorted[start] > 3 { start += 1 }
      if end - start + 1 >= needed { return sorted[start] }
    }
    return sorted[0]
  }
}
