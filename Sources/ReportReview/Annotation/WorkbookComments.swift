internal import FiscalModel
internal import OfficeOutput
internal import ReportLint

/// Puts a comment at the cell of each finding into an Excel workbook (ECMA-376): the comments, and
/// the drawing in which Excel shows them. Parts that need no change keep their packed bytes;
/// comments that are there stay.
public struct WorkbookComments {
  private let read: (String) throws -> [UInt8]?
  private var changed: [String: [UInt8]] = [:]

  private init(_ read: @escaping (String) throws -> [UInt8]?) { self.read = read }

  /// The bytes of the copy; nil if the file is no workbook of the usual build.
  ///
  /// - Parameters:
  ///   - archive: the file.
  ///   - path: which of the places of the notes are in this file.
  ///   - read: gives the unpacked part of a name, or nil where the file has none.
  public static func annotate(
    _ archive: [UInt8], notes: [ReviewNote], path: String,
    read: @escaping (String) throws -> [UInt8]?
  ) throws -> [UInt8]? {
    guard let directory = ZipDirectory(archive) else { return nil }
    var writer = WorkbookComments(read)
    let sheets = try writer.sheets()
    for (number, sheet) in sheets.enumerated() {
      let placed = writer.comments(notes, path: path, sheet: sheet.name)
      guard !placed.isEmpty else { continue }
      guard try writer.add(placed, to: sheet.part, number: number + 1) else { return nil }
    }
    return writer.changed.isEmpty ? archive : directory.replacing(writer.changed)
  }

  private func part(_ name: String) throws -> [UInt8]? { try changed[name] ?? read(name) }

  /// The sheets with the names of their parts.
  private func sheets() throws -> [(name: String, part: String)] {
    guard let book = try part("xl/workbook.xml"),
      let relations = try part("xl/_rels/workbook.xml.rels")
    else { return [] }
    var targets: [String: String] = [:]
    for item in XMLPart.elements("Relationship", in: relations, attributes: ["Id", "Target"]) {
      if let id = item["Id"] { targets[id] = item["Target"] }
    }
    return XMLPart.elements("sheet", in: book, attributes: ["name", "id"]).compactMap { sheet in
      guard let name = sheet["name"], let target = sheet["id"].flatMap({ targets[$0] }) else {
        return nil
      }
      let text = String(
        decoding: WordParagraphs.unescaped([UInt8](name.utf8)[...]), as: UTF8.self)
      return (text, Self.resolve(target, in: "xl"))
    }
  }

  /// A target that is relative to a folder, as the name of a part.
  private static func resolve(_ target: String, in folder: String) -> String {
    if target.hasPrefix("/") { return String(target.dropFirst()) }
    var parts = folder.split(separator: "/")
    for piece in target.split(separator: "/") {
      if piece == ".." { _ = parts.popLast() } else if piece != "." { parts.append(piece) }
    }
    return parts.joined(separator: "/")
  }

  /// The texts by cell, in the order of the notes.
  private func comments(
    _ notes: [ReviewNote], path: String, sheet: String
  ) -> [(cell: String, text: String)] {
    var cells: [(cell: String, text: String)] = []
    for note in notes {
      guard case .cell(path, sheet, let reference) = note.location,
        CellAddress(reference) != nil
      else { continue }
      if let index = cells.firstIndex(where: { $0.cell == reference }) {
        cells[index].text += "\n" + note.text
      } else {
        cells.append((reference, note.text))
      }
    }
    return cells
  }

  private mutating func add(
    _ comments: [(cell: String, text: String)], to sheet: String, number: Int
  ) throws -> Bool {
    let folder = sheet.split(separator: "/").dropLast().joined(separator: "/")
    let name = sheet.split(separator: "/").last.map(String.init) ?? ""
    let relationsName = "\(folder)/_rels/\(name).rels"
    let relations = try part(relationsName)
    let items = relations.map {
      XMLPart.elements("Relationship", in: $0, attributes: ["Type", "Target"])
    }
    func target(_ type: String) -> String? {
      (items ?? []).first { $0["Type"]?.hasSuffix("/\(type)") == true }?["Target"]
        .map { Self.resolve($0, in: folder) }
    }
    if let list = target("comments"), let drawing = target("vmlDrawing") {
      return try extend(list, drawing, with: comments)
    }
    guard target("comments") == nil, let content = try part(sheet) else { return false }
    let (list, drawing) = ("xl/commentsGongkai\(number).xml", "xl/drawings/gongkai\(number).vml")
    changed[list] = Self.newList(comments)
    changed[drawing] = [UInt8](
      (CommentShapes.head + comments.compactMap { CommentShapes.shape($0.cell) }.joined()
        + CommentShapes.tail).utf8)
    let listed = XMLPart.relating(
      relations, id: "rIdGongkaiComments", type: "comments", target: "/\(list)")
    changed[relationsName] = XMLPart.relating(
      listed, id: "rIdGongkaiDrawing", type: "vmlDrawing", target: "/\(drawing)")
    changed[sheet] = Self.showing(content)
    return try declare(list)
  }

  // MARK: Parts

  private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"

  private static func comment(_ cell: String, _ text: String, author: Int) -> [UInt8] {
    [UInt8](
      #"<comment xmlns="\#(main)" ref="\#(cell)" authorId="\#(author)"><text><t xml:space="preserve">"#
        .utf8) + lines(text) + [UInt8]("</t></text></comment>".utf8)
  }

  /// Escaped, line ends kept.
  private static func lines(_ text: String) -> [UInt8] {
    Array(
      text.split(separator: "\n", omittingEmptySubsequences: false)
        .map { XMLText.escaped(String($0)) }.joined(separator: [0x0A]))
  }

  private static func newList(_ comments: [(cell: String, text: String)]) -> [UInt8] {
    [UInt8](
      (XMLPart.declaration + #"<comments xmlns="\#(main)"><authors><author>"#
        + "\(ReviewNote.author)</author></authors><commentList>").utf8)
      + comments.flatMap { comment($0.cell, $0.text, author: 0) }
      + [UInt8]("</commentList></comments>".utf8)
  }

  /// Adds to the comments that a sheet has. A cell holds one comment: where there is one, ours is
  /// put behind its text.
  private mutating func extend(
    _ list: String, _ drawing: String, with comments: [(cell: String, text: String)]
  ) throws -> Bool {
    guard var content = try part(list), let shapes = try part(drawing) else { return false }
    let authors = XMLPart.elements("author", in: content, attributes: []).count
    guard
      let named = Self.inserting(
        [UInt8](#"<author xmlns="\#(Self.main)">\#(ReviewNote.author)</author>"#.utf8),
        beforeEndOf: "authors", in: content)
    else { return false }
    content = named
    let taken = Set(
      XMLPart.elements("comment", in: content, attributes: ["ref"]).compactMap { $0["ref"] })
    var added = ""
    for comment in comments {
      let isNew = !taken.contains(comment.cell)
      let element =
        isNew
        ? Self.comment(comment.cell, comment.text, author: authors)
        : [UInt8](#"<r xmlns="\#(Self.main)"><t xml:space="preserve">"#.utf8) + [0x0A]
          + Self.lines("\(ReviewNote.author)：\(comment.text)") + [UInt8]("</t></r>".utf8)
      guard
        let longer = Self.inserting(
          element, beforeEndOf: isNew ? "commentList" : "text",
          after: isNew ? nil : comment.cell, in: content)
      else { continue }
      content = longer
      if isNew { added += CommentShapes.shape(comment.cell) ?? "" }
    }
    changed[list] = content
    changed[drawing] = XMLPart.inserting(added, intoRootOf: shapes) ?? shapes
    return true
  }

  /// Puts elements before the end of the first element of a name, behind the comment of a cell
  /// where one is given.
  private static func inserting(
    _ elements: [UInt8], beforeEndOf name: String, after cell: String? = nil, in part: [UInt8]
  ) -> [UInt8]? {
    var scanner = TagScanner(part)
    var isBehind = cell == nil
    while let token = scanner.next() {
      if let cell, token.kind == .start, scanner.isNamed(token, "comment") {
        isBehind = scanner.attribute("ref", of: token) == cell
      }
      guard isBehind, token.kind == .end, scanner.isNamed(token, name) else { continue }
      return part[..<token.range.lowerBound] + elements + part[token.range.lowerBound...]
    }
    return nil
  }

  /// What stands behind the place of the drawing in a sheet.
  private static let followers: Set<String> = [
    "legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "webPublishItems",
    "tableParts", "extLst", "AlternateContent",
  ]

  /// A sheet that shows the drawing of its comments.
  private static func showing(_ sheet: [UInt8]) -> [UInt8] {
    var scanner = TagScanner(sheet)
    var depth = 0
    var place: Int?
    var prefix = ""
    while let token = scanner.next(), place == nil {
      switch token.kind {
      case .text: break
      case .start, .empty:
        if depth == 0 {
          let name = String(decoding: sheet[token.name], as: UTF8.self)
          prefix = name.contains(":") ? name.prefix { $0 != ":" } + ":" : ""
        }
        let local = String(decoding: scanner.localName(token), as: UTF8.self)
        if depth == 1, followers.contains(local) { place = token.range.lowerBound }
        if token.kind == .start { depth += 1 }
      case .end:
        depth -= 1
        if depth == 0 { place = token.range.lowerBound }
      }
    }
    guard let place else { return sheet }
    let element =
      #"<\#(prefix)legacyDrawing xmlns:r="\#(XMLPart.relations)" r:id="rIdGongkaiDrawing"/>"#
    return sheet[..<place] + [UInt8](element.utf8) + sheet[place...]
  }

  private mutating func declare(_ list: String) throws -> Bool {
    let name = "[Content_Types].xml"
    guard var types = try part(name) else { return false }
    let type = "application/vnd.openxmlformats-officedocument"
    let known = XMLPart.elements("Default", in: types, attributes: ["Extension"])
    if !known.contains(where: { $0["Extension"]?.lowercased() == "vml" }) {
      let element = #"<Default Extension="vml" ContentType="\#(type).vmlDrawing"/>"#
      types = XMLPart.inserting(element, intoRootOf: types) ?? types
    }
    let element =
      #"<Override PartName="/\#(list)" ContentType="\#(type).spreadsheetml.comments+xml"/>"#
    types = XMLPart.inserting(element, intoRootOf: types) ?? types
    changed[name] = types
    return true
  }
}
