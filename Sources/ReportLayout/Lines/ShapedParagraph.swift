internal import Typography

/// A paragraph's text as clusters, with all that does not depend on where its lines end:
/// squeezed marks, Han–Latin spaces, places where lines may end. Shaped once, and never changed:
/// cells and lines share it.
final class ShapedParagraph {
  /// Sums over the clusters before a cluster.
  struct Sums {
    var width = 0.0
    /// What marks and spaces may lose.
    var shrink = 0.0
    /// What spaces may gain before all gaps are stretched.
    var stretch = 0.0
    /// The number of gaps that may be stretched last.
    var gaps = 0.0
  }

  let runs: [GlyphRun]
  let clusters: [Cluster]
  /// One more than there are clusters.
  let sums: [Sums]
  /// Offsets of characters without a glyph in the paragraph's text.
  let missing: [Int]
  let text: [UInt8]
  /// Whether line ends were asked for.
  let hasForcedBreaks: Bool
  /// Whether a line of the whole text, at its natural width, is its only run as it came.
  let isPlain: Bool

  /// A stretch of text in one style.
  struct Piece {
    var text: [UInt8]
    var style: TextStyle
  }

  convenience init(
    _ pieces: [Piece], level: LineBreakLevel, latinSpace: Double, shaper: any LineShaper
  ) {
    self.init(
      ParagraphBuilder(pieces, level: level, latinSpace: latinSpace, shaper: shaper))
  }

  private init(_ builder: ParagraphBuilder) {
    runs = builder.runs
    clusters = builder.clusters
    sums = builder.sums
    missing = builder.missing
    text = builder.text
    hasForcedBreaks = builder.clusters.contains { $0.breakAfter == .forced }
    isPlain = Self.isPlain(builder)
  }

  private static func isPlain(_ builder: ParagraphBuilder) -> Bool {
    guard builder.runs.count == 1, let first = builder.clusters.first,
      let last = builder.clusters.last, builder.clusters.count == builder.runs[0].glyphs.count,
      !first.isBlank, !last.isBlank, first.startTrim == 0, last.endTrim == 0
    else { return false }
    let glyphs = builder.runs[0].glyphs
    return builder.clusters.indices.allSatisfy { index in
      builder.clusters[index].gap == 0 && builder.clusters[index].shift == 0
        && builder.clusters[index].advance == glyphs[index].advance
    }
  }

  var isEmpty: Bool { clusters.isEmpty }

  /// The width of the text on one line, blanks at its ends left out.
  var naturalWidth: Double {
    guard let last = clusters.last else { return 0 }
    return sums[clusters.count].width - last.endTrim - last.gap
  }

  /// Whether one line of a width holds the text.
  func fits(_ width: Double) -> Bool { !hasForcedBreaks && naturalWidth <= width + 0.001 }

  /// The width of what stands before a byte of the text, at its natural spacing.
  func width(upTo offset: Int) -> Double {
    let index = clusters.firstIndex { $0.start >= offset } ?? clusters.count
    return sums[index].width - (clusters.first?.startTrim ?? 0)
  }

  /// The width of the widest piece that may not be broken.
  var widestPiece: Double {
    var widest = 0.0
    var start = 0
    for index in clusters.indices
    where clusters[index].breakAfter != .none || index == clusters.count - 1 {
      var end = index
      while end > start, clusters[end].isBlank { end -= 1 }
      let trims = clusters[end].endTrim + clusters[end].gap + clusters[start].startTrim
      widest = max(widest, sums[end + 1].width - sums[start].width - trims)
      start = index + 1
    }
    return widest
  }

  /// The same paragraph in smaller or larger type.
  func scaled(by factor: Double) -> ShapedParagraph {
    factor == 1 ? self : ShapedParagraph(ParagraphBuilder(self, scaledBy: factor))
  }
}
