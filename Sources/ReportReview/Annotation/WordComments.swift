internal import FiscalModel
internal import OfficeOutput
internal import ReportLint

/// Puts a comment (批注) at the place of each finding into a Word document (ECMA-376). Parts that
/// need no change keep their packed bytes; in the document part nothing is changed but that the
/// marks of the comments are put between its runs.
public struct WordComments {
  private static let main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
  private static let commentsType =
    "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"

  /// The parts that ``annotate(_:parts:notes:path:)`` has to see.
  public static let parts = [
    documentPart, "word/_rels/document.xml.rels", "word/comments.xml", "[Content_Types].xml",
  ]
  private static let documentPart = "word/document.xml"

  /// The bytes of the copy; nil if the file is no Word document of the usual build.
  ///
  /// - Parameters:
  ///   - archive: the file.
  ///   - parts: the unpacked ``parts`` that it has.
  ///   - path: which of the places of the notes are in this file.
  public static func annotate(
    _ archive: [UInt8], parts: [String: [UInt8]], notes: [ReviewNote], path: String
  ) -> [UInt8]? {
    guard let directory = ZipDirectory(archive), let document = parts[documentPart],
      let types = parts["[Content_Types].xml"], isUTF8(document)
    else { return nil }
    let placed = notes.filter { $0.location.path == path }
    guard !placed.isEmpty else { return archive }
    let existing = parts["word/comments.xml"]
    let firstID = existing.map(nextID) ?? 0
    var changed: [String: [UInt8]] = [:]
    changed[documentPart] = marked(document, placed, firstID: firstID)
    guard let comments = comments(existing, placed, firstID: firstID) else { return nil }
    changed["word/comments.xml"] = comments
    if existing == nil {
      let element = #"<Override PartName="/word/comments.xml" ContentType="\#(commentsType)"/>"#
      guard let listed = XMLPart.inserting(element, intoRootOf: types) else { return nil }
      changed["[Content_Types].xml"] = listed
      changed["word/_rels/document.xml.rels"] = XMLPart.relating(
        parts["word/_rels/document.xml.rels"], id: "rIdGongkai", type: "comments",
        target: "comments.xml")
    }
    return directory.replacing(changed)
  }

  private static func isUTF8(_ part: [UInt8]) -> Bool {
    !part.starts(with: [0xFF, 0xFE]) && !part.starts(with: [0xFE, 0xFF])
  }

  // MARK: The document

  private static func marked(
    _ document: [UInt8], _ notes: [ReviewNote], firstID: Int
  ) -> [UInt8] {
    let paragraphs = WordParagraphs(document)
    var insertions: [(offset: Int, isStart: Bool, bytes: [UInt8])] = []
    for (index, note) in notes.enumerated() {
      guard let range = range(of: note, in: paragraphs) else { continue }
      let id = firstID + index
      insertions.append((range.lowerBound, true, element("commentRangeStart", id)))
      insertions.append(
        (
          range.upperBound, false,
          element("commentRangeEnd", id)
            + [UInt8](#"<w:r xmlns:w="\#(main)"><w:commentReference w:id="\#(id)"/></w:r>"#.utf8)
        ))
    }
    // What ends at a place ends before something else starts there.
    let sorted = insertions.enumerated().sorted { left, right in
      let (one, two) = (left.element, right.element)
      if one.offset != two.offset { return one.offset < two.offset }
      if one.isStart != two.isStart { return !one.isStart }
      return left.offset < right.offset
    }
    var result: [UInt8] = []
    var position = 0
    for (_, insertion) in sorted {
      result += document[position..<insertion.offset]
      result += insertion.bytes
      position = insertion.offset
    }
    return result + document[position...]
  }

  private static func element(_ name: String, _ id: Int) -> [UInt8] {
    [UInt8](#"<w:\#(name) xmlns:w="\#(main)" w:id="\#(id)"/>"#.utf8)
  }

  /// The runs that hold a note's quote; the whole paragraph where they are not found, and the
  /// first paragraph for what is about the whole document.
  private static func range(of note: ReviewNote, in document: WordParagraphs) -> Range<Int>? {
    var number = document.first
    if case .paragraph(_, let place) = note.location { number = place }
    guard let number,
      let paragraph = document.paragraphs[number]
        ?? document.first.flatMap({ document.paragraphs[$0] })
    else { return nil }
    if let runs = runs(of: note, in: paragraph) {
      return runs.first.range.lowerBound..<runs.last.range.upperBound
    }
    return paragraph.afterProperties..<paragraph.content.upperBound
  }

  private static func runs(
    of note: ReviewNote, in paragraph: WordParagraphs.Paragraph
  ) -> (first: WordParagraphs.Run, last: WordParagraphs.Run)? {
    let quote = note.quote.utf8.filter { $0 > 0x20 }
    guard !quote.isEmpty else { return nil }
    let text = paragraph.runs.flatMap(\.text)
    let places = offsets(of: quote, in: text)
    guard !places.isEmpty else { return nil }
    let start = places[min(occurrence(note), places.count - 1)]
    var covered: [WordParagraphs.Run] = []
    var position = 0
    for run in paragraph.runs {
      let end = position + run.text.count
      if position < start + quote.count, end > start { covered.append(run) }
      position = end
    }
    guard let first = covered.first, let last = covered.last else { return nil }
    return (first, last)
  }

  /// Which of several equal quotes in its paragraph is meant, from 0.
  private static func occurrence(_ note: ReviewNote) -> Int {
    guard let spot = note.spot, spot.range.lowerBound <= spot.text.utf8.count else { return 0 }
    let before = spot.text.utf8[..<spot.range.lowerBound].filter { $0 > 0x20 }
    return offsets(of: note.quote.utf8.filter { $0 > 0x20 }, in: before).count
  }

  private static func offsets(of needle: [UInt8], in hay: [UInt8]) -> [Int] {
    guard let first = needle.first, hay.count >= needle.count else { return [] }
    var offsets: [Int] = []
    var start = 0
    while start + needle.count <= hay.count {
      if hay[start] == first, hay[start..<start + needle.count].elementsEqual(needle) {
        offsets.append(start)
        start += needle.count
      } else {
        start += 1
      }
    }
    return offsets
  }

  // MARK: Other parts

  private static func comments(
    _ existing: [UInt8]?, _ notes: [ReviewNote], firstID: Int
  ) -> [UInt8]? {
    var elements: [UInt8] = []
    for (index, note) in notes.enumerated() {
      elements += [UInt8](
        #"<w:comment xmlns:w="\#(main)" w:id="\#(firstID + index)" w:author="\#(ReviewNote.author)" w:initials="核">"#
          .utf8)
      for line in note.text.split(separator: "\n") {
        elements += [UInt8](#"<w:p><w:r><w:t xml:space="preserve">"#.utf8)
        elements += XMLText.escaped(String(line))
        elements += [UInt8]("</w:t></w:r></w:p>".utf8)
      }
      elements += [UInt8]("</w:comment>".utf8)
    }
    let empty =
      #"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#
      + #"<w:comments xmlns:w="\#(main)"></w:comments>"#
    return XMLPart.inserting(elements, intoRootOf: existing ?? [UInt8](empty.utf8))
  }

  private static func nextID(_ comments: [UInt8]) -> Int {
    var scanner = TagScanner(comments)
    var next = 0
    while let token = scanner.next() {
      guard token.kind != .text, scanner.isNamed(token, "comment"),
        let id = scanner.attribute("id", of: token).flatMap({ Int($0) })
      else { continue }
      next = max(next, min(id, Int(Int32.max) - 100_000) + 1)
    }
    return next
  }
}
