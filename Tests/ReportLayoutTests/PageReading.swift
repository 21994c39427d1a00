import Typography

@testable import ReportLayout

/// What stands on a page, read back from its frame.
struct PageReading {
  struct Piece {
    /// Nil for artifacts.
    var element: Int?
    var run: GlyphRun
    var origin: Point

    var text: String { String(decoding: run.text, as: UTF8.self) }
  }

  var pieces: [Piece] = []

  init(_ frame: Frame) {
    var current: Int?
    for item in frame.items {
      switch item {
      case .beginContent(let element): current = element
      case .beginArtifact, .end: current = nil
      case .glyphs(let run, let origin, _):
        pieces.append(Piece(element: current, run: run, origin: origin))
      default: break
      }
    }
  }

  var artifacts: [Piece] { pieces.filter { $0.element == nil } }
  var content: [Piece] { pieces.filter { $0.element != nil } }
}
