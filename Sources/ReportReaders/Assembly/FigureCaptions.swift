internal import FiscalModel
internal import FiscalText

/// Gives pictures the captions that stand beside them. A caption without a picture stands for one
/// that the format lost.
enum FigureCaptions {
  static func attached(in pieces: [Piece]) -> [Piece] {
    var output: [Piece] = []
    output.reserveCapacity(pieces.count)
    for piece in pieces {
      if let line = piece.line, isCaption(line) {
        if case .figure(var figure)? = output.last, figure.caption == nil {
          figure.caption = line.text
          output[output.count - 1] = .figure(figure)
        } else {
          output.append(.figure(Figure(kind: .picture, mark: "", caption: line.text)))
        }
        continue
      }
      // A caption above its picture.
      if case .figure(let figure) = piece, figure.caption == nil,
        case .figure(let last)? = output.last, last.mark.isEmpty
      {
        var whole = figure
        whole.caption = last.caption
        output[output.count - 1] = .figure(whole)
        continue
      }
      output.append(piece)
    }
    return output
  }

  private static let word = [UInt8]("图".utf8)
  private static let openings = ["（", "("].map { [UInt8]($0.utf8) }

  /// 图1 - 收入决算图, （图一：…）
  private static func isCaption(_ line: DraftLine) -> Bool {
    let start = openings.first { line.bytes.hasBytes($0, at: 0) }?.count ?? 0
    guard line.bytes.hasBytes(word, at: start), line.shape.count <= 40, !line.shape.isSentence,
      line.raw.headingLevel == nil
    else { return false }
    let rest = TextFields.trimmed(line.bytes, (start + word.count)..<line.bytes.count)
    guard rest.lowerBound < line.bytes.count else { return false }
    return (0x30...0x39).contains(line.bytes[rest.lowerBound])
      || ChineseNumeral.scan(line.bytes, at: rest.lowerBound) != nil
  }
}
