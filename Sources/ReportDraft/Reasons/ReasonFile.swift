internal import FiscalText

/// Words for the blanks of a draft, by 科目 or section: a table of the columns 条目, 待填写 and 内容
/// in CSV, or lines of `条目：内容` where only a reason is meant.
public struct ReasonFile: Sendable {
  /// A filled line.
  public struct Line: Sendable {
    /// 1-based.
    public var number: Int
    /// A code, the name of a 科目, or the title of a section.
    public var subject: String
    /// What is to be filled in; empty for the reason.
    public var hint: String
    public var content: String
  }

  /// More lines than any disclosure has blanks.
  private static let limit = 20_000
  static let heads = ["条目", "待填写", "内容", "所在的句子"]

  public private(set) var lines: [Line] = []

  /// - Throws: a ``ReasonError`` for a line that says nothing that can be understood.
  public init(_ text: String) throws(ReasonError) {
    var number = 0
    var scanner = CSVScanner(text)
    while let record = scanner.next() {
      number = record.line
      guard lines.count < Self.limit else {
        throw ReasonError(line: number, message: "行数过多，不像填写表")
      }
      try add(record.fields, at: number)
    }
  }

  private mutating func add(_ fields: [String], at number: Int) throws(ReasonError) {
    var fields = fields.map(Self.trimmed)
    guard let first = fields.first, fields.contains(where: { !$0.isEmpty }), !first.hasPrefix("#"),
      first != Self.heads[0]
    else { return }
    if fields.count == 1, let mark = first.firstIndex(where: { "：:=＝→".contains($0) }) {
      fields = [
        Self.trimmed(String(first[..<mark])),
        Self.trimmed(String(first[first.index(after: mark)...])),
      ]
    }
    guard fields.count >= 2, !fields[0].isEmpty else {
      throw ReasonError(
        line: number, message: "应当写成“条目,待填写,内容”，或“条目：原因”")
    }
    let content = fields.count == 2 ? fields[1] : fields[2]
    // What nobody has filled in yet is no fault.
    guard !content.isEmpty else { return }
    lines.append(
      Line(
        number: number, subject: fields[0], hint: fields.count == 2 ? "" : fields[1],
        content: content))
  }

  private static func trimmed(_ text: String) -> String {
    var text = Substring(text)
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return String(text)
  }

  /// The table to be filled in, for a list of blanks.
  public static func template(_ blanks: [OpenBlank]) -> String {
    var text = heads.joined(separator: ",") + "\n"
    for blank in blanks {
      text += [blank.subject, blank.hint, "", blank.sentence].map(field).joined(separator: ",")
      text += "\n"
    }
    return text
  }

  private static func field(_ text: String) -> String {
    guard text.contains(where: { ",\"\n\r".contains($0) }) else { return text }
    return "\"\(text.replacing("\"", with: "\"\""))\""
  }
}
