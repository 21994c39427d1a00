internal import Typography

/// Frames as text that a person can read and a test can compare: one line an item, coordinates in
/// tenths of a point.
public struct FrameDump: Sendable, CustomStringConvertible {
  public private(set) var description = ""

  public init(_ document: PagedDocument) {
    for (index, frame) in document.frames.enumerated() {
      let size = "\(Self.number(frame.width))×\(Self.number(frame.height))"
      line("page \(index + 1) \(size)\(frame.label.map { " label \($0)" } ?? "")")
      for item in frame.items { append(item, document) }
    }
  }

  private mutating func append(_ item: FrameItem, _ document: PagedDocument) {
    switch item {
    case .beginContent(let element):
      line(" \(document.elements[element].role.rawValue) #\(element)")
    case .beginArtifact: line(" artifact")
    case .end: break
    case .glyphs(let run, let origin, _):
      let text = String(decoding: run.text, as: UTF8.self)
      line("  \(Self.point(origin)) \(Self.number(run.width)) @\(Self.number(run.size)) \(text)")
    case .rule(let from, let to, let width, _):
      line("  rule \(Self.point(from)) \(Self.point(to)) @\(Self.number(width))")
    case .path(let path): line("  path of \(path.steps.count) steps")
    case .link(let x, let y, let width, let height, let anchor, let element):
      let box = [x, y, width, height].map(Self.number).joined(separator: " ")
      line(" link \(box) to \(anchor) #\(element)")
    }
  }

  private mutating func line(_ text: String) { description += text + "\n" }

  private static func point(_ point: Point) -> String { "(\(number(point.x)),\(number(point.y)))" }

  /// Rounded to tenths.
  private static func number(_ value: Double) -> String {
    let tenths = Int(value * 10 + (value < 0 ? -0.5 : 0.5))
    return tenths % 10 == 0 ? "\(tenths / 10)" : "\(Double(tenths) / 10)"
  }
}
