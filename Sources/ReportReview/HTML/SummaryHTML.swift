internal import FiscalModel
internal import ReportLint

/// The head of a document on a review page: what it is, what became of its numbers, what could
/// not be checked, what was accepted.
struct SummaryHTML {
  let content: ReviewContent
  let summary: DocumentSummary

  func write(into html: inout HTMLText) {
    html.markup("<header class=sum>")
    html.element("h2", summary.title)
    html.markup("<p class=path>")
    html.text(summary.path)
    if let digest = summary.digest {
      html.markup(" <span class=sha>SHA-256 ")
      html.text(digest)
      html.markup("</span>")
    }
    html.markup("</p>")
    bar("文字中的数字", summary.numbers, isNarrative: true, into: &html)
    if summary.cells.total > 0 {
      bar("表格中的数字", summary.cells, isNarrative: false, into: &html)
    }
    html.markup("<p class=tally>")
    for severity in Severity.allCases.reversed() {
      html.markup("<span class=\"sev ")
      html.markup(severity.style)
      html.markup("\">")
      html.text("\(severity.word) \(summary.count(severity))")
      html.markup("</span> ")
    }
    html.text("表格 \(summary.tables) 张")
    html.markup("</p>")
    unchecked(into: &html)
    accepted(into: &html)
    html.markup("</header>")
  }

  /// The states as a bar, each with its mark, its word and its count.
  private func bar(
    _ title: String, _ counts: LintResult.Counts, isNarrative: Bool, into html: inout HTMLText
  ) {
    html.markup("<div class=bar><p>")
    html.element("strong", title)
    html.text(" 共 \(counts.total) 个：")
    let states: [(NumberRecord.State, Int, StaticString)] = [
      (.verified, counts.verified, "v"), (.contradicted, counts.contradicted, "w"),
      (.unchecked, counts.unchecked, "u"), (.excluded, counts.excluded, "e"),
    ]
    let shown = states.filter { isNarrative || $0.1 > 0 }
    for (state, count, style) in shown {
      html.markup("<span class=\"st ")
      html.markup(style)
      html.markup("\">")
      html.text("\(state.word) \(count)")
      html.markup("</span> ")
    }
    html.markup("</p><div class=meter aria-hidden=true>")
    for (_, count, style) in shown where count > 0 {
      html.markup("<i class=")
      html.markup(style)
      html.markup(" data-w=")
      html.number(count)
      html.markup("></i>")
    }
    html.markup("</div></div>")
  }

  private func unchecked(into html: inout HTMLText) {
    let items = content.result.unchecked
    guard !items.isEmpty else { return }
    html.markup("<details><summary>")
    html.text("无法进行的检查 \(items.count) 项")
    html.markup("</summary><ul>")
    for item in items {
      html.markup("<li>")
      html.text(item.reason)
      html.markup(" <span class=loc>")
      let quote = item.quote.isEmpty ? "" : "“\(item.quote.prefix(60))” "
      html.text(quote + item.location.words(inside: content.result.path))
      html.markup("</span></li>")
    }
    html.markup("</ul></details>")
  }

  private func accepted(into html: inout HTMLText) {
    let items = content.result.accepted
    guard !items.isEmpty else { return }
    html.markup("<details><summary>")
    html.text("已认可的问题 \(items.count) 个")
    html.markup("</summary><ul>")
    for item in items {
      html.markup("<li>")
      html.text("[\(item.finding.rule)] \(item.finding.message)")
      html.markup("<br>")
      html.text("理由：\(item.reason)")
      html.markup(" <span class=loc>")
      html.text(item.finding.location.words(inside: content.result.path))
      html.markup("</span></li>")
    }
    html.markup("</ul></details>")
  }
}
