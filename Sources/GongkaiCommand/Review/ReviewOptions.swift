internal import FiscalModel
internal import FiscalStandards
internal import HaruPDF
internal import ReportLayout
internal import ReportLint
internal import ReportReview

/// The files for reviewers that `lint` writes besides its result.
struct ReviewOptions: Sendable {
  static let report = Option(
    "--report", value: "文件", help: "写出校核报告（.html），点数字看依据")
  static let signOff = Option(
    "--sign-off", value: "文件", help: "写出核对表（.pdf 或 .html），供三审签字")
  static let summary = Option(
    "--summary", value: "文件", help: "写出汇总表（.csv、.xlsx 或 .html），每份文档一行")

  static let annotate = Option(
    "--annotate", value: "文件", help: "写出加了批注的副本：PDF 加 .pdf，Word 加 .docx，Excel 加 .xlsx")

  /// Where the review page goes; nil where none is wanted.
  let report: OutputFile?
  /// Where the sign-off sheet goes.
  let signOff: OutputFile?
  /// Where the copy with marks goes.
  let annotate: OutputFile?
  /// Where the table of documents goes.
  let summary: OutputFile?
  /// Prints the sign-off sheet; nil where none is wanted.
  let sheetPrinter: PagePrinter?
  /// Prints the copy that is marked, if the document is no PDF; nil where none is wanted.
  let copyPrinter: PagePrinter?
  let date: PDFDate?

  init(_ invocation: Invocation, documents: Int) throws {
    report = try Self.file(invocation, Self.report, endings: ["html", "htm"])
    signOff = try Self.file(invocation, Self.signOff, endings: ["pdf", "html", "htm"])
    summary = try Self.file(invocation, Self.summary, endings: ["csv", "xlsx", "html", "htm"])
    annotate = try Self.file(invocation, Self.annotate, endings: ["pdf", "docx", "xlsx"])
    for option in [Self.signOff, Self.annotate]
    where documents > 1 && invocation.value(option) != nil {
      throw UsageError("\(option.name) 只能用于一份文档")
    }
    let library = StyleLibrary(layouts: try invocation.library().path)
    sheetPrinter =
      signOff == nil
      ? nil
      : PagePrinter(style: Self.sheet(try library.style("紧凑")), fonts: try invocation.fontSource())
    copyPrinter =
      annotate?.path.lowercased().hasSuffix(".pdf") == true
      ? PagePrinter(style: try library.style("公文"), fonts: try invocation.fontSource()) : nil
    date = RenderCommand.date(invocation)
  }

  /// The style of a sheet of one or two pages, which needs no list of contents.
  private static func sheet(_ style: PageStyle) -> PageStyle {
    var style = style
    style.contentsDepth = 0
    style.isTwoSided = false
    // 20 mm.
    let margin = 20 * 72 / 25.4
    (style.topMargin, style.bottomMargin) = (margin, margin)
    (style.innerMargin, style.outerMargin) = (margin, margin)
    return style
  }

  /// Whether the linter must carry the arithmetic along.
  var needsProofs: Bool { report != nil || signOff != nil }

  /// All files that are written.
  var outputs: [OutputFile] { [report, signOff, annotate, summary].compactMap(\.self) }

  private static func file(
    _ invocation: Invocation, _ option: Option, endings: [String]
  ) throws -> OutputFile? {
    guard let path = invocation.value(option) else { return nil }
    guard endings.contains(where: { path.lowercased().hasSuffix(".\($0)") }) else {
      let words = endings.map { ".\($0)" }.joined(separator: "、")
      throw UsageError("\(option.name) 的文件名应以 \(words) 结尾")
    }
    return OutputFile(path: path)
  }
}
