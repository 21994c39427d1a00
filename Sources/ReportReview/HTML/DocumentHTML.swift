internal import FiscalModel
internal import FiscalText
internal import ReportLint

/// Shows a report as a document in HTML, its numbers and findings marked.
///
/// It goes over the report twice: first without content, to learn which texts are shown in which
/// order; then with what is to be said of each.
struct DocumentHTML {
  /// Blocks that the browser may leave out while they are not in sight.
  private static let chunkSize = 30

  private let report: Report
  private let content: ReviewContent?
  private let marks: MarkWriter?
  private var html = HTMLText()
  private(set) var texts: [TracedText] = []
  private var blocks = 0

  private init(_ report: Report, _ content: ReviewContent?, _ numbering: Numbering) {
    self.report = report
    self.content = content
    marks = content.map { MarkWriter(content: $0, numbering: numbering) }
  }

  /// The texts of a report in the order in which they are shown.
  static func texts(of report: Report) -> [TracedText] {
    var pass = DocumentHTML(report, nil, Numbering())
    pass.document()
    return pass.texts
  }

  /// - Parameter content: made from ``texts(of:)``.
  static func html(
    of report: Report, content: ReviewContent, numbering: Numbering
  ) -> [UInt8] {
    var pass = DocumentHTML(report, content, numbering)
    pass.document()
    return pass.html.takeBytes()
  }

  private mutating func document() {
    html.markup("<div class=k>")
    if !report.cover.isEmpty {
      html.markup("<header class=cover>")
      for block in report.cover { show(block) }
      html.markup("</header>")
    }
    if let contents = report.contents { show(contents) }
    for part in report.parts { show(part, level: 3) }
    html.markup("</div>")
  }

  // MARK: Texts

  /// The next text, marked.
  private mutating func text(_ text: TracedText) {
    if let marks {
      marks.write(text.utf8, of: texts.count, into: &html)
    }
    texts.append(text)
  }

  private mutating func startBlock() {
    blocks += 1
    guard blocks % Self.chunkSize == 0 else { return }
    html.markup("</div><div class=k>")
  }

  // MARK: Blocks

  private mutating func show(_ contents: ContentsList) {
    html.markup("<details class=toc><summary>")
    if let heading = contents.heading { text(heading) } else { html.text("目录") }
    html.markup("</summary><ol>")
    for entry in contents.entries {
      html.markup("<li>")
      text(entry.title)
      if let page = entry.page {
        html.markup(" <span class=pg>")
        html.number(page)
        html.markup("</span>")
      }
      html.markup("</li>")
    }
    html.markup("</ol></details>")
  }

  private mutating func show(_ section: Section, level: Int) {
    if let heading = section.heading {
      startBlock()
      html.markup("<h")
      html.number(min(level, 6))
      html.markup(">")
      text(heading)
      html.markup("</h")
      html.number(min(level, 6))
      html.markup(">")
    }
    for block in section.blocks { show(block) }
    for child in section.sections { show(child, level: level + 1) }
  }

  private mutating func show(_ block: Block) {
    if case .table = block {} else { startBlock() }
    switch block {
    case .paragraph(let paragraph): show(paragraph)
    case .table(let table): show(table)
    case .figure(let figure):
      html.markup("<figure><figcaption>")
      if let caption = figure.caption {
        text(caption)
      } else {
        html.text("（图）")
      }
      html.markup("</figcaption></figure>")
    case .glossaryEntry(let entry):
      html.markup("<p>")
      text(entry.text)
      html.markup("</p>")
    case .unrecognised(let piece):
      html.markup("<p class=unread><span class=why>没有读懂：")
      html.text(piece.reason)
      html.markup("</span>")
      text(piece.text)
      html.markup("</p>")
    }
  }

  private mutating func show(_ paragraph: Paragraph) {
    switch (paragraph.alignment, paragraph.isBold) {
    case (.center, _): html.markup("<p class=c>")
    case (.right, _): html.markup("<p class=r>")
    case (_, true): html.markup("<p class=b>")
    default: html.markup("<p>")
    }
    text(paragraph.text)
    html.markup("</p>")
  }

  // MARK: Tables

  private mutating func show(_ table: Table) {
    // A table is a chunk of its own: it may be long.
    blocks += 1
    html.markup("</div><div class=\"k t\">")
    for line in [table.title, table.publicNumber, table.department, table.unitLine]
      .compactMap(\.self) + table.headLines
    {
      html.markup("<p class=tl>")
      text(line)
      html.markup("</p>")
    }
    html.markup("<div class=tw role=region tabindex=0")
    html.attribute("aria-label", table.title?.string ?? table.id ?? "表格")
    html.markup("><table>")
    if !table.head.isEmpty {
      html.markup("<thead>")
      var hanging: [Int: Int] = [:]
      for row in table.head { show(row, table, &hanging, isHead: true) }
      html.markup("</thead>")
    }
    html.markup("<tbody>")
    var hanging: [Int: Int] = [:]
    for row in table.rows { show(row.cells, table, &hanging, isHead: false) }
    html.markup("</tbody></table></div>")
    for note in table.notes {
      html.markup("<p class=note>")
      text(note.text)
      html.markup("</p>")
    }
    html.markup("</div><div class=k>")
  }

  /// - Parameter hanging: how many more rows a cell hangs down into each column.
  private mutating func show(
    _ cells: [Cell], _ table: Table, _ hanging: inout [Int: Int], isHead: Bool
  ) {
    html.markup("<tr>")
    var column = 0
    for cell in cells {
      fill(column..<max(column, cell.column), table, &hanging)
      show(cell, table, isHead: isHead)
      let span = max(1, min(cell.columnSpan, 1000))
      if cell.rowSpan > 1 {
        for column in cell.column..<cell.column + span { hanging[column] = cell.rowSpan - 1 }
      }
      column = cell.column + span
    }
    fill(column..<max(column, table.columns.count), table, &hanging)
    html.markup("</tr>")
  }

  /// A column that a cell hangs into from above has no cell of its own here; an empty one has.
  private mutating func fill(_ columns: Range<Int>, _ table: Table, _ hanging: inout [Int: Int]) {
    for column in columns where column < table.columns.count {
      if let rows = hanging[column], rows > 0 {
        hanging[column] = rows - 1
      } else {
        html.markup("<td></td>")
      }
    }
  }

  private mutating func show(_ cell: Cell, _ table: Table, isHead: Bool) {
    let isNumber = cell.number.value != nil && !isHead
    html.markup(isHead ? "<th scope=col" : "<td")
    if isNumber { html.markup(" class=num") }
    if cell.columnSpan > 1 {
      html.markup(" colspan=")
      html.number(min(cell.columnSpan, 1000))
    }
    if cell.rowSpan > 1 {
      html.markup(" rowspan=")
      html.number(min(cell.rowSpan, 60000))
    }
    html.markup(">")
    if isNumber, !isCode(cell, table) {
      cellNumber(cell)
    } else {
      text(cell.text)
    }
    html.markup(isHead ? "</th>" : "</td>")
  }

  /// A number of which nothing is known still shows that.
  private mutating func cellNumber(_ cell: Cell) {
    let isKnown = content?.itemsByText[texts.count] != nil
    if !isKnown { html.markup("<span class=\"n x\" role=button tabindex=-1>") }
    text(cell.text)
    if !isKnown { html.markup("</span>") }
  }

  /// Codes and line numbers look like numbers and count nothing.
  private func isCode(_ cell: Cell, _ table: Table) -> Bool {
    guard table.columns.indices.contains(cell.column) else { return false }
    let name = table.columns[cell.column].name
    return ["编码", "代码", "序号", "行次", "栏次"].contains { name.contains($0) }
  }
}
