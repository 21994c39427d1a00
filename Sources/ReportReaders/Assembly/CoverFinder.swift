internal import FiscalModel
internal import FiscalText

/// Takes the cover off: what stands before the contents list, or the short lines before the first
/// heading.
enum CoverFinder {
  private static let mostLines = 24

  /// - Parameter before: how many pieces stand before the contents list; nil if there is none.
  static func split(_ pieces: [Piece], before: Int?) -> (cover: [Block], body: [Piece]) {
    let end = before ?? shortLines(pieces)
    var cover: [Block] = []
    var body: [Piece] = []
    for piece in pieces[..<end] {
      switch piece {
      case .line(let line): cover.append(.paragraph(line.paragraph))
      case .block(let block): cover.append(block)
      case .figure(let figure): cover.append(.figure(figure))
      default: break
      }
    }
    body = Array(pieces[end...])
    return (cover, body)
  }

  private static func shortLines(_ pieces: [Piece]) -> Int {
    var end = 0
    for piece in pieces {
      if case .pageBreak = piece {
        end += 1
        continue
      }
      guard let line = piece.line, end < mostLines, line.raw.headingLevel == nil,
        !line.shape.isSentence, line.shape.count <= 60, line.shape.number == nil,
        !isGlossaryWord(line)
      else { break }
      end += 1
    }
    return end
  }

  private static func isGlossaryWord(_ line: DraftLine) -> Bool {
    line.shape.count <= 8 && GlossaryReader.isGlossary(line.text)
  }
}
