internal import FiscalModel
internal import FiscalStandards
internal import FiscalText

/// Puts rows together where each cell came as a line of its own, as text of Word files has it.
struct CellPerLine {
  private let tokens: [FlatToken]
  private let form: TableForm

  /// The lines as they are, or put together to head and rows if nearly every line is one cell.
  ///
  /// - Parameter lines: those that hold a word.
  static func rows(_ lines: [[FlatToken]], form: TableForm) -> [[FlatToken]] {
    guard lines.count >= 8, lines.count(where: { $0.count == 1 }) * 10 >= lines.count * 9 else {
      return lines
    }
    let cells = CellPerLine(tokens: withoutSerials(Array(lines.joined())), form: form)
    return cells.rows() ?? lines
  }

  /// Rows of several blocks where those with a broken cell came cell by cell, and all others as lines:
  /// 30108 above 机关事业单位基本养老保险 above 缴费 above 77.90 30206 电费 12.20. Nil if the form has no such rows.
  static func rows(ofPieces lines: [[FlatToken]], form: TableForm) -> [[FlatToken]]? {
    guard form.blocks.count > 1 else { return nil }
    let cells = CellPerLine(tokens: withWholeTotals(Array(lines.joined())), form: form)
    return cells.hasBareCodes ? nil : cells.rows()
  }

  /// Whether codes stand apart from their names, where they would be taken for amounts.
  private var hasBareCodes: Bool {
    guard case .economic? = form.blocks.first?.rows else { return false }
    return tokens.indices.contains { tokens[$0].isCode && !isCodeRow($0) }
  }

  /// The words, those of a total that is broken put together: 人员经费合 above 计.
  private static func withWholeTotals(_ tokens: [FlatToken]) -> [FlatToken] {
    var whole: [FlatToken] = []
    whole.reserveCapacity(tokens.count)
    for token in tokens {
      // What begins behind an amount has no code: 人员经费 above 合计.
      let isLabel = whole.dropLast().last?.kind != .text
      if let last = whole.last, isLabel || !token.isTotal, let total = last.total(with: token) {
        whole[whole.count - 1] = total
      } else {
        whole.append(token)
      }
    }
    return whole
  }

  /// The words without those that count the rows, where the head says 序号: each stands before the
  /// first word of its row.
  private static func withoutSerials(_ tokens: [FlatToken]) -> [FlatToken] {
    guard let head = tokens.firstIndex(where: { DenseText.dense($0.text) == serial }) else {
      return tokens
    }
    var expected = 1
    return tokens.enumerated().compactMap { index, token in
      guard index > head, token.integer == expected, index + 1 < tokens.count,
        tokens[index + 1].kind == .text || tokens[index + 1].isCode
      else { return token }
      expected += 1
      return nil
    }
  }

  private static let serial = "序号"

  private func rows() -> [[FlatToken]]? {
    guard let first = tokens.indices.first(where: startsBody) else { return nil }
    let numbers = numbers(at: first)
    let start = numbers.upperBound
    let starts = rowStarts(from: start)
    var rows = [Array(tokens[..<first])]
    if !numbers.isEmpty { rows.append(Array(tokens[numbers])) }
    for (index, begin) in starts.enumerated() {
      let end = index + 1 < starts.count ? starts[index + 1] : tokens.count
      rows.append(Array(tokens[begin..<end]))
    }
    return rows
  }

  /// 1, 2, 3 …: the words that number the columns where a body without labels seems to begin, which
  /// amounts follow.
  private func numbers(at first: Int) -> Range<Int> {
    guard case .free? = form.blocks.first?.rows else { return first..<first }
    var end = first
    while end < tokens.count, tokens[end].integer == end - first + 1 { end += 1 }
    return end - first >= 3 && end < tokens.count ? first..<end : first..<first
  }

  private func isText(_ index: Int) -> Bool {
    tokens.indices.contains(index) && tokens[index].kind == .text
  }

  private func isAmount(_ index: Int) -> Bool {
    tokens.indices.contains(index) && tokens[index].kind == .amount
  }

  /// A code before its name, a total before its amount, the first label of a list; in a table
  /// without labels, the first number.
  private func startsBody(_ index: Int) -> Bool {
    switch form.blocks.first?.rows {
    case .functional, .economic: isCodeRow(index) || (tokens[index].isTotal && isAmount(index + 1))
    case .listed:
      isText(index) && HeadingNumber.scan(tokens[index].text.utf8)?.value == 1
        && !isHead(index)
    case .free, nil: isAmount(index)
    }
  }

  /// A code before its name: in one word, or 类, 款 and 项 apart.
  private func isCodeRow(_ index: Int) -> Bool {
    guard tokens[index].isCode else { return false }
    if isText(index + 1) { return true }
    guard tokens[index].text.utf8.count == 3 else { return false }
    let parts = tokens[(index + 1)...].prefix(2).prefix { $0.isCodePart }
    return isText(index + 1 + parts.count)
  }

  /// Whether a word names a column.
  private func isHead(_ index: Int) -> Bool {
    let word = DenseText.dense(tokens[index].text)
    return form.columns.contains { $0.names.contains(word) }
  }

  private func rowStarts(from start: Int) -> [Int] {
    switch form.blocks.first?.rows {
    case .functional, .economic:
      let blocks = printedBlocks(before: start)
      if blocks > 1 { return sideBySideStarts(from: start, blocks) }
      return (start..<tokens.count).filter { index in
        index == start || isCodeRow(index) || tokens[index].isTotal
      }
    case .listed:
      let hasNumbers = form.columns.contains { $0.content == .lineNumber }
      return hasNumbers ? numberedStarts(from: start) : (start..<tokens.count).filter(isText)
    case .free, nil: return [start]
    }
  }

  /// How often the head prints the name of the column of codes.
  private func printedBlocks(before start: Int) -> Int {
    guard let code = form.columns.first(where: { $0.content == .code }) else { return 1 }
    let names = code.names.map { $0.pathParts.last ?? $0 }
    return tokens[..<start].count { names.contains(DenseText.dense($0.text)) }
  }

  /// Where several blocks of codes stand side by side, a row ends before a code of a block that it
  /// has passed. Each 类 has its block.
  private func sideBySideStarts(from start: Int, _ blocks: Int) -> [Int] {
    var starts = [start]
    var homes: [Substring: Int] = [:]
    var last = -1
    var isTotals = false
    for index in start..<tokens.count {
      if isCodeRow(index) {
        let category = tokens[index].text.string.prefix(3)
        let block = homes[category] ?? (last + 1 < blocks ? last + 1 : 0)
        homes[category] = block
        if block <= last { starts.append(index) }
        last = block
        isTotals = false
      } else if tokens[index].isTotal, isAmount(index + 1), !isTotals {
        if index > start { starts.append(index) }
        last = blocks
        isTotals = true
      }
    }
    return starts
  }

  /// Rows start with the label before each 行次 of the first block, or with the 行次 itself.
  private func numberedStarts(from start: Int) -> [Int] {
    var starts: [Int] = []
    var expected = 1
    for index in start..<tokens.count where tokens[index].integer == expected {
      starts.append(starts.isEmpty ? start : labelStart(before: index, from: start))
      expected += 1
    }
    return starts
  }

  /// Where the label before a 行次 starts, which its cell may have broken over several lines.
  private func labelStart(before index: Int, from start: Int) -> Int {
    var begin = index
    while begin > start, isText(begin - 1),
      begin == index || HeadingNumber.scan(tokens[begin].text.utf8) == nil
    {
      begin -= 1
    }
    return beginsName(tokens[begin..<index]) ? begin : index
  }

  /// Whether words are a name of the first block or the beginning of one; others end the row above,
  /// whose name goes on behind its amounts.
  private func beginsName(_ words: ArraySlice<FlatToken>) -> Bool {
    guard case .listed(let rows)? = form.blocks.first?.rows else { return false }
    var label = TracedText()
    for word in words { label.append(word.text) }
    let scalars = Name(label: label.utf8).scalars
    return rows.contains { row in
      row.names.contains { Name($0.pathParts.last ?? $0).scalars.starts(with: scalars) }
    }
  }
}
