internal import FiscalModel
internal import FiscalText

/// The printed contents list in the source format: `{{目录 目录｜第一部分 部门概况=1｜…}}`, the heading
/// of the list first, then its entries with their page numbers.
enum ContentsDirective {
  static let word = "目录"
  private static let separator = [UInt8]("｜".utf8)

  /// - Parameter argument: the bytes of the text that stand behind the word.
  static func list(_ text: TracedText, _ argument: Range<Int>) -> ContentsList {
    var fields: [Range<Int>] = []
    var start = argument.lowerBound
    while let end = text.utf8.firstOffset(of: separator, from: start),
      end < argument.upperBound
    {
      fields.append(start..<end)
      start = end + separator.count
    }
    fields.append(start..<argument.upperBound)
    let heading = text.slice(fields[0]).trimmed()
    var list = ContentsList(heading: heading.isEmpty ? nil : heading)
    for field in fields.dropFirst() { list.entries.append(entry(text, field)) }
    return list
  }

  private static func entry(_ text: TracedText, _ field: Range<Int>) -> ContentsList.Entry {
    let sign = text.utf8[field].lastIndex(of: UInt8(ascii: "="))
    guard let sign, let page = PageNumber.bare(Array(text.utf8[(sign + 1)..<field.upperBound]))
    else { return ContentsList.Entry(title: text.slice(field).trimmed()) }
    let title = text.slice(field.lowerBound..<sign).trimmed()
    return ContentsList.Entry(title: title, page: page)
  }

  static func line(_ list: ContentsList) -> String {
    let entries = list.entries.map { entry in
      name(entry.title.string) + (entry.page.map { "=\($0)" } ?? "")
    }
    let fields = [name(list.heading?.string ?? "")] + entries
    return "{{\(word) \(fields.joined(separator: "｜"))}}"
  }

  /// A title without the marks of the format.
  private static func name(_ text: String) -> String {
    String(
      text.map { character in
        switch character {
        case "｜", "{", "}", "\n", "\r", "\r\n": " "
        default: character
        }
      })
  }
}
