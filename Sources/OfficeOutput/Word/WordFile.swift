public import FiscalModel
internal import FiscalText

/// Writes a report as a Word document (ECMA-376, transitional): headings with outline levels,
/// paragraphs on the page of GB/T 9704-2012, tables with spanned and repeated heads, charts that
/// Word can draw, a contents field, page numbers, and comments where something is left to do.
/// The same report gives the same bytes.
public enum WordFile {
  /// The whole file.
  ///
  /// - Parameter remarks: what is to be said about a paragraph or a cell, in order and apart.
  public static func bytes(
    _ report: Report, remarks: @escaping (TracedText) -> [WordRemark] = { _ in [] }
  ) -> [UInt8] {
    var body = WordBody(remarks: remarks)
    body.write(report)
    var archive = ZipWriter()
    for part in WordParts(body, title: title(report), author: report.entity ?? "").all {
      archive.add(part.name, part.bytes)
    }
    return archive.finish()
  }

  private static func title(_ report: Report) -> String {
    let year = report.year.map { "\($0)年度" } ?? ""
    return year + (report.entity ?? "") + (report.kind.map { "部门\($0.word)" } ?? "")
  }
}
