/// The distance between the lines of a paragraph, as most of a document has it.
///
/// Where paragraphs are set further apart than their lines, that tells where one ends which fills
/// its last line.
struct Leading: Sendable {
  /// In font sizes.
  private let usual: Double

  /// Nil where too few lines say.
  init?(_ pages: [PageLayout], measures: [Measure.PageSize: Measure]) {
    var distances: [Double] = []
    for page in pages {
      guard let measure = measures[Measure.PageSize(page)] else { continue }
      for (item, next) in zip(page.items, page.items.dropFirst()) {
        guard case .line(let line) = item, case .line(let next) = next, line.column == nil,
          !Self.endsSentence(line), measure.right - line.end < Self.fullness * line.fontSize,
          let distance = Self.distance(line, next)
        else { continue }
        distances.append(distance)
      }
    }
    guard distances.count >= Self.fewest else { return nil }
    distances.sort()
    usual = distances[distances.count / 2]
  }

  /// Whether a paragraph ends between two lines, since they stand clearly further apart than lines
  /// do and the first ends a sentence.
  func parts(_ line: TextLine, _ next: TextLine) -> Bool {
    guard Self.endsSentence(line), let distance = Self.distance(line, next) else { return false }
    return distance > Self.wide * usual
  }

  private static let fewest = 6
  /// In font sizes, how far from the right edge a full line may end.
  private static let fullness = 1.5
  private static let wide = 1.2

  private static func distance(_ line: TextLine, _ next: TextLine) -> Double? {
    guard line.fontSize > 0, abs(line.fontSize - next.fontSize) < 0.6,
      next.baseline > line.baseline
    else { return nil }
    return (next.baseline - line.baseline) / line.fontSize
  }

  private static func endsSentence(_ line: TextLine) -> Bool {
    line.items.last.map { stops.contains($0.scalar) } ?? false
  }

  private static let stops = Set("。；：！？".unicodeScalars.map(\.value))
}
