internal import FiscalModel
internal import FiscalText

/// Walks through the text of a Word document and hands over its lines, tables and figures.
///
/// It is a class as the walk goes through paragraphs, tables, text boxes and notes that hold one
/// another, all of which count lists and paragraphs on together.
final class WordBodyReader {
  /// How far a field is: what stands before its separator is an instruction, not text.
  enum Field { case instruction, result }

  let parts: WordParts
  let source: Int
  let options: DocxReader.Options
  private(set) var blocks: [RawBlock] = []
  private var styles: WordStyles
  private var numbering: WordNumbering
  private var fields: [Field] = []
  private let paragraphNumbers: [Int: Int]
  /// The place of a note's text is the paragraph that it belongs to.
  private var notePlace: Place?
  /// A paragraph whose end was deleted, so that the next one goes on in it.
  private var carried: WordParagraph?

  init(parts: WordParts, source: Int, options: DocxReader.Options) {
    self.parts = parts
    self.source = source
    self.options = options
    styles = parts.styles
    numbering = parts.numbering
    paragraphNumbers = Self.numbers(of: parts.document)
  }

  /// Reads the whole body.
  func read() -> [RawBlock] {
    guard let body = parts.document.root.child("body") else { return [] }
    readBlocks(body)
    return blocks
  }

  /// Every paragraph of the document part counts, whether it is printed or not, so that other
  /// programs find it; the copies that are kept for old versions of Word do not. Pieces of other
  /// formats stand at the paragraph before them.
  private static func numbers(of tree: XMLTree) -> [Int: Int] {
    var numbers: [Int: Int] = [:]
    var count = 0
    var index = 0
    while index < tree.count {
      let node = tree[index]
      if node.name == "Fallback", node.vocabulary == .compatibility {
        index = node.end
        continue
      }
      if node.name == "p", node.vocabulary == .word {
        count += 1
        numbers[index] = count
      } else if node.name == "altChunk" {
        numbers[index] = max(1, count)
      }
      index += 1
    }
    return numbers
  }

  /// What `body` produces, as blocks of its own. Fields and deleted paragraph ends do not reach
  /// from one text to the other.
  func collect(_ body: () -> Void) -> [RawBlock] {
    let outer = (blocks, fields, carried)
    (blocks, fields, carried) = ([], [], nil)
    body()
    let inner = blocks
    (blocks, fields, carried) = outer
    return inner
  }

  func append(_ block: RawBlock) { blocks.append(block) }

  func place(of paragraph: XMLNode) -> Place {
    notePlace ?? .paragraph(source: source, number: paragraphNumbers[paragraph.index] ?? 1)
  }

  // MARK: Blocks

  /// Reads the paragraphs and tables of a body, cell, text box or note.
  func readBlocks(_ container: XMLNode) {
    readContent(container)
    flush()
  }

  private func readContent(_ container: XMLNode) {
    for node in container.children {
      switch node.name {
      case "p" where node.vocabulary == .word: readParagraph(node)
      case "tbl" where node.vocabulary == .word:
        flush()
        readTable(node)
      case "AlternateContent": if let chosen = chosen(node) { readContent(chosen) }
      case "altChunk":
        flush()
        readForeignPiece(node)
      case "sdt", "sdtContent", "customXml", "ins", "moveTo", "del", "moveFrom":
        if !options.revisions.leavesOut(node.name) { readContent(node) }
      default: break
      }
    }
  }

  private func flush() {
    if let paragraph = carried { blocks += paragraph.blocks() }
    carried = nil
  }

  /// The first choice is what Word itself shows; the fallback repeats it for others.
  func chosen(_ alternate: XMLNode) -> XMLNode? {
    alternate.child("Choice") ?? alternate.child("Fallback")
  }

  private func readParagraph(_ node: XMLNode) {
    let properties = node.child("pPr")
    let styleID = properties?.child("pStyle")?["val"]
    let style = WordStyle(paragraph: properties, run: nil).over(styles.paragraph(styleID))
    let place = place(of: node)
    var paragraph = carried ?? WordParagraph(style: style)
    paragraph.style = style
    carried = nil
    if properties?.child("pageBreakBefore")?.isOn == true { blocks.append(.pageBreak) }
    if let number = number(properties, style, styleID) {
      paragraph.append(number, style: style, place: place)
    }
    readRuns(node, into: &paragraph, place: place)
    // An instruction that was never closed must not swallow the rest of the document.
    while fields.last == .instruction { fields.removeLast() }
    if isJoinedToNext(properties) {
      carried = paragraph
    } else {
      blocks += paragraph.blocks()
    }
    if let section = properties?.child("sectPr"), section.child("type")?["val"] != "continuous" {
      blocks.append(.pageBreak)
    }
  }

  /// Whether the paragraph's end mark is not there in the state that is read.
  private func isJoinedToNext(_ properties: XMLNode?) -> Bool {
    properties?.child("rPr")?.children.contains { options.revisions.leavesOut($0.name) } ?? false
  }

  private func number(
    _ properties: XMLNode?, _ style: WordStyle, _ styleID: String?
  ) -> String? {
    guard let list = style.numberingID, list != "0" else { return nil }
    let direct = properties?.child("numPr")
    var level = style.numberingLevel
    if direct?.child("numId") == nil, direct?.child("ilvl") == nil,
      let owner = styles.numberingStyle(styleID)
    {
      level = numbering.level(of: owner, in: list) ?? level
      // A style that inherits its list has a level of its own there.
      if let styleID { level = numbering.level(of: styleID, in: list) ?? level }
    }
    let text = numbering.next(list: list, level: level ?? 0)
    return text.isEmpty ? nil : text
  }

  // MARK: Runs

  private func readRuns(_ node: XMLNode, into paragraph: inout WordParagraph, place: Place) {
    for child in node.children {
      switch child.name {
      case "r" where child.vocabulary == .word: readRun(child, into: &paragraph, place: place)
      case "oMath", "oMathPara": readFormula(child, into: &paragraph, place: place)
      case "AlternateContent":
        if let chosen = chosen(child) { readRuns(chosen, into: &paragraph, place: place) }
      case "hyperlink", "smartTag", "customXml", "sdt", "sdtContent", "fldSimple", "bdo", "dir",
        "ins", "moveTo", "del", "moveFrom":
        if !options.revisions.leavesOut(child.name) {
          readRuns(child, into: &paragraph, place: place)
        }
      default: break
      }
    }
  }

  private func readRun(_ run: XMLNode, into paragraph: inout WordParagraph, place: Place) {
    let properties = run.child("rPr")
    var style = WordStyle(paragraph: nil, run: properties)
    if let id = properties?.child("rStyle")?["val"] { style = style.over(styles.character(id)) }
    style = style.over(paragraph.style)
    if style.isHidden == true, !options.includesHidden { return }
    let font = properties?.child("rFonts").flatMap { $0["ascii"] ?? $0["hAnsi"] } ?? ""
    readContent(of: run, WordRunContext(style: style, font: font, place: place), into: &paragraph)
  }

  private func readContent(
    of run: XMLNode, _ context: WordRunContext, into paragraph: inout WordParagraph
  ) {
    for node in run.children {
      if node.name == "fldChar" {
        readField(node, context, into: &paragraph)
      } else if !fields.contains(.instruction) {
        readPiece(node, context, into: &paragraph)
      }
    }
  }

  private func readPiece(
    _ node: XMLNode, _ context: WordRunContext, into paragraph: inout WordParagraph
  ) {
    switch node.name {
    case "t", "delText":
      paragraph.append(context.text(node), style: context.style, place: context.place)
    case "tab", "ptab": paragraph.append("\t", style: context.style, place: context.place)
    case "noBreakHyphen": paragraph.append("-", style: context.style, place: context.place)
    case "br" where node["type"] == "page": paragraph.breakPage()
    case "br", "cr": paragraph.breakLine()
    case "sym":
      let code = node["char"].flatMap { UInt32($0, radix: 16) } ?? 0
      let text = WordSymbol.text(font: node["font"] ?? context.font, code: code)
      paragraph.append(text, style: context.style, place: context.place)
    case "footnoteReference": attachNote(parts.footnotes, node, context, to: &paragraph)
    case "endnoteReference": attachNote(parts.endnotes, node, context, to: &paragraph)
    case "drawing", "pict", "object":
      paragraph.attachments += readGraphic(node, at: context.place)
    case "AlternateContent":
      if let chosen = chosen(node) { readContent(of: chosen, context, into: &paragraph) }
    case "ruby":
      if let base = node.child("rubyBase") {
        readRuns(base, into: &paragraph, place: context.place)
      }
    default: break
    }
  }

  private func readField(
    _ node: XMLNode, _ context: WordRunContext, into paragraph: inout WordParagraph
  ) {
    switch node["fldCharType"] {
    case "begin":
      if let box = node.child("ffData")?.child("checkBox"), !fields.contains(.instruction) {
        let state = box.child("checked") ?? box.child("default")
        let text = state?.isOn == true ? "☑" : "□"
        paragraph.append(text, style: context.style, place: context.place)
      }
      fields.append(.instruction)
    case "separate": if !fields.isEmpty { fields[fields.count - 1] = .result }
    case "end": _ = fields.popLast()
    default: break
    }
  }

  private func readFormula(_ node: XMLNode, into paragraph: inout WordParagraph, place: Place) {
    for child in node.children {
      if child.name == "t" {
        paragraph.append(child.text, style: paragraph.style, place: place)
      } else {
        readFormula(child, into: &paragraph, place: place)
      }
    }
  }

  /// A note comes behind its paragraph, marked as one. Its number is not put into the text,
  /// where it would stick to an amount.
  private func attachNote(
    _ notes: [String: XMLNode], _ reference: XMLNode, _ context: WordRunContext,
    to paragraph: inout WordParagraph
  ) {
    // A note cannot hold notes; a file where one does is not followed.
    guard notePlace == nil, let id = reference["id"], let note = notes[id] else { return }
    notePlace = context.place
    let content = collect { readBlocks(note) }
    notePlace = nil
    var isFirst = true
    for block in content {
      guard case .line(let note) = block else {
        paragraph.attachments.append(block)
        continue
      }
      var line = note.raw
      if isFirst, line.text.utf8.starts(with: Self.noteMark) == false {
        var marked = TracedText("注：")
        marked.append(line.text)
        line.text = marked
      }
      isFirst = false
      paragraph.attachments.append(.line(of: line))
    }
  }

  private static let noteMark = [UInt8]("注".utf8)
}
