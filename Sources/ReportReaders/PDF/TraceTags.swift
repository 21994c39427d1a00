/// Which marked content of a tagged file is open. The trace names it as layers, and names the
/// layers that a viewer can switch off in the same way.
struct TraceTags {
  private enum Tag {
    case artifact, figure, other
  }

  private var open: [Tag] = []
  /// How many are open beyond those that are kept.
  private var depth = 0
  private static let deepest = 256

  /// Whether the innermost is a figure that lies in no other.
  var opensFigure: Bool { depth == 0 && open.last == .figure && figures == 1 }
  /// The same, before the innermost is closed.
  var closesFigure: Bool { opensFigure }
  var isInFigure: Bool { figures > 0 }
  private(set) var isInArtifact = false
  private var figures = 0

  mutating func open(_ line: TraceLine) {
    guard open.count < Self.deepest else {
      depth += 1
      return
    }
    let name = line.value(Self.name).map { line.bytes[$0] } ?? []
    let tag: Tag =
      name.elementsEqual(Self.artifact)
      ? .artifact : name.elementsEqual(Self.figure) ? .figure : .other
    open.append(tag)
    if tag == .figure { figures += 1 }
    isInArtifact = open.contains(.artifact)
  }

  mutating func close() {
    guard depth == 0 else {
      depth -= 1
      return
    }
    if open.popLast() == .figure { figures -= 1 }
    isInArtifact = open.contains(.artifact)
  }

  private static let name = [UInt8](" name=\"".utf8)
  private static let artifact = [UInt8]("Artifact".utf8)
  private static let figure = [UInt8]("Figure".utf8)
}
