internal import FiscalModel

/// A sign-off sheet as one self-contained HTML file.
public enum SignOffHTML {
  private static let style = #"""
    body{font:15px/1.6 "Source Han Sans SC","Noto Sans CJK SC","Microsoft YaHei",sans-serif;
    max-width:60rem;margin:1rem auto;padding:0 1rem;color:#1c1c1e;background:#fff}
    h1{text-align:center;font-size:1.4rem}h2{font-size:1.05rem;margin:1rem 0 .3rem}p{margin:.2rem 0}
    table{border-collapse:collapse;width:100%}td,th{border:1px solid #888;padding:.2rem .5rem;
    text-align:left;overflow-wrap:anywhere}th{background:#eef0f4}tr{break-inside:avoid}
    section:last-child td{height:3.2rem}
    @media print{@page{size:A4;margin:18mm 16mm}body{font-size:10pt;margin:0;padding:0;max-width:none}}
    """#

  public static func bytes(_ sheet: SignOffSheet) -> [UInt8] {
    var html = HTMLText()
    html.markup("<!DOCTYPE html>\n<html lang=zh-CN><head><meta charset=utf-8>")
    html.markup("<meta http-equiv=Content-Security-Policy content=\"default-src 'none'; ")
    html.markup("style-src 'sha256-")
    html.text(SHA256.base64(of: style))
    html.markup("'\"><meta name=viewport content=\"width=device-width,initial-scale=1\">")
    html.element("title", SignOffSheet.title)
    html.markup("<style>")
    html.raw([UInt8](style.utf8))
    html.markup("</style></head><body><main>")
    for part in sheet.report.parts {
      html.element("h1", part.heading?.string ?? "")
      for section in part.sections { write(section, into: &html) }
    }
    html.markup("</main></body></html>\n")
    return html.takeBytes()
  }

  private static func write(_ section: Section, into html: inout HTMLText) {
    html.markup("<section>")
    html.element("h2", section.heading?.string ?? "")
    for block in section.blocks {
      switch block {
      case .paragraph(let paragraph): html.element("p", paragraph.text.string)
      case .table(let table): write(table, into: &html)
      case .figure, .glossaryEntry, .unrecognised: break
      }
    }
    html.markup("</section>")
  }

  private static func write(_ table: Table, into html: inout HTMLText) {
    html.markup("<table><thead><tr>")
    for cell in table.head.first ?? [] {
      html.markup("<th scope=col>")
      html.text(cell.text.utf8)
      html.markup("</th>")
    }
    html.markup("</tr></thead><tbody>")
    for row in table.rows where !row.cells.isEmpty {
      html.markup("<tr>")
      for cell in row.cells { html.element("td", cell.text.string) }
      html.markup("</tr>")
    }
    html.markup("</tbody></table>")
    for note in table.notes { html.element("p", note.text.string) }
  }
}
