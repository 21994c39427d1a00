internal import FiscalModel
internal import FiscalText

/// What the lines above a table say about it.
struct Caption {
  var title: TracedText?
  var publicNumber: TracedText?
  var department: TracedText?
  var unitLine: TracedText?
  var unit: AmountUnit?
  var headLines: [TracedText] = []

  /// Takes up what a line between title and head says.
  mutating func add(_ line: DraftLine) {
    let found = Captions.information(line)
    publicNumber = publicNumber ?? found.publicNumber
    department = department ?? found.department
    unitLine = unitLine ?? found.unitLine
    unit = unit ?? found.unit
    if let other = found.other { headLines.append(other) }
  }

  /// 单位：元, 表二 above the title: takes the unit from the lines of a caption right above the title, as they stand
  /// where text is in the order in which it was drawn.
  mutating func takeUnit(above pieces: [Piece]) {
    for piece in pieces.reversed().prefix(Self.mostAbove) {
      if case .pageBreak = piece { continue }
      guard let line = piece.line, Captions.isInformation(line) else { return }
      let found = Captions.information(line)
      guard found.department == nil else { return }
      (unitLine, unit) = (unitLine ?? found.unitLine, unit ?? found.unit)
    }
  }

  private static let mostAbove = 4

  /// Takes the unit from a line that says nothing else: 单位：元.
  mutating func takeUnit(_ line: DraftLine) -> Bool {
    guard Captions.isInformation(line) else { return false }
    let found = Captions.information(line)
    guard let unit = found.unit, found.department == nil, found.other == nil,
      found.publicNumber == nil
    else { return false }
    (unitLine, self.unit) = (found.unitLine, unit)
    return true
  }

  /// Gives a table its caption.
  func apply(to table: inout Table) {
    table.title = title
    table.publicNumber = publicNumber
    table.department = department
    table.unitLine = unitLine
    table.unit = unit ?? table.unit
    table.headLines = headLines
  }

  /// Reads the caption at the end of the lines that stand before a table.
  ///
  /// - Returns: the caption, and the index of its first line; the count of lines if none is one.
  static func above(_ lines: [DraftLine]) -> (caption: Caption, start: Int) {
    guard var start = firstLine(lines) else { return (Caption(), lines.count) }
    var caption = Caption()
    var rest = lines[start...]
    if let first = rest.first, isTitle(first) || !Captions.isInformation(first) && !isCode(first) {
      caption.takeTitle(first)
      rest = rest.dropFirst()
      // 公开01表 stands above the title as often as beside it.
      if start > 0, Captions.isPublicNumber(lines[start - 1]) {
        start -= 1
        caption.publicNumber = lines[start].text
      }
    }
    for line in rest { caption.add(line) }
    return (caption, start)
  }

  /// Takes up the title, and the unit if the line says it as well.
  private mutating func takeTitle(_ line: DraftLine) {
    title = line.text
    guard let end = Captions.titleEnd(line), let (range, unit) = Captions.unitRange(line.bytes)
    else { return }
    title = line.text.slice(0..<end).trimmed()
    unitLine = line.text.slice(range).trimmed()
    self.unit = unit
  }

  private static let mostLines = 8

  /// The nearest title above the table, or the lines of information alone.
  private static func firstLine(_ lines: [DraftLine]) -> Int? {
    let reach = lines.indices.suffix(mostLines).reversed()
    var top: Int?
    for index in reach {
      let line = lines[index]
      if isTitle(line) { return index }
      guard canStandBetween(line) else { break }
      top = index
    }
    guard let top else { return nil }
    // Without a line that says 表: what is only short is the title if information follows it.
    if Captions.isInformation(lines[top]) { return top }
    let first = (top..<lines.count).first { Captions.isInformation(lines[$0]) }
    guard let first else { return isCaption(lines[lines.count - 1]) ? lines.count - 1 : nil }
    // A unit's code and name stand below the title, if there is one.
    if let code = (top..<first).first(where: { isCode(lines[$0]) }) { return max(top, code - 1) }
    return max(top, first - 1)
  }

  private static func isTitle(_ line: DraftLine) -> Bool {
    (Captions.looksLikeTitle(line) && !Captions.isPublicNumber(line)
      && !Captions.isDepartment(line.bytes)) || Captions.titleEnd(line) != nil
  }

  private static func canStandBetween(_ line: DraftLine) -> Bool {
    if Captions.isInformation(line) { return true }
    guard !line.shape.isSentence, line.shape.count <= 60, line.raw.headingLevel == nil else {
      return false
    }
    return line.shape.number == nil && !line.shape.endsSentence
  }

  /// A short line without marks just above a table names it.
  private static func isCaption(_ line: DraftLine) -> Bool {
    canStandBetween(line) && line.shape.count <= 30 && line.shape.count >= 2
  }

  /// `203 某部门`: a budget unit's code before its name.
  private static func isCode(_ line: DraftLine) -> Bool {
    (0x30...0x39).contains(line.shape.first) && line.shape.number == nil
  }
}
