internal import FiscalText

/// The title of an entry of the contents list, as headings of the body may print it: without its
/// number, and with the body's name in place of 部门.
struct ContentsTitle {
  /// Nil where the entry has none.
  let number: HeadingNumber?
  /// Without number, and without 部门 or 单位 at its start.
  let core: [UInt8]

  /// - Parameter entry: without white space.
  init(_ entry: [UInt8]) {
    number = HeadingNumber.scan(entry)
    var rest = entry[(number?.range.upperBound ?? 0)...]
    for word in Self.bodies where rest.starts(with: word) { rest = rest.dropFirst(word.count) }
    core = Array(rest)
  }

  private static let bodies = ["部门", "单位"].map { [UInt8]($0.utf8) }

  /// Whether a text without white space ends with the title, which is long enough to tell.
  func isEnd(of text: [UInt8]) -> Bool {
    core.count >= 12 && text.suffix(core.count).elementsEqual(core)
  }
}
