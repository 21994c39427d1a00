import FiscalModel
import Typography

@testable import ReportLayout

/// Text without white space, as a reader of the PDF gets it and as the report holds it.
enum PrintedText {
  /// What stands in content, contents list, figures and artifacts left out, element by element.
  static func content(_ document: PagedDocument) -> [String] {
    var texts: [Int: [UInt8]] = [:]
    for frame in document.frames {
      var current: Int?
      for item in frame.items {
        switch item {
        case .beginContent(let element): current = element
        case .beginArtifact: current = nil
        case .glyphs(let run, _, _):
          if let current { texts[home(current, document), default: []] += run.text }
        default: break
        }
      }
    }
    return texts.keys.sorted().compactMap { element in
      isContents(element, document) ? nil : stripped(texts[element] ?? [])
    }.filter { !$0.isEmpty }
  }

  /// The item to which a label or body belongs, else the element itself.
  private static func home(_ element: Int, _ document: PagedDocument) -> Int {
    let isPart = [.label, .listBody].contains(document.elements[element].role)
    return isPart ? document.elements[element].parent ?? element : element
  }

  private static func isContents(_ element: Int, _ document: PagedDocument) -> Bool {
    var index: Int? = element
    while let current = index {
      let role = document.elements[current].role
      if role == .tableOfContents || role == .figure { return true }
      index = document.elements[current].parent
    }
    return false
  }

  /// The texts of a report in reading order.
  static func source(_ report: Report) -> [String] {
    var collector = Collector()
    collector.walk(report)
    return collector.texts.map { stripped($0.utf8) }.filter { !$0.isEmpty }
  }

  static func stripped(_ bytes: [UInt8]) -> String {
    String(decoding: bytes, as: UTF8.self).filter { !$0.isWhitespace && $0 != "\u{200B}" }
  }

  private struct Collector: ReportWalker {
    var texts: [TracedText] = []

    mutating func enter(_ section: Section, path: [Section]) {
      if let heading = section.heading { texts.append(heading) }
    }

    mutating func visit(_ block: Block, path: [Section]) {
      switch block {
      case .paragraph(let paragraph): texts.append(paragraph.text)
      case .table(let table): add(table)
      case .figure(let figure): if let caption = figure.caption { texts.append(caption) }
      case .glossaryEntry(let entry): texts.append(entry.text)
      case .unrecognised(let piece): texts.append(piece.text)
      }
    }

    private mutating func add(_ table: Table) {
      texts += [table.title, table.publicNumber].compactMap(\.self) + table.headLines
      texts += [table.department, table.unitLine].compactMap(\.self)
      if table.head.isEmpty, !TableGrid.printsColumns(table) {
        let head = TableGrid(Table(kind: table.kind, columns: table.columns)).head
        texts += head.joined().map(\.text)
      }
      texts += (table.head + table.rows.map(\.cells)).flatMap { $0 }
        .map(\.text)
      texts += table.notes.map(\.text)
    }
  }
}
