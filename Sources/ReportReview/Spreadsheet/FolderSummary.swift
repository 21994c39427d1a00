/// A table of documents, one row each: for a bureau with many units.
public enum FolderSummary {
  public static func csv(_ documents: [DocumentSummary]) -> [UInt8] {
    var csv = CSVText()
    csv.row(SummaryColumns.heads)
    for document in documents { csv.row(SummaryColumns.values(document).map(\.text)) }
    return csv.takeBytes()
  }

  public static func workbook(_ documents: [DocumentSummary]) -> [UInt8] {
    Workbook.bytes(
      name: "校核汇总", heads: SummaryColumns.heads,
      rows: documents.map { SummaryColumns.values($0) })
  }

  /// A self-contained page.
  public static func html(_ documents: [DocumentSummary]) -> [UInt8] {
    var html = HTMLText()
    html.markup("<!DOCTYPE html>\n<html lang=zh-CN><head><meta charset=utf-8>")
    html.markup("<meta http-equiv=Content-Security-Policy content=\"default-src 'none'; ")
    html.markup("style-src 'sha256-")
    html.text(SHA256.base64(of: ReviewStyle.text))
    html.markup("'\"><meta name=viewport content=\"width=device-width,initial-scale=1\">")
    html.element("title", "校核汇总")
    html.markup("<style>")
    html.raw([UInt8](ReviewStyle.text.utf8))
    html.markup("</style></head><body><header class=top>")
    html.element("h1", "校核汇总（\(documents.count) 份文档）")
    html.markup("</header>")
    SummaryTable.write(documents, linked: false, into: &html)
    html.markup("</body></html>\n")
    return html.takeBytes()
  }
}
