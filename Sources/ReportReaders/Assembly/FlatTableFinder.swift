internal import FiscalModel
internal import FiscalText

/// Finds tables in text that lost its grid: a title line, lines of information, and then rows as
/// lines, up to the notes, the next title or the next heading.
struct FlatTableFinder {
  private let pieces: [Piece]
  private var output: [Piece] = []
  private var index = 0

  static func found(in pieces: [Piece]) -> [Piece] {
    var finder = FlatTableFinder(pieces)
    return finder.find()
  }

  private init(_ pieces: [Piece]) { self.pieces = pieces }

  private mutating func find() -> [Piece] {
    output.reserveCapacity(pieces.count)
    while index < pieces.count {
      if let body = bodyStart(of: index) {
        var table = read(body)
        table.takeUnit(above: output)
        output.append(.flat(table))
      } else {
        output.append(pieces[index])
        index += 1
      }
    }
    return output
  }

  // MARK: Where a table starts

  private static let mostInformation = 6

  /// The piece behind title and information if a table without a grid starts at a piece.
  ///
  /// - Parameter isFirst: whether what stands behind may be the title of a table itself, above which
  ///   stands that of all of them.
  private func bodyStart(of start: Int, isFirst: Bool = true) -> Int? {
    guard let title = pieces[start].line, isTitle(title) else { return nil }
    var next = start + 1
    var hasInformation = false
    while next < pieces.count, next <= start + Self.mostInformation {
      if case .pageBreak = pieces[next] {
        next += 1
        continue
      }
      guard let line = pieces[next].line else { return nil }
      guard Captions.isInformation(line) else {
        // 六、部门预算表（单位：元） above the title of the first table is none of a table.
        return hasInformation && canStartBody(line) && !leadsToGrid(next)
          && !(isFirst && bodyStart(of: next, isFirst: false) != nil) ? next : nil
      }
      hasInformation = true
      next += 1
    }
    return nil
  }

  /// How many lines of other kinds a caption has at most: whose a sheet is, 项目名称：…
  private static let mostOtherLines = 2

  /// Whether nothing but a caption stands between a piece and a grid, whose caption it then is.
  private func leadsToGrid(_ start: Int) -> Bool {
    var others = 0
    for piece in pieces[start...].prefix(Self.mostInformation) {
      switch piece {
      case .table: return true
      case .pageBreak: continue
      case .line(let line):
        guard !isTitle(line), !Captions.isInformation(line) else { continue }
        others += 1
        guard others <= Self.mostOtherLines, !isHeading(line) else { return false }
      case .figure, .flat, .block: return false
      }
    }
    return false
  }

  private func isTitle(_ line: DraftLine) -> Bool {
    Captions.looksLikeTitle(line) && !Captions.isPublicNumber(line)
      && !Captions.isInformation(line)
  }

  private func canStartBody(_ line: DraftLine) -> Bool {
    !line.shape.endsSentence && line.shape.stops == 0
      && !(line.shape.number.map { $0.style <= .chinese } ?? false && isHeading(line))
  }

  // MARK: What belongs to it

  private mutating func read(_ body: Int) -> FlatTable {
    var table = FlatTable(caption: caption(body))
    index = body
    var startsPage = false
    while index < pieces.count {
      if case .pageBreak = pieces[index] {
        startsPage = true
        index += 1
        continue
      }
      if let next = sequel(of: table) {
        index = next
        startsPage = true
        continue
      }
      guard let line = pieces[index].line, !isEnd(line, of: table) else { break }
      add(line, to: &table, startsPage: startsPage)
      startsPage = false
      index += 1
    }
    return table
  }

  /// The piece behind title and information where a page prints them again above the head.
  private func sequel(of table: FlatTable) -> Int? {
    guard !table.isPerformance, table.notes.isEmpty, let title = pieces[index].line,
      let first = table.lines.first,
      let own = table.caption.title, DenseText.dense(title.bytes) == DenseText.dense(own.utf8),
      let body = bodyStart(of: index), let line = pieces[body].line,
      DenseText.dense(line.bytes) == DenseText.dense(first.bytes),
      caption(body).department.map({ DenseText.dense($0.utf8) })
        == table.caption.department.map({ DenseText.dense($0.utf8) })
    else { return nil }
    // A table has one row of totals.
    return table.hasTotal && startsTotal(behind: table.lines, from: body) ? nil : body
  }

  /// Whether the first row below the lines of a head that stand here again is that of totals.
  private func startsTotal(behind head: [DraftLine], from body: Int) -> Bool {
    let row = zip(pieces[body...], head).first { piece, line in
      piece.line.map { DenseText.dense($0.bytes) != DenseText.dense(line.bytes) } ?? true
    }
    return row?.0.line.map(FlatTable.isTotal) ?? false
  }

  private func caption(_ body: Int) -> Caption {
    var caption = Caption()
    caption.title = pieces[index].line?.text
    for piece in pieces[(index + 1)..<body] {
      if let line = piece.line { caption.add(line) }
    }
    return caption
  }

  private func isEnd(_ line: DraftLine, of table: FlatTable) -> Bool {
    if bodyStart(of: index) != nil || isHeading(line) || startsCaption(line, behind: table) {
      return true
    }
    if !table.notes.isEmpty { return !isNote(line, after: table.notes.count) }
    return !table.isPerformance && line.shape.isSentence && line.shape.count >= 30
      && line.shape.endsSentence && !Captions.isNote(line)
  }

  /// 单位：万元, 表04 above 财政拨款收支总表: whether a line belongs to the title of the next table, below it.
  private func startsCaption(_ line: DraftLine, behind table: FlatTable) -> Bool {
    // Most rows have no colon, and do not begin as 公开01表 does.
    guard line.shape.colons > 0 || Captions.mayBePublicNumber(line.shape),
      table.caption.publicNumber != nil || !Captions.isPublicNumber(line),
      Captions.isInformation(line)
    else { return false }
    for next in pieces.indices[(index + 1)...].prefix(Self.mostInformation) {
      if case .pageBreak = pieces[next] { continue }
      guard let line = pieces[next].line else { return false }
      if !Captions.isInformation(line) { return bodyStart(of: next) != nil }
    }
    return false
  }

  private func add(_ line: DraftLine, to table: inout FlatTable, startsPage: Bool) {
    if Captions.isNote(line) || !table.notes.isEmpty {
      table.notes.append(line.paragraph)
      return
    }
    // Where text is in the order in which it was drawn, 公开02表 may stand below the rows.
    if Captions.isPublicNumber(line), table.takePublicNumber(line) { return }
    if line.shape.colons > 0, table.takeUnit(line) { return }
    table.add(line, startsPage: startsPage)
  }

  private func isNote(_ line: DraftLine, after count: Int) -> Bool {
    if Captions.isNote(line) { return true }
    guard let number = line.shape.number, number.style == .arabic else { return false }
    return number.value >= 2 && number.value <= count + 1
  }

  /// Whether a line can be no row: a part, or a section whose title ends as sections do.
  private func isHeading(_ line: DraftLine) -> Bool {
    guard let number = line.shape.number, Headings.looksLikeTitle(line) else { return false }
    if number.style == .part { return true }
    return number.style == .chinese && Headings.endsLikeTitle(line.bytes)
      && !line.bytes.contains(UInt8(ascii: " "))
  }
}
