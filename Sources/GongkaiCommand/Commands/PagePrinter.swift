internal import FiscalModel
internal import HaruPDF
internal import ReportLayout
internal import Typography

/// Sets reports as pages and writes them as PDF.
struct PagePrinter: Sendable {
  /// How many missing characters are told.
  private static let toldCharacters = 10

  let style: PageStyle
  let fonts: FontSource

  /// What was printed.
  struct Printed {
    var bytes: [UInt8]
    var document: PagedDocument

    var pages: Int { document.frames.count }
  }

  /// The faces of the style, opened. They are handed over, and never used by two at a time.
  struct Faces: @unchecked Sendable {
    fileprivate let set: FontSet
  }

  func faces() throws(FontError) -> Faces {
    var set = try fonts.fontSet()
    let styles = [style.coverTitle, style.coverLine, style.heading, style.body, style.tableText]
    set.open(styles.map { ($0.role, $0.isBold) })
    return Faces(set: set)
  }

  /// The characters of a report that no face has.
  func unprintable(in report: Report) throws -> Set<Unicode.Scalar> {
    var typesetter = ReportTypesetter(style: style, shaper: try fonts.fontSet())
    _ = typesetter.typeset(report)
    return Set(typesetter.missing.map(\.character))
  }

  /// - Parameters:
  ///   - faces: those to use, which nobody else uses any more; nil for fresh ones.
  ///   - title: of the PDF, where it is not that of a disclosure.
  ///   - options: how the PDF is written.
  ///   - finish: what is done to the pages before they are written.
  /// - Throws: a ``CommandError`` that names each place at which a character has no glyph.
  func print(
    _ report: Report, faces: Faces? = nil, title: String? = nil, options: PDFOptions,
    finish: (inout ReportTypesetter<FontSet>, inout PagedDocument) throws(CommandError) -> Void = {
      _, _ in
    }
  ) throws -> Printed {
    let fontSet = try faces?.set ?? fonts.fontSet()
    var typesetter = ReportTypesetter(
      style: style, shaper: fontSet, threads: options.threads)
    var document = typesetter.typeset(report)
    if let title { document.title = title }
    guard typesetter.missing.isEmpty else {
      throw CommandError(message(of: typesetter.missing, in: report))
    }
    try finish(&typesetter, &document)
    var used = typesetter.shaper
    let bytes = try PDFWriter.write(document, fonts: &used, options: options)
    return Printed(bytes: bytes, document: document)
  }

  /// Every place at which a character has no glyph, the first ones in full.
  private func message(of missing: [MissingCharacter], in report: Report) -> String {
    let lines = missing.prefix(Self.toldCharacters).map { item in
      let code = String(item.character.value, radix: 16, uppercase: true)
      let padded = String(repeating: "0", count: max(0, 4 - code.utf8.count)) + code
      let place = report.location(of: item.text, item.range).words
      return "\(place)：所有字体都没有“\(item.character)”（U+\(padded)）"
    }
    let rest = missing.count - lines.count
    let more = rest > 0 ? ["还有 \(rest) 处缺字"] : []
    let advice = "没有写出 PDF；请在 Fonts/ 里放入有这些字的字体，或改字（gongkai fonts 列出所用字体）"
    return (lines + more + [advice]).joined(separator: "\n")
  }
}
