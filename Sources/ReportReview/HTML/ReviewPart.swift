public import FiscalModel
public import ReportLint

/// One document of a review page: its summary, its text with marks, its findings, and what the
/// page's script tells about its numbers.
public struct ReviewPart: Sendable {
  let bytes: [UInt8]
  public let summary: DocumentSummary
  /// The groups of rules that have findings.
  let groups: [String]

  /// - Parameters:
  ///   - result: made by a linter that explains.
  ///   - number: which document of the page it is, from 0.
  ///   - digest: of the file, in hexadecimal.
  public init(_ result: LintResult, report: Report, number: Int, digest: String?) {
    summary = DocumentSummary(result, digest: digest)
    groups = Set(result.findings.map { String($0.rule.prefix(2)) }).sorted()
    let numbering = Numbering(document: number)
    let content = ReviewContent(result, texts: DocumentHTML.texts(of: report))
    var html = HTMLText()
    html.markup("<section class=doc id=d")
    html.number(number)
    html.markup(" data-doc=")
    html.number(number)
    html.markup(">")
    SummaryHTML(content: content, summary: summary).write(into: &html)
    html.markup("<div class=cols><article class=text lang=zh-CN")
    html.attribute("aria-label", "公开文本")
    html.markup(">")
    html.raw(DocumentHTML.html(of: report, content: content, numbering: numbering))
    html.markup("</article>")
    FindingsHTML(content: content, numbering: numbering).write(into: &html)
    html.markup("</div><script type=\"application/json\" class=data>")
    html.raw(ReviewData(content: content, numbering: numbering).json())
    html.markup("</script></section>")
    bytes = html.takeBytes()
  }
}
