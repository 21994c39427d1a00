internal import FiscalModel

/// Reads Excel workbooks: .xlsx itself, .xls and .et through LibreOffice where it is installed.
/// Cells come as they print; each visible sheet is a page.
struct XlsxReader: FormatReader {
  struct Options: Sendable {
    /// Whether hidden sheets, rows and columns are read too.
    var includesHidden = false
    /// Whether the workbook lies in a document that shows its active sheet: only that is read, and
    /// its name, which does not show, is no title.
    var isEmbedded = false
  }

  var options = Options()

  /// Whether a file is for this reader, by its first bytes and, as all Office files begin alike,
  /// its name.
  static func canRead(_ prefix: [UInt8], name: String) -> Bool {
    let kind = OfficeFileKind(prefix, name: name)
    return kind == .sheetPackage || kind == .oldSheet
  }

  func read(path: String, source: Int) throws(ReadError) -> [RawBlock] {
    var bytes = try Files.read(path)
    if OfficeFileKind(bytes, name: path) == .oldSheet {
      bytes = try OldFormatConverter(path: path, target: "xlsx").convert(bytes)
    }
    return try read(bytes: bytes, path: path, source: source)
  }

  /// The same for a .xlsx file that is held in memory.
  func read(bytes: [UInt8], path: String, source: Int) throws(ReadError) -> [RawBlock] {
    var package = try OfficePackage(path: path, bytes: bytes)
    let workbook = try Workbook(&package)
    var blocks: [RawBlock] = []
    for entry in workbook.sheets where isRead(entry, in: workbook) {
      let parser = SheetParser(name: entry.name, path: path, workbook: workbook)
      guard try package.parse(entry.part, parser) else {
        throw ReadError(path: path, message: "文件损坏：缺少这张工作表", place: entry.name)
      }
      let grid = SheetGrid(
        parser.sheet, source: source, includesHidden: options.includesHidden)
      let name = options.isEmbedded ? "" : entry.name
      let sheet = SheetLayout.blocks(of: grid, name: name, source: source)
      guard !sheet.isEmpty else { continue }
      if !blocks.isEmpty { blocks.append(.pageBreak) }
      blocks += sheet
    }
    return blocks
  }

  private func isRead(_ entry: Workbook.SheetEntry, in workbook: Workbook) -> Bool {
    if options.isEmbedded { return entry.part == workbook.activePart }
    return options.includesHidden || !entry.isHidden
  }
}
