internal import FiscalNarrative
internal import FiscalText

/// Marks the sentences that say that there is none of something that there is this year.
struct AbsenceRoller {
  let context: PassageContext
  let draft: PassageDraft

  func roll(_ absence: Facts.Absence) {
    let measure = context.numbers.reading.vocabulary.defaultMeasure
    guard !context.numbers.keepsText || !context.statements.isEmpty,
      let now = try? context.numbers.level(of: absence.subject, measure, in: absence.section),
      now.grains != 0, let digits = context.style.digits(now.grains, like: context.style.usual)
    else { return }
    let end = context.sentenceEnd(absence.range.upperBound)
    let amount = digits + context.style.usual.unit.rawValue
    let blank = "【请填写：本年有\(context.name(absence.subject))\(amount)，请改写这一句】"
    guard draft.edits.add(end..<end, blank) else { return }
    draft.note(.open, absence.range, blank, "本年的表中有数：\(now.source)")
  }
}
