public import FiscalModel
public import FiscalStandards
internal import FiscalText

/// Fills the blanks of a draft from a file of reasons, and lists those that stay.
public struct BlankFiller {
  /// The blanks that nothing was said about, in order.
  public private(set) var open: [OpenBlank] = []
  /// Lines whose item is there, but has no such blank.
  public private(set) var unused: [ReasonFile.Line] = []
  /// How many blanks were filled.
  public private(set) var filled = 0
  private let names: ClassificationNames
  /// The lines that have not been used, by the item they are for.
  private var lines: [String: [ReasonFile.Line]] = [:]
  private var known: Set<String> = []

  /// - Parameter layout: the one that the tables of the drafts are bound to.
  public init(tables: Report, layout: Layout) {
    names = ClassificationNames(TableIndex(tables, layout: layout))
  }

  /// Fills what a file says.
  ///
  /// - Throws: a ``ReasonError`` for the first line whose item the report does not have.
  public mutating func fill(_ report: inout Report, from file: ReasonFile?) throws(ReasonError) {
    lines = [:]
    for line in file?.lines ?? [] {
      lines[ClassificationNames.key(line.subject), default: []].append(line)
    }
    known = []
    for index in report.parts.indices { fill(&report.parts[index]) }
    let left = lines.values.flatMap(\.self).sorted { $0.number < $1.number }
    for line in left {
      let key = ClassificationNames.key(line.subject)
      guard known.contains(key) || names.isKnown(key) else {
        throw ReasonError(
          line: line.number,
          message: "“\(line.subject)”不是本文中的条目；条目可以是科目编码、科目名称、小节标题或条目开头的名称")
      }
      unused.append(line)
    }
  }

  private mutating func fill(_ section: inout Section) {
    let title = section.title?.string ?? ""
    known.insert(ClassificationNames.key(title))
    for index in section.blocks.indices {
      switch section.blocks[index] {
      case .paragraph(var paragraph):
        fill(&paragraph, in: title)
        section.blocks[index] = .paragraph(paragraph)
      case .glossaryEntry(let entry):
        var paragraph = Paragraph(entry.text, number: HeadingNumber.scan(entry.text.utf8))
        fill(&paragraph, in: title)
        guard paragraph.text.utf8 != entry.text.utf8 else { continue }
        section.blocks[index] = .paragraph(paragraph)
      default: continue
      }
    }
    for index in section.sections.indices { fill(&section.sections[index]) }
  }

  private mutating func fill(_ paragraph: inout Paragraph, in title: String) {
    let text = paragraph.text.utf8
    let (subject, keys) = subject(of: text, in: title)
    known.formUnion(keys)
    let blanks = Blank.all(in: text)
    guard !blanks.isEmpty else { return }
    var result = ""
    var start = 0
    for blank in blanks {
      result += paragraph.text.string(start..<blank.range.lowerBound)
      if let line = take(blank.hint, keys) {
        if let check = CheckBlank(blank.hint) {
          result = check.text(line.content, behind: result)
        } else {
          result += FilledBlank(blank, in: text).text(line.content)
        }
        filled += 1
      } else if let rate = Self.rate(blank.hint, behind: result) {
        result += rate
        filled += 1
      } else {
        result += paragraph.text.string(blank.range)
        let sentence = Self.sentence(around: blank.range, in: text)
        open.append(OpenBlank(subject: subject, hint: blank.hint, sentence: sentence))
      }
      start = blank.range.upperBound
    }
    result += paragraph.text.string(start..<text.count)
    paragraph.text = TracedText(result)
  }

  /// A rate or share that follows from what was filled in before it.
  private static func rate(_ hint: String, behind text: String) -> String? {
    let bytes = [UInt8](text.utf8)
    return CompletionRate.isMeant(hint)
      ? CompletionRate.text(behind: bytes) : ShareOfAmounts.text(behind: bytes, hint: hint)
  }

  /// What a paragraph is about in words, and all keys by which a line may mean it.
  private func subject(of text: [UInt8], in title: String) -> (subject: String, keys: [String]) {
    if let path = ParagraphSubject.classification(text) {
      let code = names.code(path)
      let subject = [code, path.last].compactMap(\.self).joined(separator: " ")
      return (subject, names.keys(path))
    }
    if let lead = ParagraphSubject.lead(text) { return (lead, [ClassificationNames.key(lead)]) }
    return (title, [ClassificationNames.key(title)])
  }

  /// The first line for one of the keys that says something about a blank, which is used up.
  private mutating func take(_ hint: String, _ keys: [String]) -> ReasonFile.Line? {
    for key in keys {
      guard let index = lines[key]?.firstIndex(where: { Self.isMeant(hint, by: $0) }) else {
        continue
      }
      return lines[key]?.remove(at: index)
    }
    return nil
  }

  private static func isMeant(_ hint: String, by line: ReasonFile.Line) -> Bool {
    line.hint.isEmpty ? isReason(hint) : hint == line.hint
  }

  /// Whether a reason alone is wanted, and no amounts with it.
  private static func isReason(_ hint: String) -> Bool {
    hint.contains("原因") && !hint.contains("增减")
  }

  private static let stops = ["。", "；"].map { [UInt8]($0.utf8) }

  private static func sentence(around range: Range<Int>, in text: [UInt8]) -> String {
    var start = 0
    var end = text.count
    for stop in stops {
      var offset = 0
      while let found = text.firstOffset(of: stop, from: offset) {
        offset = found + stop.count
        if found < range.lowerBound { start = max(start, offset) }
        if found >= range.upperBound {
          end = min(end, offset)
          break
        }
      }
    }
    return String(decoding: text[start..<end], as: UTF8.self)
  }
}
