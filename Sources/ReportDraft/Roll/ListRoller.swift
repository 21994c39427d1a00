internal import FiscalNarrative
internal import FiscalStandards
internal import FiscalText

/// Brings the 科目 that a sentence lists to those of this year's tables.
struct ListRoller {
  let context: PassageContext
  let draft: PassageDraft

  func roll() {
    guard context.newName == nil else { return }
    for list in NameList.all(in: context.passage, context.numbers.tables) {
      guard draft.edits.add(list.range, list.text) else { continue }
      draft.note(.computed, list.range, list.text, "表中有数的科目")
      for (code, name) in list.removed { draft.tell(.removed, code, name) }
      for (code, name) in list.added { draft.tell(.added, code, name) }
    }
    for list in AmountList.all(
      in: context.index, statements: context.statements, context.numbers.tables)
    {
      roll(list)
    }
  }

  private func roll(_ list: AmountList) {
    let kept = list.parts.filter { !isGone($0, list) }
    guard !kept.isEmpty else { return }
    for row in list.missingRows(context.numbers.tables) {
      // Behind the part with the code before it, or in front of all.
      let before = kept.last { $0.code < row.code ?? "" }
      guard let code = row.code, let model = before ?? kept.first,
        let text = text(row, code, list, like: model)
      else { continue }
      if before == nil {
        let start = model.range.lowerBound
        draft.edits.add(start..<start, text + list.separator)
      } else {
        let end = model.range.upperBound
        draft.edits.add(end..<end, list.separator + text)
      }
      draft.tell(.added, code, row.label)
    }
    for (place, part) in list.parts.enumerated() where isGone(part, list) {
      // With the separator behind it, or before it at the end.
      let isLast = place == list.parts.count - 1
      let range =
        isLast
        ? list.parts[place - 1].range.upperBound..<part.range.upperBound
        : part.range.lowerBound..<list.parts[place + 1].range.lowerBound
      guard draft.edits.add(range, "") else { continue }
      draft.note(.computed, part.range, "", "本年没有这个科目的数")
      draft.tell(.removed, part.code, context.quote(part.mention))
    }
  }

  private func isGone(_ part: AmountList.Part, _ list: AmountList) -> Bool {
    let place = RollTables.Place.row(list.column, code: part.code)
    return context.numbers.tables.value(place, .now)?.grains == 0
      && context.numbers.tables.value(place, .last)?.grains != 0
  }

  /// A part for another row, written as the one beside it.
  private func text(
    _ row: BoundRow, _ code: String, _ list: AmountList, like model: AmountList.Part
  ) -> String? {
    guard let value = context.numbers.tables.value(.row(list.column, code: code), .now) else {
      return nil
    }
    var part = TextEdits()
    let isMarked = context.quote(model.mention).contains("（类）")
    part.add(model.mention, row.label + (isMarked ? "（类）" : ""))
    for index in model.statements {
      let statement = context.facts.statements[index]
      let digits: String?
      if let amount = statement.quantity.amount {
        digits = context.style.digits(value.grains, like: amount)
      } else {
        let whole = try? context.numbers.result(index).whole
        digits = whole.flatMap {
          context.style.percentage(value.grains, of: $0, like: statement.quantity.percentage)
        }
      }
      guard let digits else { return nil }
      part.add(statement.digits, digits)
      draft.noteAdded(
        digits + context.quote(statement.digits.upperBound..<statement.range.upperBound),
        "新增科目“\(row.label)”：\(value.source)")
    }
    return String(decoding: part.applied(to: context.bytes, in: model.range), as: UTF8.self)
  }
}
