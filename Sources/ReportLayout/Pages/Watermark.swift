internal import Typography

extension ReportTypesetter {
  /// Prints words such as 征求意见稿 across every page, pale and under the text.
  ///
  /// They are drawn as outlines and marked as artifacts, so that nobody who listens to the
  /// document, searches it or reads it by program takes them for its text.
  ///
  /// - Returns: the characters that no face has; with any, nothing is printed.
  public func stamp(_ words: String, on document: inout PagedDocument) -> [Unicode.Scalar] {
    let text = CleanText([UInt8](words.utf8)).bytes.map { $0 == 0x0A ? 0x20 : $0 }
    var copy = shaper
    let shaped = copy.shape(text, role: .heading, isBold: false, size: 1)
    let missing = shaped.missing.compactMap {
      String(decoding: text[$0...], as: UTF8.self).unicodeScalars.first
    }
    guard missing.isEmpty else { return missing }
    let mark = Watermark(shaped.runs) { copy.outline(of: $0) }
    for index in document.frames.indices {
      guard let path = mark.path(on: document.frames[index]) else { continue }
      document.frames[index].items.insert(
        contentsOf: [.beginArtifact, .path(path), .end], at: 0)
    }
    return []
  }
}

/// Words along the rising diagonal of a page.
private struct Watermark {
  /// At a size of one point.
  private let steps: [OutlineStep]
  private let width: Double

  private static let colour = Colour(0.87, 0.87, 0.87)
  /// As a share of the diagonal.
  private static let longest = 0.72
  private static let largestSize = 96.0

  init(_ runs: [GlyphRun], outline: (GlyphRun) -> [OutlineStep]) {
    var steps: [OutlineStep] = []
    var x = 0.0
    for run in runs {
      steps += outline(run).map { $0.moved(right: x) }
      x += run.width
    }
    self.steps = steps
    width = x
  }

  func path(on frame: Frame) -> Path? {
    guard width > 0, !steps.isEmpty else { return nil }
    let diagonal = (frame.width * frame.width + frame.height * frame.height).squareRoot()
    let size = min(Self.largestSize, diagonal * Self.longest / width)
    let (cosine, sine) = (frame.width / diagonal, frame.height / diagonal)
    func point(_ x: Double, _ y: Double) -> Point {
      // The middle of the words stands on the middle of the page.
      let (right, up) = ((x - width / 2) * size, (y - 0.38) * size)
      return Point(
        frame.width / 2 + right * cosine - up * sine,
        frame.height / 2 - right * sine - up * cosine)
    }
    let turned = steps.map { step -> Path.Step in
      switch step {
      case .move(let x, let y): .move(point(x, y))
      case .line(let x, let y): .line(point(x, y))
      case .curve(let x1, let y1, let x2, let y2, let x, let y):
        .curve(point(x1, y1), point(x2, y2), point(x, y))
      case .close: .close
      }
    }
    return Path(steps: turned, fill: Self.colour)
  }
}

extension OutlineStep {
  fileprivate func moved(right distance: Double) -> OutlineStep {
    switch self {
    case .move(let x, let y): .move(x: x + distance, y: y)
    case .line(let x, let y): .line(x: x + distance, y: y)
    case .curve(let x1, let y1, let x2, let y2, let x, let y):
      .curve(x1: x1 + distance, y1: y1, x2: x2 + distance, y2: y2, x: x + distance, y: y)
    case .close: .close
    }
  }
}
