internal import FiscalModel
internal import ReportLint

/// The findings of a document beside its text, and the place where a number is explained.
struct FindingsHTML {
  let content: ReviewContent
  let numbering: Numbering

  private var path: String { content.result.path }

  func write(into html: inout HTMLText) {
    html.markup("<aside class=side><section class=detail aria-live=polite")
    html.attribute("aria-label", "数字的依据")
    html.markup("><p class=hint>")
    html.text("点一个数字，这里说明它的含义、依据和算法。")
    html.markup("</p></section><section class=list")
    html.attribute("aria-label", "问题")
    html.markup(">")
    if content.result.findings.isEmpty {
      html.element("p", class: "none", "没有发现问题")
    } else {
      html.markup("<ol>")
      for number in content.result.findings.indices { card(number, into: &html) }
      html.markup("</ol>")
    }
    html.markup("</section></aside>")
  }

  private func id(_ number: Int, into html: inout HTMLText) {
    html.number(numbering.document)
    html.markup("-")
    html.number(number)
  }

  private func card(_ number: Int, into html: inout HTMLText) {
    let finding = content.result.findings[number]
    html.markup("<li id=F")
    id(number, into: &html)
    html.markup(" class=\"card ")
    html.markup(finding.severity.style)
    html.markup("\"")
    html.attribute("data-g", String(finding.rule.prefix(2)))
    html.markup(" tabindex=-1><p class=head>")
    let place = content.findingStretches[number]
    if place != nil {
      html.markup("<a class=go href=\"#f")
      id(number, into: &html)
      html.markup("\">")
    }
    html.markup("<span class=no>")
    html.number(number + 1)
    html.markup("</span> <span class=\"sev ")
    html.markup(finding.severity.style)
    html.markup("\">")
    html.text(finding.severity.word)
    html.markup("</span> ")
    let doubt = finding.confidence == .high ? "" : "（\(finding.confidence.word)）"
    html.text("[\(finding.rule)]\(doubt) \(finding.message)")
    if place != nil { html.markup("</a>") }
    html.markup("</p>")
    details(finding, into: &html)
    html.markup("</li>")
  }

  private func details(_ finding: Finding, into html: inout HTMLText) {
    if !finding.quote.isEmpty { line("原文", finding.quote, into: &html) }
    if let actual = finding.actual, actual != finding.quote { line("现为", actual, into: &html) }
    if let expected = finding.expected { line(finding.expectedLabel, expected, into: &html) }
    if let arithmetic = finding.arithmetic { line("计算", arithmetic, into: &html) }
    for place in finding.related { evidence(place, into: &html) }
    if let suggestion = finding.suggestion { line("建议", suggestion, into: &html) }
    html.markup("<p class=loc>")
    html.text(finding.location.words(inside: path))
    html.markup("</p>")
  }

  private func line(_ label: String, _ text: String, into html: inout HTMLText) {
    html.markup("<p class=dl><b>")
    html.text(label)
    html.markup("</b> ")
    html.text(text.count > 300 ? "\(text.prefix(300))…" : text)
    html.markup("</p>")
  }

  private func evidence(_ place: Finding.Related, into html: inout HTMLText) {
    html.markup("<p class=dl><b>")
    html.text("依据")
    html.markup("</b> ")
    let item = content.index.stretch(place.spot).flatMap { content.item(at: $0) }
    if let item {
      html.markup("<a class=go href=\"#n")
      id(item, into: &html)
      html.markup("\">")
    }
    html.text("\(place.label)“\(place.quote.prefix(80))”")
    if item != nil { html.markup("</a>") }
    html.markup(" <span class=loc>")
    html.text(place.location.words(inside: path))
    html.markup("</span></p>")
  }
}
