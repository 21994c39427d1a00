internal import FiscalText

/// The lines of a text file around a place, with a caret line under what is meant.
///
/// Carets count terminal columns, two for a Chinese character. A line that is too long is shown
/// from shortly before the place, with … at its cut ends.
struct Excerpt {
  enum Line: Hashable {
    case source(number: Int, text: String)
    /// Carets under the line before.
    case carets(String)
  }

  /// How many terminal columns of a source line are shown.
  static let width = 96
  /// How many lines of a long place are shown.
  static let height = 4

  let lines: [Line]

  init(_ source: SourceText, start: TextPosition, end: TextPosition) {
    var lines: [Line] = []
    let last = min(end.line, start.line + Self.height - 1, source.lineStarts.count)
    for number in stride(from: max(1, start.line), through: last, by: 1) {
      let scalars = Self.scalars(of: source, line: number)
      let from = number == start.line ? start.column - 1 : 0
      let to = number == end.line ? end.column - 1 : scalars.count
      let lower = max(0, min(from, scalars.count))
      let marked = lower..<max(lower, min(to, scalars.count))
      lines += Self.lines(number, scalars, marked: marked)
    }
    self.lines = lines
  }

  private static func scalars(of source: SourceText, line: Int) -> [Unicode.Scalar] {
    String(decoding: source.bytes[source.lineRange(line)], as: UTF8.self).unicodeScalars
      .map(printable)
  }

  private static func lines(
    _ number: Int, _ scalars: [Unicode.Scalar], marked: Range<Int>
  ) -> [Line] {
    let shown = window(scalars, around: marked)
    let opening = shown.lowerBound > 0 ? "…" : ""
    let closing = shown.upperBound < scalars.count ? "…" : ""
    let text = opening + string(scalars[shown]) + closing
    let marks = marked.clamped(to: shown)
    let indent =
      columns(opening.unicodeScalars) + columns(scalars[shown.lowerBound..<marks.lowerBound])
    let carets = max(1, columns(scalars[marks]))
    return [
      .source(number: number, text: text),
      .carets(String(repeating: " ", count: indent) + String(repeating: "^", count: carets)),
    ]
  }

  /// The part of a line that is shown: all of it where it fits, else from a third of the width
  /// before the place.
  private static func window(_ scalars: [Unicode.Scalar], around marked: Range<Int>) -> Range<Int> {
    guard columns(scalars) > width else { return 0..<scalars.count }
    var lower = marked.lowerBound
    var used = 0
    while lower > 0, used < width / 3 {
      lower -= 1
      used += terminalWidth(scalars[lower].value)
    }
    var upper = marked.lowerBound
    while upper < scalars.count, used < width {
      used += terminalWidth(scalars[upper].value)
      upper += 1
    }
    return lower..<upper
  }

  private static func columns(_ scalars: some Sequence<Unicode.Scalar>) -> Int {
    scalars.reduce(0) { $0 + terminalWidth($1.value) }
  }

  private static func string(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    String(codePoints: scalars.map(\.value))
  }
}
