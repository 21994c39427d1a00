internal import FiscalModel
internal import FiscalText

/// Reads a performance sheet whose cells came as lines of text: what stands before the indicators
/// as labels and values, then the indicators in their columns.
struct PerformanceSheet {
  private let lines: [DraftLine]
  private let pageStarts: Set<Int>
  private var rows: [Row] = []
  private var head: IndicatorHead?

  /// An indicator while it is read.
  private struct Indicator {
    var name: IndicatorName
    var record: IndicatorRecord
    /// Whether the text around it can be parted in several ways.
    var isUncertain = false
  }

  private var indicators: [Indicator] = []
  /// Text since the last values, and whether it starts on a new page.
  private var text = TracedText()
  private var textStartsPage = false
  private var total: [TracedText] = []

  /// Gives a table the rows of a sheet.
  static func read(_ flat: FlatTable, into table: inout Table) {
    var sheet = PerformanceSheet(lines: flat.lines, pageStarts: flat.pageStarts)
    sheet.read()
    table.rows = sheet.rows
    let width = table.rows.flatMap(\.cells).map { $0.column + 1 }.max() ?? 0
    table.columns = (0..<max(width, sheet.head?.names.count ?? 0)).map { column in
      guard let names = sheet.head?.names, column < names.count else { return Column(path: []) }
      return Column(path: [names[column].string])
    }
  }

  private init(lines: [DraftLine], pageStarts: Set<Int>) {
    self.lines = lines
    self.pageStarts = pageStarts
  }

  private static let indicatorWord = [UInt8]("一级指标".utf8)

  private mutating func read() {
    let start = lines.firstIndex { $0.bytes.firstOffset(of: Self.indicatorWord) != nil }
    guard let start, let head = IndicatorHead(lines[start...]) else {
      addForm(lines)
      return
    }
    self.head = head
    addForm(lines[..<start])
    rows.append(Row(head.names.enumerated().map { Cell($1, column: $0) }))
    if head.column(.relation) == nil {
      readPlainIndicators(from: start + head.lineCount, head)
    } else {
      readIndicators(from: start + head.lineCount)
    }
    addIndicators()
  }

  // MARK: Before the indicators

  private static let longestLabel = 30
  private static let labels: Set<[UInt8]> = Set(
    [
      "项目名称", "主管部门", "实施单位", "主管部门及代码", "主管单位", "部门名称", "单位名称", "年初预算数", "全年预算数", "预算执行数",
      "全年执行数", "调整预算数", "年度目标", "实际完成情况", "年初总体目标", "全年完成情况", "预期目标", "资金投入", "绩效目标",
      "（万元）", "年度绩效", "项目资金", "项目资金（万元）", "资金投入（万元）", "年度资金总额", "其中：财政拨款",
      "其他资金", "年度总体目标", "总体目标", "指标", "部门整体", "预算执行率", "项目负责人", "联系电话", "得分", "分值", "执行率",
    ].map { [UInt8]($0.utf8) })

  private static func isLabel(_ bytes: [UInt8], _ word: Range<Int>) -> Bool {
    word.count <= longestLabel && labels.contains(Array(bytes[word]))
  }

  /// Labels whose values may be wrapped and then stand in the lines below.
  private static let valueLabels = ["项目名称", "主管部门", "实施单位", "部门名称", "单位名称"].map {
    [UInt8]($0.utf8)
  }

  /// Lines of labels and values become rows; running text between them becomes the value of the
  /// label before it, or one cell, in which two columns may be mixed.
  private mutating func addForm(_ lines: some Sequence<DraftLine>) {
    var prose = TracedText()
    for line in lines {
      let cells = formCells(line)
      if cells.isEmpty, prose.isEmpty, let values = amounts(line), !rows.isEmpty {
        for value in values {
          let column = rows[rows.count - 1].cells.count
          rows[rows.count - 1].cells.append(Cell(value, column: column))
        }
      } else if cells.isEmpty {
        prose.append(line.text)
      } else {
        addProse(&prose)
        addLabels(cells)
      }
    }
    addProse(&prose)
  }

  /// Heads of columns of money, which stand beside each other over the rows of funds.
  private static let moneyLabels = [
    "年初预算数", "全年预算数", "预算执行数", "全年执行数", "分值", "执行率", "得分",
  ].map { [UInt8]($0.utf8) }

  private mutating func addLabels(_ cells: [Cell]) {
    func isHead(_ cells: [Cell]) -> Bool {
      cells.allSatisfy { Self.moneyLabels.contains($0.text.utf8) }
    }
    guard cells.count == 1, isHead(cells) else {
      rows.append(Row(cells))
      return
    }
    if let last = rows.last?.cells, isHead(last), let end = last.last {
      rows[rows.count - 1].cells.append(Cell(cells[0].text, column: end.column + 1))
    } else {
      rows.append(Row([Cell(cells[0].text, column: 1)]))
    }
  }

  /// The numbers and dashes of a line of nothing else.
  private func amounts(_ line: DraftLine) -> [TracedText]? {
    let words = FlatTableRows.words(line.bytes).map { line.text.slice($0) }
    return words.allSatisfy { CellNumber($0.utf8) != .text } ? words : nil
  }

  private mutating func addProse(_ prose: inout TracedText) {
    defer { prose = TracedText() }
    guard !prose.isEmpty else { return }
    guard let last = rows.last?.cells.last, Self.valueLabels.contains(last.text.utf8) else {
      rows.append(Row([Cell(prose, column: 0, isUncertain: true)]))
      return
    }
    rows[rows.count - 1].cells.append(Cell(prose, column: last.column + 1))
  }

  /// The labels and values of a line; empty if it does not start with a label.
  private func formCells(_ line: DraftLine) -> [Cell] {
    let words = FlatTableRows.words(line.bytes)
    guard let first = words.first, Self.isLabel(line.bytes, first) else { return [] }
    var stretches: [Range<Int>] = []
    var lastIsLabel = true
    for word in words {
      let isLabel = Self.isLabel(line.bytes, word)
      if isLabel || lastIsLabel {
        stretches.append(word)
      } else {
        stretches[stretches.count - 1] = stretches[stretches.count - 1].lowerBound..<word.upperBound
      }
      lastIsLabel = isLabel
    }
    return stretches.enumerated().map { Cell(line.text.slice($1), column: $0) }
  }

  // MARK: Indicators

  private static let totalWords = ["总计", "合计", "总分"].map { [UInt8]($0.utf8) }

  private mutating func readIndicators(from start: Int) {
    var index = start
    while index < lines.count {
      let words = self.words(index)
      if let first = words.first, Self.totalWords.contains(first.utf8), words.count > 1 {
        endText()
        total = words
        index += 1
        continue
      }
      let relation =
        words.firstIndex { IndicatorRecord.isRelation($0) }
        ?? (IndicatorRecord.isWithoutRelation(words) ? 0 : nil)
      guard let relation else {
        add(words, at: index)
        index += 1
        continue
      }
      add(Array(words[..<relation]), at: index)
      index = readRecord(Array(words[relation...]), at: index)
    }
    endText()
  }

  /// Reads indicators without relations: names, then as many words as there are columns of values,
  /// then weight and score, which are the last of a run of numbers.
  private mutating func readPlainIndicators(from start: Int, _ head: IndicatorHead) {
    let roles = head.roles.filter { [.target, .unit, .actual].contains($0) }
    let words = (start..<max(start, lines.count)).flatMap { self.words($0) }
    var pending: [TracedText] = []
    for (index, word) in words.enumerated() {
      if Self.totalWords.contains(DenseText.dense(word.utf8)) {
        add(pending, at: start)
        endText()
        total = [word] + words[(index + 1)...].prefix { IndicatorRecord.isNumber($0) }
        return
      }
      pending.append(word)
      let next = index + 1 < words.count ? words[index + 1] : nil
      guard pending.suffix(2).count == 2, pending.suffix(2).allSatisfy(IndicatorRecord.isNumber),
        !(next.map(IndicatorRecord.isNumber) ?? false), pending.count >= roles.count + 2
      else { continue }
      let values = pending.dropLast(2).suffix(roles.count)
      add(Array(pending.dropLast(2 + roles.count)), at: start)
      let (name, isUncertain) = takeName()
      let record = IndicatorRecord(
        values, roles: roles, weight: pending[pending.count - 2], score: pending[pending.count - 1])
      indicators.append(Indicator(name: name, record: record, isUncertain: isUncertain))
      pending = []
    }
    add(pending, at: start)
    endText()
  }

  private func words(_ index: Int) -> [TracedText] {
    let line = lines[index]
    if !line.bytes.contains(UInt8(ascii: " ")) { return [line.text] }
    return FlatTableRows.words(line.bytes).map { line.text.slice($0) }
  }

  private mutating func add(_ words: [TracedText], at index: Int) {
    if text.isEmpty { textStartsPage = pageStarts.contains(index) }
    for word in words { text.append(word) }
  }

  /// Reads values that may go on in the next lines, and answers the line behind them.
  private mutating func readRecord(_ first: [TracedText], at start: Int) -> Int {
    var words = first
    var next = start + 1
    var found = IndicatorRecord(words)
    while found == nil, next < lines.count, next < start + 5, lines[next].shape.count <= 8,
      !pageStarts.contains(next)
    {
      words += self.words(next)
      next += 1
      found = IndicatorRecord(words)
    }
    guard var record = found else {
      for word in first { text.append(word) }
      return start + 1
    }
    if next > start + 1 { record.isUncertain = true }
    while next < lines.count, isDigits(lines[next]), !pageStarts.contains(next) {
      record.extendScore(lines[next].text)
      next += 1
    }
    let (name, isUncertain) = takeName()
    indicators.append(Indicator(name: name, record: record, isUncertain: isUncertain))
    return next
  }

  private func isDigits(_ line: DraftLine) -> Bool {
    line.shape.count <= 2 && line.shape.digits == line.shape.count
  }

  // MARK: Names

  /// Parts the text since the last values between the indicator before and the one to come.
  private mutating func takeName() -> (IndicatorName, isUncertain: Bool) {
    let found = text
    text = TracedText()
    guard !indicators.isEmpty else { return (IndicatorName(found), false) }
    guard let start = IndicatorName.levelStart(found.utf8) else {
      // On a new page, what comes first may be the rest of the name before.
      let isMixed = textStartsPage && !found.isEmpty
      if isMixed { indicators[indicators.count - 1].isUncertain = true }
      return (IndicatorName(found), isMixed)
    }
    if start > 0 { giveBack(found.slice(0..<start)) }
    return (IndicatorName(found.slice(start..<found.utf8.count)), false)
  }

  /// Text before the name of a new level belongs to the indicator before it: on a new page the rest
  /// of its name, else the reason for its score.
  private mutating func giveBack(_ rest: TracedText) {
    let last = indicators.count - 1
    if textStartsPage {
      indicators[last].name.append(rest)
    } else {
      indicators[last].record.appendReason(rest)
    }
  }

  private mutating func endText() {
    guard !text.isEmpty else { return }
    if !indicators.isEmpty { giveBack(text) }
    if indicators.isEmpty { rows.append(Row([Cell(text, column: 0, isUncertain: true)])) }
    text = TracedText()
  }

  // MARK: Rows

  /// Whether the weights come out at their total. Where they do not and some values are in doubt,
  /// no column of values is certain.
  private var weightsAddUp: Bool {
    guard let printed = total.dropFirst().first, let whole = CellNumber(printed.utf8).value else {
      return false
    }
    let sum = indicators.indices.reduce(Interval.zero) { sum, index in
      sum + (CellNumber(indicators[index].record.weight.utf8).value?.interval ?? .zero)
    }
    return sum.overlaps(whole.interval)
  }

  private mutating func addIndicators() {
    guard let head else { return }
    let isDoubtful =
      !weightsAddUp && indicators.indices.contains { indicators[$0].record.isUncertain }
    rows.reserveCapacity(rows.count + indicators.count + 1)
    for indicator in indicators {
      var cells: [Cell] = []
      cells.reserveCapacity(head.roles.count)
      for (column, role) in head.roles.enumerated() {
        let isName = [.first, .second, .third].contains(role)
        let text = isName ? indicator.name.text(role) : indicator.record.text(role)
        guard !text.isEmpty else { continue }
        let isUncertain =
          isName ? indicator.isUncertain : indicator.record.isUncertain || isDoubtful
        cells.append(Cell(text, column: column, isUncertain: isUncertain))
      }
      rows.append(Row(cells))
    }
    addTotal(head)
  }

  private mutating func addTotal(_ head: IndicatorHead) {
    guard let label = total.first else { return }
    let columns = [head.column(.weight), head.column(.score)].compactMap(\.self)
    var cells = [Cell(label, column: 0)]
    let values = total.dropFirst()
    for (rank, value) in values.enumerated() where rank < columns.count {
      cells.append(Cell(value, column: columns[rank], isUncertain: values.count != columns.count))
    }
    rows.append(Row(cells))
  }
}
