import FiscalModel
import FiscalText
import Foundation

/// A drafted disclosure held against one that a person wrote from the same tables: every stretch of
/// drafted text is looked for in the written text of its section, in order. What stands there in the
/// place of a blank fills it; what stands there besides is the author's own.
struct SampleComparison {
  /// What the draft leaves open, with what the person wrote there.
  struct Filled {
    var section: String
    var hint: String
    var text: String
  }

  private(set) var blanks: [Filled] = []
  /// What only the person wrote, by section: sentences, tables and charts.
  private(set) var own: [(section: String, text: String)] = []
  /// What is in the draft only.
  private(set) var missing: [(section: String, text: String)] = []
  /// The draft with its blanks filled; a section that is left to the author as a whole is the
  /// written one.
  private(set) var filled: Report

  private static var blank: Regex<(Substring, Substring)> { #/【请填写：([^】]*)】/# }

  init(drafted: Report, written: Report) {
    filled = drafted
    filled.sources = written.sources
    let sections = Dictionary(
      written.allSections.map { ($0.heading?.string ?? "", $0) },
      uniquingKeysWith: { one, _ in one })
    for index in drafted.parts.indices {
      var part = drafted.parts[index]
      fill(&part, from: sections)
      filled.parts[index] = part
    }
  }

  private mutating func fill(_ section: inout Section, from written: [String: Section]) {
    let heading = section.heading?.string ?? ""
    let inner = Set(section.sections.compactMap { $0.heading?.string })
    for index in section.sections.indices { fill(&section.sections[index], from: written) }
    guard let model = written[heading] else {
      missing.append((heading, heading))
      return
    }
    let isGlossary = section.role == "glossary"
    let draft = Self.text(section.blocks, isGlossary: isGlossary)
    let text = Self.text(
      model.blocks
        + model.sections.filter { !inner.contains($0.heading?.string ?? "") }
        .flatMap { Self.blocks($0) }, isGlossary: isGlossary)
    if draft.replacing(Self.blank, with: "").allSatisfy(\.isWhitespace), !draft.isEmpty {
      let hints = draft.matches(of: Self.blank).map { String($0.1) }
      blanks.append(Filled(section: heading, hint: hints.joined(separator: "；"), text: text))
      section = model
      return
    }
    let fills = matched(draft, text, heading)
    Self.put(fills, into: &section)
  }

  // MARK: Text

  private static func blocks(_ section: Section) -> [Block] {
    let heading = section.heading.map { [Block.paragraph(Paragraph($0))] } ?? []
    return heading + section.blocks + section.sections.flatMap { blocks($0) }
  }

  private static func text(_ blocks: [Block], isGlossary: Bool) -> String {
    blocks.compactMap { block in
      switch block {
      case .paragraph(let paragraph):
        let text = paragraph.text.string
        return isGlossary ? text.replacing(#/^[0-9]+\./#, with: "") : text
      case .glossaryEntry(let entry): return entry.text.string.replacing(#/^[0-9]+\./#, with: "")
      case .table(let table): return table.id == nil && table.kind != .performance ? "〔表〕" : nil
      case .figure: return "〔图〕"
      case .unrecognised(let piece): return piece.text.string
      }
    }.joined(separator: "\n")
  }

  // MARK: Matching

  /// What fills the blanks of a section, in order.
  private mutating func matched(_ draft: String, _ text: String, _ heading: String) -> [String] {
    var fills: [String] = []
    var open: String?
    var place = text.startIndex
    for piece in Self.pieces(draft) {
      if let blank = piece.wholeMatch(of: Self.blank) {
        open = String(blank.1)
        continue
      }
      guard let found = text.range(of: piece, range: place..<text.endIndex) else {
        missing.append((heading, piece))
        if open != nil { fills.append("") }
        open = nil
        continue
      }
      take(text[place..<found.lowerBound], open, heading, &fills)
      open = nil
      place = found.upperBound
    }
    take(text[place...], open, heading, &fills)
    return fills
  }

  private mutating func take(
    _ gap: Substring, _ blank: String?, _ heading: String, _ fills: inout [String]
  ) {
    if let blank {
      fills.append(String(gap))
      blanks.append(Filled(section: heading, hint: blank, text: String(gap)))
    } else if !gap.allSatisfy(\.isNewline) {
      own.append((heading, String(gap).trimmingCharacters(in: .newlines)))
    }
  }

  /// The blanks, the ends of sentences and paragraphs, and what stands between them.
  private static func pieces(_ text: String) -> [String] {
    var pieces: [String] = []
    var place = text.startIndex
    for mark in text.matches(of: #/【请填写：[^】]*】|。|\n/#) {
      if place < mark.range.lowerBound {
        pieces.append(String(text[place..<mark.range.lowerBound]))
      }
      pieces.append(String(text[mark.range]))
      place = mark.range.upperBound
    }
    if place < text.endIndex { pieces.append(String(text[place...])) }
    return pieces
  }

  private static func put(_ fills: [String], into section: inout Section) {
    var rest = fills[...]
    section.blocks = section.blocks.flatMap { block -> [Block] in
      guard case .paragraph(let paragraph) = block else { return [block] }
      let text = paragraph.text.string.replacing(blank) { _ in rest.popFirst() ?? "" }
      return text.split(separator: "\n").filter { $0 != "〔表〕" && $0 != "〔图〕" }.map { line in
        .paragraph(
          Paragraph(TracedText(String(line)), number: HeadingNumber.scan([UInt8](line.utf8))))
      }
    }
  }
}

extension SampleComparison: CustomStringConvertible {
  /// The list that people read and approve.
  var description: String {
    func line(_ parts: String...) -> String {
      parts.map { $0.replacing("\n", with: "／") }.joined(separator: "｜")
    }
    let lists = [
      ("待填写", blanks.map { line($0.section, $0.hint, $0.text) }),
      ("样例另有", own.map { line($0.section, $0.text) }),
      ("样例没有", missing.map { line($0.section, $0.text) }),
    ]
    return lists.map { title, lines in "[\(title)]\n" + lines.map { $0 + "\n" }.joined() }
      .joined(separator: "\n")
  }
}
