internal import FiscalModel
internal import HaruPDF
internal import ReportReaders

/// The data of a report as files inside its PDF (ISO 19005-3): each table as CSV, which reads
/// back as it is, and the whole report as the JSON of `gongkai import`.
enum DataAttachments {
  static func make(of report: Report) -> [PDFAttachment] {
    var titles: [String: String] = [:]
    for table in report.tables {
      guard let id = table.id, let title = table.title?.string, titles[id] == nil else { continue }
      titles[id] = title
    }
    let tables = SourceWriter.files(report).compactMap { file -> PDFAttachment? in
      guard file.path.hasSuffix(".csv") else { return nil }
      let name = FileSystem.name(of: file.path)
      return PDFAttachment(
        name: name, bytes: file.bytes, mediaType: "text/csv", relationship: .data,
        summary: titles[FileSystem.stem(of: name)] ?? "")
    }
    let model = PDFAttachment(
      name: "report.json", bytes: ReportJSON.bytes(report), mediaType: "application/json",
      relationship: .source, summary: "全文的数据")
    return tables + [model]
  }
}
