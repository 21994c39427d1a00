internal import FiscalModel
internal import FiscalText
internal import OfficeOutput

/// Reports as Word files, with comments at what is left to fill in.
enum WordOutput {
  static let suffix = ".docx"

  /// Whether a path names a Word file.
  static func isWordFile(_ path: String) -> Bool { path.lowercased().hasSuffix(suffix) }

  /// - Parameter changes: by the text of a paragraph that changed, what it was; nil for a new one.
  static func bytes(_ report: Report, changes: [String: String?] = [:]) -> [UInt8] {
    WordFile.bytes(report) { text in
      let blanks = Blank.all(in: text.utf8).map { blank in
        WordRemark(range: blank.range, text: "待填写：\(blank.hint)", isBlank: true)
      }
      guard blanks.isEmpty, let old = changes[text.string] else { return blanks }
      let words = old.map { "已改动，原文是：\($0)" } ?? "新增的段落"
      return [WordRemark(range: 0..<text.utf8.count, text: words)]
    }
  }
}
