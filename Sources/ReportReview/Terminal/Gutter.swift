/// The margin of an excerpt: line numbers, right-aligned, and the bar behind them.
struct Gutter {
  private let width: Int
  private let style: TerminalStyle

  init(_ lines: [Excerpt.Line], style: TerminalStyle) {
    width =
      lines.map { line in
        if case .source(let number, _) = line { String(number).utf8.count } else { 1 }
      }.max() ?? 1
    self.style = style
  }

  /// The margin of a line without number.
  var bar: String { margin("", "|") }
  /// The margin of a line that says more about a finding.
  var detail: String { margin("", "=") }

  /// A line of the excerpt with its margin.
  func line(_ line: Excerpt.Line, colour: TerminalStyle.Colour) -> String {
    switch line {
    case .source(let number, let text): "\(margin(String(number), "|")) \(text)"
    case .carets(let carets): "\(bar) \(style.paint(carets, colour))"
    }
  }

  private func margin(_ number: String, _ mark: String) -> String {
    let padding = String(repeating: " ", count: max(0, width - number.utf8.count))
    return style.paint("\(padding)\(number) \(mark)", .blue)
  }
}
