internal import ReportLayout
internal import Typography

/// Sets an invented disclosure on pages, simply but with everything that real ones have: cover,
/// contents with links, headings, running text, ruled tables over several pages, a chart.
struct SampleDocument {
  private(set) var document = PagedDocument(
    title: "澄湖市水务与湿地局2031年度部门决算", author: "澄湖市水务与湿地局", subject: "部门决算公开")
  /// All text that is not decoration, in reading order.
  private(set) var text = ""

  private var fonts: FontSet
  private var y = Self.top
  private var parent = 0

  private static let width = 595.28
  private static let height = 841.89
  private static let left = 79.37
  private static let top = 104.88
  private static let bottom = 742.0
  private static let lineWidth = 442.2

  /// - Parameter sections: each is about four pages long.
  static func make(sections: Int, fonts: FontSet) -> SampleDocument {
    var sample = SampleDocument(fonts: fonts)
    sample.addCover()
    sample.addContents(sections: sections)
    for section in 1...max(sections, 1) { sample.addSection(section) }
    return sample
  }

  private init(fonts: FontSet) {
    self.fonts = fonts
    document.elements.append(StructureElement(role: .document, parent: nil))
  }

  /// Sets lines of text as paragraphs on one page after the other.
  static func paragraphs(_ lines: [String], role: FontRole, fonts: FontSet) -> SampleDocument {
    var sample = SampleDocument(fonts: fonts)
    sample.newPage(label: nil)
    for line in lines { sample.addParagraph(line, role: role) }
    return sample
  }

  // MARK: Parts

  private mutating func addCover() {
    newPage(label: nil)
    y = 300
    addLine("澄湖市水务与湿地局", tag: .h1, role: .title, size: 26)
    y += 30
    addLine("2031年度部门决算", tag: .paragraph, role: .title, size: 26)
  }

  private mutating func addContents(sections: Int) {
    newPage(label: "1")
    addLine("目录", tag: .h1, role: .heading, size: 22)
    let contents = addElement(.tableOfContents, parent: 0)
    for section in 1...max(sections, 1) {
      if y > Self.bottom { newPage(label: String(document.frames.count)) }
      let item = addElement(.tableOfContentsItem, parent: contents)
      let reference = addElement(.reference, parent: item)
      let link = addElement(.link, parent: reference)
      let start = y
      draw("第\(section)部分 收入支出决算情况说明", in: link, role: .body, size: 16)
      add(
        .link(
          x: Self.left, y: start, width: Self.lineWidth, height: 28, anchor: section - 1,
          element: link))
    }
    document.anchors = (0..<sections).map { _ in PagedDocument.Anchor(page: 0, y: 0) }
  }

  private mutating func addSection(_ section: Int) {
    newPage(label: String(document.frames.count))
    document.anchors[section - 1] = PagedDocument.Anchor(page: document.frames.count - 1, y: y)
    document.bookmarks.append(
      PagedDocument.Bookmark(title: "第\(section)部分 决算情况", level: 0, anchor: section - 1))
    parent = addElement(.sect, parent: 0)
    addLine("第\(section)部分 收入支出决算情况说明", tag: .h1, role: .heading, size: 16)
    addLine("（一）收入决算情况——总体", tag: .h2, role: .subheading, size: 16)
    for item in 1...8 {
      addParagraph(
        "2031年度收入总计\(section * 137 + item),\(item)45.6\(item)万元，与2030年度相比，"
          + "增加\(item).\(section % 10)7%，主要原因是“河湖长制”工作经费增加-\(item)2.50万元；"
          + "阿依努尔·买买提同志负责𠮷林湿地项目……年初预算数为１２３万元，完成年初预算的98.7％，"
          + "其中：财政拨款收入占比七成以上，用于堤防维修养护、水质监测站点运行、"
          + "农村饮水安全巩固提升以及节水型社会建设等支出。", role: .body)
    }
    addTable(section: section, rows: 60)
    addChart(section: section)
    parent = 0
  }

  private mutating func addTable(section: Int, rows: Int) {
    newPage(label: String(document.frames.count))
    let table = addElement(.table, parent: parent)
    let caption = addElement(.caption, parent: table)
    draw("公开0\(section % 10)表 支出决算表（单位：万元）", in: caption, role: .table, size: 12)
    let head = addElement(.tableHead, parent: table)
    let headRow = addElement(.tableRow, parent: head)
    let columns: [Double] = [70, 170, 70, 66, 66]
    let titles = ["科目编码", "科目名称", "合计", "基本支出", "项目支出"]
    var headers: [Int] = []
    for title in titles {
      let cell = addElement(.tableHeader, parent: headRow)
      document.elements[cell].scope = .column
      headers.append(cell)
      drawCell(title, in: cell, column: headers.count - 1, columns: columns)
    }
    y += 18
    let body = addElement(.tableBody, parent: table)
    for row in 1...rows {
      if y > Self.bottom {
        newPage(label: String(document.frames.count))
        for (column, title) in titles.enumerated() {
          drawCell(title, in: nil, column: column, columns: columns)
        }
        y += 18
      }
      let tableRow = addElement(.tableRow, parent: body)
      let values = [
        "21\(section % 10)\(row)", "水利工程运行与维护（\(row)）", "1,\(100 + row).\(row % 10)0",
        "-\(row).25", row % 3 == 0 ? "" : "\(row)80.00",
      ]
      for (column, value) in values.enumerated() {
        let cell = addElement(.tableData, parent: tableRow)
        document.elements[cell].headers = [headers[column]]
        drawCell(value, in: cell, column: column, columns: columns)
      }
      y += 18
    }
  }

  private mutating func addChart(section: Int) {
    if y > Self.bottom - 100 { newPage(label: String(document.frames.count)) }
    let figure = addElement(.figure, parent: parent)
    document.elements[figure].alternative = "柱形图：第\(section)部分三年收入，单位万元"
    add(.beginContent(element: figure))
    for bar in 0..<3 {
      let x = Self.left + 40 * Double(bar)
      let base = y + 80
      let steps: [Path.Step] = [
        .move(Point(x, base)), .line(Point(x, base - 20 * Double(bar + 1))),
        .line(Point(x + 25, base - 20 * Double(bar + 1))), .line(Point(x + 25, base)), .close,
      ]
      add(
        .path(Path(steps: steps, fill: Colour(0.2, 0.4, 0.7), stroke: .black, lineWidth: 0.5)))
    }
    add(.end)
    y += 100
  }

  // MARK: Pieces

  private mutating func add(_ item: FrameItem) {
    document.frames[document.frames.count - 1].items.append(item)
  }

  private mutating func newPage(label: String?) {
    document.frames.append(Frame(width: Self.width, height: Self.height, label: label))
    y = Self.top
    guard let label else { return }
    let run = fonts.shape(Array("— \(label) —".utf8), role: .table, isBold: false, size: 14)
    add(.beginArtifact)
    var x = 270.0
    for part in run.runs {
      add(.glyphs(part, origin: Point(x, 790), colour: .black))
      x += part.width
    }
    add(.end)
  }

  private mutating func addElement(_ role: StructureElement.Role, parent: Int) -> Int {
    document.elements.append(StructureElement(role: role, parent: parent))
    return document.elements.count - 1
  }

  private mutating func addLine(
    _ line: String, tag: StructureElement.Role, role: FontRole, size: Double
  ) {
    draw(line, in: addElement(tag, parent: parent), role: role, size: size)
  }

  mutating func addParagraph(_ paragraph: String, role: FontRole) {
    draw(paragraph, in: addElement(.paragraph, parent: parent), role: role, size: 16)
  }

  /// Fills lines glyph by glyph, and justifies all but the last.
  private mutating func draw(_ text: String, in element: Int, role: FontRole, size: Double) {
    self.text += text
    let shaped = fonts.shape(Array(text.utf8), role: role, isBold: false, size: size)
    var line: [GlyphRun] = []
    var width = 0.0
    add(.beginContent(element: element))
    for run in shaped.runs {
      for (index, glyph) in run.glyphs.enumerated() {
        if width + glyph.advance > Self.lineWidth {
          flush(&line, width: &width, isLast: false, size: size)
          if y > Self.bottom {
            add(.end)
            newPage(label: String(document.frames.count))
            add(.beginContent(element: element))
          }
        }
        append(glyph, index: index, of: run, to: &line)
        width += glyph.advance
      }
    }
    flush(&line, width: &width, isLast: true, size: size)
    add(.end)
  }

  private func append(
    _ glyph: GlyphRun.Glyph, index: Int, of run: GlyphRun, to line: inout [GlyphRun]
  ) {
    let next = run.glyphs[(index + 1)...].first { $0.cluster > glyph.cluster }
    let text = Array(run.text[glyph.cluster..<(next?.cluster ?? run.text.count)])
    var moved = glyph
    if line.last?.face == run.face {
      moved.cluster = line[line.count - 1].text.count
      line[line.count - 1].text += text
      line[line.count - 1].glyphs.append(moved)
    } else {
      moved.cluster = 0
      line.append(GlyphRun(face: run.face, size: run.size, glyphs: [moved], text: text))
    }
  }

  private mutating func flush(
    _ line: inout [GlyphRun], width: inout Double, isLast: Bool, size: Double
  ) {
    let count = line.reduce(0) { $0 + $1.glyphs.count }
    let addition = isLast || count == 0 ? 0 : (Self.lineWidth - width) / Double(count)
    var x = Self.left
    for var run in line {
      for index in run.glyphs.indices { run.glyphs[index].advance += addition }
      add(.glyphs(run, origin: Point(x, y + size), colour: .black))
      x += run.width
    }
    line = []
    width = 0
    y += 1.75 * size
  }

  private mutating func drawCell(_ text: String, in element: Int?, column: Int, columns: [Double]) {
    let x = Self.left + columns[..<column].reduce(0, +)
    let width = columns[column]
    if let element {
      self.text += text
      add(.beginContent(element: element))
    } else {
      add(.beginArtifact)
    }
    let shaped = fonts.shape(Array(text.utf8), role: .table, isBold: false, size: 9)
    let textWidth = shaped.runs.reduce(0) { $0 + $1.width }
    var pen = column < 2 ? x + 3 : x + width - 3 - textWidth
    for run in shaped.runs {
      add(.glyphs(run, origin: Point(pen, y + 12), colour: .black))
      pen += run.width
    }
    add(.end)
    drawBox(x: x, width: width)
  }

  private mutating func drawBox(x: Double, width: Double) {
    add(.beginArtifact)
    let corners = [
      Point(x, y), Point(x + width, y), Point(x + width, y + 18), Point(x, y + 18), Point(x, y),
    ]
    for (from, to) in zip(corners, corners.dropFirst()) {
      add(.rule(from: from, to: to, width: 0.5, colour: .black))
    }
    add(.end)
  }
}
