/// Page numbers and running heads.
extension Composer {
  mutating func decorate() {
    var number = 0
    for index in document.frames.indices {
      let label = document.frames[index].label
      number = label == "1" || label == "I" ? 1 : number + 1
      guard let label else { continue }
      if style.hasPageNumbers { addPageNumber(label, number, to: index) }
      if !style.runningHeadText.isEmpty { addRunningHead(number, to: index) }
    }
  }

  /// — 1 — below the text block, one character in from its outer edge; on landscape pages at the
  /// same place of the sheet.
  private mutating func addPageNumber(_ label: String, _ number: Int, to index: Int) {
    let frame = document.frames[index]
    let isLandscape = frame.width > frame.height
    let geometry = PageGeometry(style, number: number, isLandscape: isLandscape)
    let room = isLandscape ? geometry.left - Self.sheetEdge - Self.numberGap : geometry.textWidth
    let line = pageNumber(label, room: room)
    let size = line.size
    let isLeftPage = style.isTwoSided && number % 2 == 0
    let origin: Point
    if isLandscape {
      let x = max(Self.sheetEdge, geometry.left - style.pageNumberDistance - line.width)
      let top = geometry.top + size + size * 0.88
      let bottom = geometry.top + geometry.textHeight - size - size * 0.12
      origin = Point(x, isLeftPage ? top : bottom)
    } else {
      let right = geometry.left + geometry.textWidth - size - line.width
      let y = geometry.top + geometry.textHeight + style.pageNumberDistance + size * 0.88
      origin = Point(isLeftPage ? geometry.left + size : right, y)
    }
    append(line, at: origin, to: index)
  }

  /// What printers leave white at the edge of a sheet, and the least between a table and a number
  /// beside it, in points.
  private static let sheetEdge = 12.0
  private static let numberGap = 4.0

  /// A page number, in smaller type where a narrow margin wants it.
  private func pageNumber(_ label: String, room: Double) -> SetLine {
    let line = decoration("— \(label) —", style.pageNumber)
    guard line.width > room, room > 0 else { return line }
    var textStyle = style.pageNumber
    textStyle.size *= max(0.4, room / line.width)
    return decoration("— \(label) —", textStyle)
  }

  private mutating func addRunningHead(_ number: Int, to index: Int) {
    let frame = document.frames[index]
    let geometry = PageGeometry(style, number: number, isLandscape: frame.width > frame.height)
    let line = decoration(style.runningHeadText, style.runningHead)
    let x = geometry.left + max(0, (geometry.textWidth - line.width) / 2)
    append(line, at: Point(x, max(24, geometry.top - 1.5 * style.linePitch)), to: index)
  }

  /// A line of the program's own text.
  func decoration(_ text: String, _ textStyle: TextStyle) -> SetLine {
    let paragraph = shape(text, textStyle)
    return LineSetter.set(
      paragraph, 0..<paragraph.clusters.count, width: paragraph.naturalWidth, justified: false)
  }

  private mutating func append(_ line: SetLine, at origin: Point, to index: Int) {
    var items: [FrameItem] = [.beginArtifact]
    for part in line.parts {
      items.append(
        .glyphs(part.run, origin: Point(origin.x + part.x, origin.y), colour: .black))
    }
    items.append(.end)
    // The number of a landscape page stands on one line with a row of the table. Programs that
    // join what follows each other on a line would read it into the last row.
    let isLandscape = document.frames[index].width > document.frames[index].height
    let place = isLandscape ? 0 : document.frames[index].items.count
    document.frames[index].items.insert(contentsOf: items, at: place)
  }
}
