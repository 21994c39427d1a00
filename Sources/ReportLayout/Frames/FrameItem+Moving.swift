extension Point {
  func moved(by offset: Point) -> Point { Point(x + offset.x, y + offset.y) }
}

extension FrameItem {
  /// The same item to the right and down.
  func moved(by offset: Point) -> FrameItem {
    switch self {
    case .glyphs(let run, let origin, let colour):
      .glyphs(run, origin: origin.moved(by: offset), colour: colour)
    case .rule(let from, let to, let width, let colour):
      .rule(from: from.moved(by: offset), to: to.moved(by: offset), width: width, colour: colour)
    case .path(let path): .path(path.moved(by: offset))
    case .link(let x, let y, let width, let height, let anchor, let element):
      .link(
        x: x + offset.x, y: y + offset.y, width: width, height: height, anchor: anchor,
        element: element)
    case .beginContent, .beginArtifact, .end: self
    }
  }
}

extension Path {
  func moved(by offset: Point) -> Path {
    var copy = self
    copy.steps = steps.map { step in
      switch step {
      case .move(let point): .move(point.moved(by: offset))
      case .line(let point): .line(point.moved(by: offset))
      case .curve(let first, let second, let end):
        .curve(first.moved(by: offset), second.moved(by: offset), end.moved(by: offset))
      case .close: .close
      }
    }
    return copy
  }
}
