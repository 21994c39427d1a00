internal import FiscalModel
internal import FiscalNarrative
internal import FiscalStandards
internal import FiscalText

/// 科目 that were renamed, are gone or new.
extension ReportRoller {
  /// The names that changed, by the passage that is about the 科目.
  mutating func renamedEntries(
    _ lists: [RollList]
  ) -> [Int: (Range<Int>, CodeChanges.Change)] {
    var renamed: [Int: (Range<Int>, CodeChanges.Change)] = [:]
    for change in tables.changes.sorted {
      result.items.append(
        RolledReport.ItemChange(
          kind: .renamed, section: "", code: change.new, name: change.newName,
          formerly: "\(change.old) \(change.oldName)"))
    }
    for list in lists {
      for entry in list.entries {
        guard let change = tables.changes.changes[entry.code], change.oldName != change.newName
        else { continue }
        let bytes = reading.facts.passages[entry.passage].text.utf8
        let name = Array(change.oldName.utf8)
        guard
          let start = bytes.firstOffset(
            of: name, from: entry.mention.lowerBound, to: entry.mention.upperBound)
        else { continue }
        renamed[entry.passage] = (start..<(start + name.count), change)
      }
    }
    return renamed
  }

  mutating func strikeGone(_ lists: [RollList]) {
    for list in lists {
      for entry in list.entries where isGone(entry, list) { strike(entry) }
    }
  }

  mutating func add(to list: RollList) {
    let kept = list.entries.filter { !outline.lines[$0.passage].isStruck }
    guard list.isComplete(tables), !list.entries.isEmpty else { return }
    let named = Set(kept.map { tables.changes.code($0.code) })
    for row in list.rows(tables.now) {
      guard let code = row.code, !named.contains(code) else { continue }
      add(row, code, to: list, beside: kept)
    }
  }

  private func isGone(_ entry: RollList.Entry, _ list: RollList) -> Bool {
    guard !list.isEconomic else {
      let name = tables.last.table(list.column.table)?.row(code: entry.code)?.label ?? ""
      return isNothing(.name(list.column, name)) || isMoved(entry.code, name, list)
    }
    return isNothing(.row(list.column, code: entry.code))
  }

  /// Whether an economic 科目 belongs to another 类 this year.
  private func isMoved(_ code: String, _ name: String, _ list: RollList) -> Bool {
    guard
      let cell = tables.now.cell(
        table: list.column.table, row: name, column: list.column.column),
      let new = tables.now.row(cell).code
    else { return false }
    return new.prefix(3) != code.prefix(3)
  }

  /// Whether there was an amount last year and there is none this year.
  private func isNothing(_ place: RollTables.Place) -> Bool {
    guard let before = tables.value(place, .last), before.grains != 0,
      let now = tables.value(place, .now)
    else { return false }
    return now.grains == 0
  }

  private mutating func strike(_ entry: RollList.Entry) {
    outline.lines[entry.passage].isStruck = true
    let passage = reading.facts.passages[entry.passage]
    result.items.append(
      RolledReport.ItemChange(
        kind: .removed, section: heading(of: entry.passage), code: entry.code,
        name: passage.text.string(entry.mention)))
  }

  /// Writes the passage of a new 科目 as that of the one before it is written.
  mutating func add(
    _ row: BoundRow, _ code: String, to list: RollList, beside kept: [RollList.Entry]
  ) {
    let ordered = kept.map { (tables.changes.code($0.code), $0) }
    guard let (_, model) = ordered.last(where: { $0.0 < code }) ?? ordered.first,
      let oldName = tables.last.table(list.column.table)?.row(code: model.code)?.label
    else { return }
    var substituted = tables
    substituted.substitute = RollTables.Substitute(
      from: model.code, to: code, fromName: oldName, toName: row.label)
    let section = heading(of: model.passage)
    let roller = roller(
      model.passage, section: section, numbers: numbers.looking(in: substituted), newName: row.label
    )
    let name = name(row, code, list, like: model)
    roller.rename(model.mention, to: name, because: "新增科目")
    roller.openPurposes()
    roller.roll()
    result.numbers += roller.journal
    // In front of the first one there is no line to follow; it goes behind that one then.
    outline.lines[model.passage].added.append(roller.text)
    result.items.append(
      RolledReport.ItemChange(kind: .added, section: section, code: code, name: name))
  }

  /// A new 科目 named with the levels that the one beside it is named with, and those that differ.
  func name(
    _ row: BoundRow, _ code: String, _ list: RollList, like model: RollList.Entry
  ) -> String {
    let text = reading.facts.passages[model.passage].text.string(model.mention)
    let label = row.label
    guard !list.isEconomic, let table = tables.now.table(list.column.table) else {
      let isMarked = text.hasSuffix("（款）") || text.hasSuffix("（类）")
      return label + (isMarked ? "（\(list.level.word)）" : "")
    }
    guard text.contains("（\(list.level.word)）") else { return label }
    var name = ""
    for level in ClassificationLevel.allCases where level <= list.level {
      let length = 1 + 2 * level.rawValue
      let outer = String(code.prefix(length))
      let isNamed = text.contains("（\(level.word)）") || !model.code.hasPrefix(outer)
      guard isNamed, let label = table.row(code: outer)?.label else { continue }
      name += "\(label)（\(level.word)）"
    }
    return name
  }
}
