internal import FiscalModel
internal import FiscalStandards
internal import FiscalText

/// Reads rows of blocks with fixed labels, which stand side by side: 收入 and 支出.
///
/// A line is parted between the blocks so that the printed 行次 count up in each and the labels are
/// those of the form.
struct ListedRows {
  private let form: TableForm
  private let head: FlatHead
  /// The 行次 expected next in each block; nil until one was seen.
  private var expected: [Int?]
  /// Labels of the form by block.
  private let names: [Set<Name>]
  /// Words whose row goes on in the next line.
  private var carried: [FlatToken] = []
  /// How many words a row can be torn into.
  private static let mostCarried = 12

  init(form: TableForm, head: FlatHead) {
    self.form = form
    self.head = head
    expected = Array(repeating: nil, count: form.blocks.count)
    names = form.blocks.map { block in
      guard case .listed(let rows) = block.rows else { return [] }
      return Set(
        rows.flatMap { $0.names.map { Name($0.pathParts.last ?? "") } })
    }
  }

  /// The lines with the names together that are broken around their rows.
  func whole(_ lines: [[FlatToken]]) -> [[FlatToken]] {
    guard isNumbered else { return lines }
    return BrokenNames.joined(
      lines, names: names,
      mostAmounts: form.blocks.indices.map { head.amountColumns($0).count })
  }

  /// The entries of a line, none if its label goes on in the next one; nil if it fits nowhere.
  mutating func row(_ line: [FlatToken], next: [FlatToken]) -> [FlatEntry]? {
    if line.count == 1, line[0].kind == .text, goesOn(carried + line, in: next) {
      carried += line
      return []
    }
    let tokens = carried + line
    carried = []
    let splits = form.blocks.count > 1 ? Array(0...tokens.count) : [tokens.count]
    var best: (entries: [FlatEntry], score: Int)?
    var isTied = false
    for split in splits {
      guard let option = option(tokens, split) else { continue }
      if option.score > best?.score ?? Int.min {
        best = option
        isTied = false
      } else if option.score == best?.score {
        isTied = true
      }
    }
    guard var entries = best?.entries, !isUnfinished(entries) else {
      // 7 七、文化旅游体育 above 与传媒支出 above 37: a name that its column was too narrow for.
      guard isNumbered, tokens.count <= Self.mostCarried,
        tokens.contains(where: { $0.kind == .text })
      else {
        return nil
      }
      carried = tokens
      return []
    }
    for index in entries.indices {
      if isTied { entries[index].isUncertain = true }
      if let number = entries[index].lineNumber.flatMap({ PageNumber.bare($0.utf8) }) {
        expected[entries[index].block] = number + 1
      }
    }
    return entries
  }

  /// Whether words are no name yet, or the next line has the rest of it or the amount: 一、一般公共预算
  /// 拨款 above 收入 710.62.
  private func goesOn(_ words: [FlatToken], in next: [FlatToken]) -> Bool {
    guard isLabel(words), let first = next.first else { return !isLabel(words) }
    return first.kind == .amount || isLabel(words + [first])
  }

  /// 11 十一、城乡社区支 above 出 41: whether the line ends with the beginning of a name of the block
  /// behind the one that it was read for.
  private func isUnfinished(_ entries: [FlatEntry]) -> Bool {
    guard isNumbered, let last = entries.last, last.block + 1 < names.count, last.amounts.isEmpty,
      !last.label.isEmpty, carried.isEmpty, !isBegun(last)
    else { return false }
    var next = last
    next.block += 1
    return isBegun(next)
  }

  /// Whether each block prints its 行次, which tells where rows begin even if names are broken.
  private var isNumbered: Bool {
    head.blocks.allSatisfy { $0.contains { head.contents[$0] == .lineNumber } }
  }

  /// Whether words are left that belong to no row.
  var isOpen: Bool { !carried.isEmpty }

  /// Adds a line that holds nothing but the rest of names to the row above it: 财政拨款收入 below
  /// 一、一般公共预算 1 900.00. False if the names do not become those of the form by it.
  func goesOn(_ line: [FlatToken], in row: inout [FlatEntry]) -> Bool {
    if endsName(line, of: &row) { return true }
    guard carried.isEmpty, (1...row.count).contains(line.count),
      line.allSatisfy({ $0.kind == .text })
    else { return false }
    // Where no 行次 tells rows apart, only a whole name is longer.
    let isLonger = isNumbered ? isBegun : isWhole
    var chosen: [FlatEntry]?
    for start in 0...(row.count - line.count) {
      var longer = row
      guard row[start..<(start + line.count)].allSatisfy({ !$0.label.isEmpty }) else { continue }
      for (token, index) in zip(line, start...) { longer[index].label.append(token.text) }
      guard longer[start..<(start + line.count)].allSatisfy(isLonger) else { continue }
      // Words that may belong to either name are none that is known.
      guard chosen == nil else { return false }
      chosen = longer
    }
    guard let chosen else { return false }
    row = chosen
    return true
  }

  /// Adds the rest of the last name and its amounts: 支出 20.00 below 四、事业收入 四、社会保障和就业.
  private func endsName(_ line: [FlatToken], of row: inout [FlatEntry]) -> Bool {
    guard !isNumbered, carried.isEmpty, line.count > 1, line[0].kind == .text,
      line.dropFirst().allSatisfy({ $0.kind == .amount }), var entry = row.last,
      entry.amounts.isEmpty, !entry.label.isEmpty, !isWhole(entry),
      line.count - 1 <= head.amountColumns(entry.block).count
    else { return false }
    entry.label.append(line[0].text)
    guard isWhole(entry) else { return false }
    entry.amounts = line.dropFirst().map(\.text)
    row[row.count - 1] = entry
    return true
  }

  /// Adds the words behind the amounts, which must end the name: 八、社会保障 40 347.43 和就业支出.
  private func endsName(_ entry: inout FlatEntry, with words: ArraySlice<FlatToken>) -> Bool {
    guard !words.isEmpty else { return true }
    guard !entry.label.isEmpty, words.allSatisfy({ $0.kind == .text }) else { return false }
    for word in words { entry.label.append(word.text) }
    return isWhole(entry)
  }

  /// Whether a word has the number of a name: 一、 or （一）.
  private func startsName(_ token: FlatToken) -> Bool {
    guard let number = HeadingNumber.scan(token.text.utf8) else { return false }
    return number.style == .chinese || number.style == .bracketedChinese
  }

  /// Whether a label is a name of its block, or the beginning of one.
  private func isBegun(_ entry: FlatEntry) -> Bool {
    let label = Name(label: entry.label.utf8).scalars
    return names[entry.block].contains { $0.scalars.starts(with: label) }
  }

  private func isWhole(_ entry: FlatEntry) -> Bool {
    names[entry.block].contains(Name(label: entry.label.utf8))
  }

  private func isLabel(_ tokens: [FlatToken]) -> Bool {
    let label = tokens.map(\.text.string).joined()
    return names.contains { $0.contains(Name(label: [UInt8](label.utf8))) }
  }

  private func option(
    _ tokens: [FlatToken], _ split: Int
  ) -> (entries: [FlatEntry], score: Int)? {
    var entries: [FlatEntry] = []
    var score = 0
    for (block, part) in [tokens[..<split], tokens[split...]].enumerated() {
      guard !part.isEmpty else { continue }
      guard block < form.blocks.count, let read = entry(part, block) else { return nil }
      entries.append(read.entry)
      score += read.score
    }
    return entries.isEmpty ? nil : (entries, score)
  }

  /// Reads the words of one block: label, 行次 before or behind it, amounts.
  private func entry(
    _ tokens: ArraySlice<FlatToken>, _ block: Int
  ) -> (entry: FlatEntry, score: Int)? {
    let columns = head.blocks[block]
    let hasNumbers = columns.contains { head.contents[$0] == .lineNumber }
    var rest = tokens
    var entry = FlatEntry(block: block)
    var score = 0
    func takeNumber() {
      guard hasNumbers, entry.lineNumber == nil, let first = rest.first, let value = first.integer,
        expected[block].map({ $0 == value }) ?? true
      else { return }
      entry.lineNumber = first.text
      score += 4
      rest = rest.dropFirst()
    }
    takeNumber()
    while let first = rest.first, first.kind == .text {
      // 一、一般公共服务支 above 一、本年收入: two names are no label.
      guard entry.label.isEmpty || !startsName(first) else { return nil }
      entry.label.append(first.text)
      rest = rest.dropFirst()
    }
    takeNumber()
    let amounts = rest.prefix { $0.kind == .amount }
    guard amounts.count <= head.amountColumns(block).count,
      endsName(&entry, with: rest.dropFirst(amounts.count))
    else { return nil }
    if hasNumbers, entry.lineNumber == nil { return nil }
    entry.amounts = amounts.map(\.text)
    if !entry.label.isEmpty {
      score += names[block].contains(Name(label: entry.label.utf8)) ? 3 : -1
    } else if entry.lineNumber == nil, !entry.amounts.isEmpty {
      // 九、其他收入 66.00: an amount belongs to the name before it, not to a row without one.
      score -= 1
    }
    return (entry, score)
  }
}
