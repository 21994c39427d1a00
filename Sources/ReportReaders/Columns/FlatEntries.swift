internal import FiscalModel
internal import FiscalStandards
internal import FiscalText

/// Reads the rows of a flattened table by the kinds of rows that its form has.
struct FlatEntries {
  private let form: TableForm
  private let head: FlatHead
  private var rows: [[FlatEntry]] = []

  /// The rows, each with its entries from left to right; nil if a line fits nowhere.
  static func rows(
    _ lines: [[FlatToken]], form: TableForm, head: FlatHead
  ) -> [[FlatEntry]]? {
    var entries = FlatEntries(form: form, head: head)
    let body = Array(lines[head.bodyStart...])
    let isRead: Bool
    switch form.blocks.first?.rows {
    case .functional, .economic:
      isRead = entries.readCodes(
        head.blocks.count == 1
          ? CentredNames.joined(body, splitsCodes: head.splitsCodes)
          : CentredBlockNames.joined(body))
    case .listed: isRead = head.blocks.count == form.blocks.count && entries.readListed(body)
    case .free, nil: isRead = entries.readFree(body)
    }
    return isRead ? entries.rows : nil
  }

  private init(form: TableForm, head: FlatHead) {
    self.form = form
    self.head = head
  }

  // MARK: Rows with codes

  /// Codes start rows, or entries of rows where several blocks stand side by side. A label may go
  /// on in the next line.
  private mutating func readCodes(_ lines: [[FlatToken]]) -> Bool {
    for (number, line) in lines.enumerated() {
      if goOn(line) { continue }
      if isCodeAlone(line, next: number + 1 < lines.count ? lines[number + 1] : []) {
        rows.append([FlatEntry(block: 0, code: [line[0].text])])
        continue
      }
      var index = 0
      var isFresh = true
      while index < line.count {
        let token = line[index]
        if let parts = codeParts(line, index, isFresh: isFresh) {
          open(isFresh)
          rows[rows.count - 1].append(
            FlatEntry(block: 0, code: line[index..<(index + parts)].map(\.text)))
          index += parts
          isFresh = false
          continue
        }
        if token.kind == .text, startsTotal(token, isFresh: isFresh) {
          open(isFresh)
          rows[rows.count - 1].append(FlatEntry(block: 0, label: token.text))
          isFresh = false
        } else if !append(token) {
          return false
        } else if head.blocks.count > 1 {
          // 84.50 30207 邮电费 10.92 below the rest of a name: the row goes on.
          isFresh = false
        }
        index += 1
      }
    }
    return assignBlocks()
  }

  /// Whether a line is a code whose name is broken over the lines below it: 2080505 above 机关事业单位
  /// 基本养老 above 保险缴费支出.
  private func isCodeAlone(_ line: [FlatToken], next: [FlatToken]) -> Bool {
    guard head.blocks.count == 1, !head.splitsCodes, line.count == 1, line[0].isCode,
      let name = next.first, name.kind == .text, !name.isTotal
    else { return false }
    guard let last = rows.last?.last else { return true }
    return !last.amounts.isEmpty && last.amounts.count <= head.amountColumns(0).count
  }

  /// Adds a line of words below a whole row of several blocks to the names that it goes on with:
  /// the longest, for which their columns were too narrow.
  private mutating func goOn(_ line: [FlatToken]) -> Bool {
    guard head.blocks.count > 1, let row = rows.indices.last, let last = rows[row].last,
      rows[row].count > 1, (1...rows[row].count).contains(line.count), !last.amounts.isEmpty,
      line.allSatisfy({ $0.kind == .text && !$0.isTotal })
    else { return false }
    let lengths = rows[row].map(\.label.utf8.count)
    let byLength = lengths.indices.sorted { (lengths[$1], $0) < (lengths[$0], $1) }
    let longest = byLength.prefix(line.count).sorted()
    if let next = byLength.dropFirst(line.count).first,
      lengths[next] == lengths[byLength[line.count - 1]]
    {
      return false
    }
    for (token, entry) in zip(line, longest) { rows[row][entry].label.append(token.text) }
    return true
  }

  private mutating func open(_ isFresh: Bool) {
    if isFresh || rows.isEmpty { rows.append([]) }
  }

  /// How many words from an index on are a code; nil if none.
  private func codeParts(_ line: [FlatToken], _ index: Int, isFresh: Bool) -> Int? {
    guard line[index].isCode, isFresh || head.blocks.count > 1, index + 1 < line.count else {
      return nil
    }
    var end = index + 1
    if line[index].text.utf8.count == 3 {
      while end < line.count, end - index < 3,
        line[end].isCodePart || isShortPart(line, end)
      { end += 1 }
    }
    // In the middle of a line, only a name makes a number a code.
    guard end < line.count, line[end].kind == .text else { return isFresh ? 1 : nil }
    return end - index
  }

  /// 301 2 津贴补贴: a part of a code without its zero, where parts have columns of their own.
  private func isShortPart(_ line: [FlatToken], _ index: Int) -> Bool {
    head.splitsCodes && line[index].text.utf8.count == 1 && line[index].integer != nil
      && index + 1 < line.count && line[index + 1].kind == .text
  }

  private func startsTotal(_ token: FlatToken, isFresh: Bool) -> Bool {
    guard token.isTotal else { return false }
    if isFresh { return true }
    guard let last = rows.last?.last else { return true }
    return head.blocks.count > 1 && (last.codeText == nil || !last.amounts.isEmpty)
  }

  private mutating func append(_ token: FlatToken) -> Bool {
    guard !rows.isEmpty, !rows[rows.count - 1].isEmpty else { return false }
    let row = rows.count - 1
    let entry = rows[row].count - 1
    if token.kind == .amount {
      if head.blocks.count > 1, isNextCode(token, in: rows[row]) { return false }
      rows[row][entry].amounts.append(token.text)
      return rows[row][entry].amounts.count <= head.amountColumns(0).count
    }
    rows[row][entry].label.append(token.text)
    return true
  }

  /// Whether a number is a code whose name stands elsewhere: one of the same 类 as a code of the row,
  /// and behind it.
  private func isNextCode(_ token: FlatToken, in row: [FlatEntry]) -> Bool {
    guard token.isCode else { return false }
    let code = token.text.string
    return row.contains { entry in
      entry.codeText.map { $0 < code && $0.prefix(3) == code.prefix(3) } ?? false
    }
  }

  /// Which block each entry stands in: codes ascend inside a block.
  private mutating func assignBlocks() -> Bool {
    guard head.blocks.count > 1 else { return true }
    var last = [String](repeating: "", count: head.blocks.count)
    for row in rows.indices {
      guard rows[row].count <= head.blocks.count else { return false }
      let options = placements(rows[row], last)
      guard let first = options.first else { return false }
      for (entry, block) in first.enumerated() {
        rows[row][entry].block = block
        rows[row][entry].isUncertain = options.count > 1
        if let code = rows[row][entry].codeText { last[block] = code }
      }
    }
    return true
  }

  /// The ways to stand in blocks from left to right, with ascending codes in each.
  private func placements(_ entries: [FlatEntry], _ last: [String]) -> [[Int]] {
    var options: [[Int]] = [[]]
    for entry in entries {
      options = options.flatMap { option in
        ((option.last ?? -1) + 1..<head.blocks.count).compactMap { block in
          if let code = entry.codeText, !follows(code, last[block]) { return nil }
          return option + [block]
        }
      }
    }
    options = atHome(options, entries)
    // A row of totals stands from the left, and so does any full row.
    let isTotals = entries.allSatisfy { $0.codeText == nil }
    return isTotals ? Array(options.prefix(1)) : nearest(options, entries, last)
  }

  /// Of several placements, those in which every 类 stands in the block that the form gives it, if
  /// there are.
  private func atHome(_ options: [[Int]], _ entries: [FlatEntry]) -> [[Int]] {
    guard options.count > 1 else { return options }
    let home = options.filter { option in
      zip(entries, option).allSatisfy { entry, block in
        guard let code = entry.codeText else { return true }
        return form.blocks[block].mayHold(String(code.prefix(3)), beside: form.blocks)
      }
    }
    return home.isEmpty ? options : home
  }

  private func follows(_ code: String, _ last: String) -> Bool {
    last.isEmpty || last < code
  }

  /// Of several placements, those in which every code follows one of its own kind, if there are.
  private func nearest(
    _ options: [[Int]], _ entries: [FlatEntry], _ last: [String]
  ) -> [[Int]] {
    let near = options.filter { option in
      zip(entries, option).allSatisfy { entry, block in
        guard let code = entry.codeText, code.utf8.count > 3 else { return true }
        return last[block].prefix(3) == code.prefix(3)
      }
    }
    return near.isEmpty ? options : near
  }

  // MARK: Rows of any label

  private mutating func readFree(_ lines: [[FlatToken]]) -> Bool {
    let hasNames = head.contents.contains(.name)
    for line in lines where !line.isEmpty {
      let amounts = hasNames ? line.drop { $0.kind == .text } : line[...]
      guard amounts.allSatisfy({ $0.kind == .amount }),
        amounts.count <= head.amountColumns(0).count
      else { return false }
      var entry = FlatEntry(block: 0, amounts: amounts.map(\.text))
      for token in line.prefix(line.count - amounts.count) { entry.label.append(token.text) }
      rows.append([entry])
    }
    return true
  }

  // MARK: Listed rows

  private mutating func readListed(_ lines: [[FlatToken]]) -> Bool {
    var reader = ListedRows(form: form, head: head)
    let lines = reader.whole(lines)
    for (index, line) in lines.enumerated() {
      if let last = rows.indices.last, reader.goesOn(line, in: &rows[last]) { continue }
      let next = index + 1 < lines.count ? lines[index + 1] : []
      guard let row = reader.row(line, next: next) else { return false }
      if !row.isEmpty { rows.append(row) }
    }
    return !reader.isOpen
  }
}
