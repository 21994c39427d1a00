internal import FiscalText

/// What kind of Office file a file is, by its bytes and, where these leave it open, its name.
enum OfficeFileKind {
  case wordPackage, sheetPackage
  /// .doc, .wps and what else LibreOffice turns into .docx.
  case oldWord
  /// .xls, .et and what else LibreOffice turns into .xlsx.
  case oldSheet
  /// A page of a web site, whatever it is called; LibreOffice turns it into .docx.
  case webPage
  case other

  init(_ prefix: [UInt8], name: String) {
    let ending = Self.ending(name)
    if prefix.starts(with: Self.zip) {
      self = Self.packageKind(prefix, ending)
    } else if prefix.starts(with: Self.compoundFile) {
      self = Self.sheetEndings.contains(ending) ? .oldSheet : .oldWord
    } else if prefix.starts(with: Self.richText) {
      self = .oldWord
    } else if Self.oldSheetEndings.contains(ending) {
      // Many systems export tables in HTML or XML under this name.
      self = .oldSheet
    } else if WebPage.isOne(prefix) {
      self = .webPage
    } else if Self.oldWordEndings.contains(ending) {
      self = .oldWord
    } else {
      self = .other
    }
  }

  /// The first entries of a package name its folders; if they are not in sight, the name counts.
  private static func packageKind(_ prefix: [UInt8], _ ending: String) -> Self {
    if wordParts.contains(where: { prefix.firstOffset(of: $0) != nil }) { return .wordPackage }
    if sheetParts.contains(where: { prefix.firstOffset(of: $0) != nil }) { return .sheetPackage }
    if sheetEndings.contains(ending) { return .sheetPackage }
    return wordEndings.contains(ending) ? .wordPackage : .other
  }

  private static func ending(_ name: String) -> String {
    let file = name.split(separator: "/").last ?? ""
    let parts = file.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count > 1 ? (parts.last ?? "").lowercased() : ""
  }

  private static let zip: [UInt8] = [0x50, 0x4B, 0x03, 0x04]
  private static let compoundFile: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
  private static let richText = [UInt8]("{\\rtf".utf8)
  private static let wordParts = ["word/document.xml", "word/_rels/", "word/theme/", "word/styles"]
    .map { [UInt8]($0.utf8) }
  private static let sheetParts = ["xl/workbook.xml", "xl/_rels/", "xl/theme/", "xl/worksheets/"]
    .map { [UInt8]($0.utf8) }
  private static let oldSheetEndings = ["xls", "et", "ett", "xlt"]
  private static let sheetEndings = oldSheetEndings + ["xlsx", "xlsm", "xltx", "xltm"]
  private static let oldWordEndings = ["doc", "wps", "wpt", "dot", "rtf"]
  private static let wordEndings = oldWordEndings + ["docx", "docm", "dotx", "dotm"]
}
