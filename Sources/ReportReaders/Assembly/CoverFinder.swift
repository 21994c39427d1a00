internal import FiscalModel
internal import FiscalText

/// Takes the cover off: what stands before the contents list, or the short lines before the first
/// heading.
enum CoverFinder {
  private static let mostLines = 24

  /// - Parameter before: how many pieces stand before the contents list; nil if there is none.
  static func split(_ pieces: [Piece], before: Int?) -> (cover: [Block], body: [Piece]) {
    let end = beforeTable(pieces[..<(before ?? shortLines(pieces))], in: pieces)
    var cover: [Block] = []
    for piece in pieces[..<end] {
      switch piece {
      case .line(let line): cover.append(.paragraph(line.paragraph))
      case .block(let block): cover.append(block)
      case .figure(let figure): cover.append(.figure(figure))
      default: break
      }
    }
    return (cover, Array(pieces[end...]))
  }

  /// The end of the cover moved up to where the first table begins with its caption: a workbook
  /// may begin with a table.
  private static func beforeTable(_ cover: ArraySlice<Piece>, in pieces: [Piece]) -> Int {
    let table = pieces[..<min(pieces.count, cover.endIndex + 1)].firstIndex {
      switch $0 {
      case .table, .flat: true
      default: false
      }
    }
    guard let table else { return cover.endIndex }
    var lines: [(index: Int, line: DraftLine)] = []
    for index in pieces[..<table].indices.reversed() {
      guard let line = pieces[index].line else { break }
      lines.insert((index, line), at: 0)
    }
    let start = Caption.above(lines.map(\.line)).start
    return start < lines.count ? lines[start].index : table
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
