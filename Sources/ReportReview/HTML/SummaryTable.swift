internal import ReportLint

/// The documents of a folder in a table, one row each.
enum SummaryTable {
  /// - Parameter linked: whether the documents are on the same page.
  static func write(
    _ documents: [DocumentSummary], linked: Bool, into html: inout HTMLText
  ) {
    html.markup("<nav class=docs")
    html.attribute("aria-label", "文档")
    html.markup("><table><thead><tr>")
    for head in SummaryColumns.heads {
      html.markup("<th scope=col>")
      html.text(head)
      html.markup("</th>")
    }
    html.markup("</tr></thead><tbody>")
    for (number, document) in documents.enumerated() {
      html.markup("<tr>")
      for (column, value) in SummaryColumns.values(document).enumerated() {
        html.markup("<td>")
        if column == 0, linked {
          html.markup("<a class=open href=\"#d")
          html.number(number)
          html.markup("\">")
          html.text(value.text)
          html.markup("</a>")
        } else {
          html.text(value.text)
        }
        html.markup("</td>")
      }
      html.markup("</tr>")
    }
    html.markup("</tbody></table></nav>")
  }
}
