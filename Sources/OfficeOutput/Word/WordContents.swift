/// The contents list, whose page numbers are fields that refer to the headings.
///
/// A field around the whole list would be made anew by Word, but LibreOffice keeps what it found in
/// such a list as it is written, while it works out the pages of references.
struct WordContents {
  struct Entry {
    var title: String
    var level: Int
    /// As far as it is known before the document is set.
    var page: Int
  }

  /// The levels of headings in the list.
  private static let depth = 2

  var heading: String?
  var entries: [Entry]

  /// The name of the place of a heading, counted from 1.
  static func bookmark(_ number: Int) -> String {
    let digits = String(number)
    return "_Toc" + String(repeating: "0", count: max(0, 8 - digits.count)) + digits
  }

  var text: String {
    var text = WordBody.paragraph("ContentsTitle", "", WordText.run(heading ?? "目录"))
    let listed = entries.enumerated().filter { $0.element.level <= Self.depth }
    for item in listed {
      let name = Self.bookmark(item.offset + 1)
      let runs =
        #"<w:hyperlink w:anchor="\#(name)" w:history="1">"#
        + WordText.run(item.element.title + "\t") + Self.page(name, item.element.page)
        + "</w:hyperlink>"
      text += WordBody.paragraph("TOC\(item.element.level)", "", runs)
    }
    return text
  }

  /// A reference to the page of a heading.
  private static func page(_ bookmark: String, _ number: Int) -> String {
    #"<w:r><w:fldChar w:fldCharType="begin" w:dirty="true"/></w:r><w:r><w:instrText xml:space="preserve">"#
      + #" PAGEREF \#(bookmark) \h </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/>"#
      + #"</w:r><w:r><w:t>\#(number)</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>"#
  }
}
