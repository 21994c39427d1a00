internal import ReportLint

/// Writes a text with its numbers and the places of its findings marked.
struct MarkWriter {
  let content: ReviewContent
  let numbering: Numbering

  /// - Parameter number: which of the shown texts it is.
  func write(_ utf8: [UInt8], of number: Int, into html: inout HTMLText) {
    let items = content.itemsByText[number] ?? []
    let findings = content.findingsByText[number] ?? []
    guard !items.isEmpty || !findings.isEmpty else { return html.text(utf8) }
    var position = 0
    for item in items {
      guard let range = content.items[item].stretch?.range, range.lowerBound >= position,
        range.upperBound <= utf8.count
      else { continue }
      markPlain(utf8, position..<range.lowerBound, findings, into: &html)
      open(item, into: &html)
      let ended = mark(utf8, range, findings, into: &html)
      html.markup("</span>")
      // What can be clicked does not stand in what can be clicked.
      for finding in ended { reference(finding, into: &html) }
      position = range.upperBound
    }
    markPlain(utf8, position..<utf8.count, findings, into: &html)
  }

  private func markPlain(
    _ utf8: [UInt8], _ stretch: Range<Int>, _ findings: [Int], into html: inout HTMLText
  ) {
    for finding in mark(utf8, stretch, findings, into: &html) { reference(finding, into: &html) }
  }

  private func open(_ number: Int, into html: inout HTMLText) {
    html.markup("<span id=n")
    id(number, into: &html)
    switch content.items[number].state {
    case .verified: html.markup(" class=\"n v\"")
    case .contradicted: html.markup(" class=\"n w\"")
    case .unchecked: html.markup(" class=\"n u\"")
    case .excluded: html.markup(" class=\"n e\"")
    }
    html.markup(" role=button tabindex=-1>")
  }

  private func id(_ number: Int, into html: inout HTMLText) {
    html.number(numbering.document)
    html.markup("-")
    html.number(number)
  }

  /// A stretch without numbers or within one, with the findings that reach into it.
  ///
  /// - Returns: the findings whose places end in it.
  private func mark(
    _ utf8: [UInt8], _ stretch: Range<Int>, _ findings: [Int], into html: inout HTMLText
  ) -> [Int] {
    guard !stretch.isEmpty else { return [] }
    let ranges = findings.compactMap { finding -> (finding: Int, range: Range<Int>)? in
      guard let range = content.findingStretches[finding]?.range, range.overlaps(stretch),
        range.upperBound <= utf8.count
      else { return nil }
      return (finding, range)
    }
    guard !ranges.isEmpty else {
      html.text(utf8[stretch])
      return []
    }
    var ended: [Int] = []
    let inner = ranges.flatMap { [$0.range.lowerBound, $0.range.upperBound] }
      .filter { stretch.contains($0) }
    let cuts = Array(Set(inner + [stretch.lowerBound, stretch.upperBound])).sorted()
    for (lower, upper) in zip(cuts, cuts.dropFirst()) {
      let here = ranges.filter { $0.range.contains(lower) }
      segment(utf8[lower..<upper], here.map(\.finding), into: &html)
      ended += here.filter { $0.range.upperBound == upper }.map(\.finding)
    }
    return ended
  }

  private func segment(_ utf8: ArraySlice<UInt8>, _ findings: [Int], into html: inout HTMLText) {
    guard let gravest = findings.map({ content.result.findings[$0].severity }).max() else {
      return html.text(utf8)
    }
    html.markup("<mark class=\"f ")
    html.markup(gravest.style)
    for group in Set(findings.map { content.result.findings[$0].rule.prefix(2) }).sorted() {
      html.markup(" g-")
      html.text(String(group))
    }
    html.markup("\" data-f=\"")
    for (index, finding) in findings.enumerated() {
      if index > 0 { html.markup(" ") }
      id(finding, into: &html)
    }
    html.markup("\">")
    html.text(utf8)
    html.markup("</mark>")
  }

  /// The number of a finding behind its place, which leads to the finding.
  private func reference(_ finding: Int, into html: inout HTMLText) {
    html.markup("<a class=\"ref ")
    html.markup(content.result.findings[finding].severity.style)
    html.markup("\" id=f")
    id(finding, into: &html)
    html.markup(" href=\"#F")
    id(finding, into: &html)
    html.markup("\" aria-label=\"问题 ")
    html.number(finding + 1)
    html.markup("\">")
    html.number(finding + 1)
    html.markup("</a>")
  }
}

extension Severity {
  /// The class of the severity in the page's style.
  var style: StaticString {
    switch self {
    case .error: "error"
    case .warning: "warning"
    case .info: "info"
    }
  }
}
