internal import FiscalModel
internal import FiscalNarrative
internal import FiscalStandards
internal import FiscalText

/// Terms that are used no more or for the first time.
extension ReportRoller {
  mutating func rollGlossary() {
    guard distance != 0, let roller = GlossaryRoller(glossary, tables) else { return }
    let changes = roller.changes()
    for struck in changes.struck {
      outline.lines[struck.passage].isStruck = true
      tell(.removed, struck.passage, struck.code, struck.name)
    }
    for added in changes.added {
      outline.lines[added.passage].added.append(added.text)
      tell(.added, added.passage, added.code, added.name)
      result.numbers.append(
        RolledNumber(
          state: .open, section: heading(of: added.passage), before: "",
          after: "【请填写：\(added.name)的含义】", reason: "本年新用到的名词"))
    }
  }
}
