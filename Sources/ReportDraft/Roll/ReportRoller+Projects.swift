internal import FiscalModel
internal import FiscalNarrative
internal import FiscalStandards
internal import FiscalText

/// Projects that are gone or new.
extension ReportRoller {
  mutating func strikeGoneProjects() {
    guard let projects else { return }
    for passage in projects.gone {
      outline.lines[passage].isStruck = true
      guard projects.heads.contains(passage), let last = projects.entries[passage]?.last else {
        continue
      }
      tell(.removed, passage, "项目", projects.last.name(last))
    }
  }

  /// Writes the passage of a new project as that of the one before it is written.
  mutating func addProjects() {
    guard let projects else { return }
    for added in projects.added {
      guard let range = ProjectNames.range(heading: reading.facts.passages[added.model]) else {
        continue
      }
      let name = projects.now.name(added.now)
      var roller = roller(
        added.model, section: heading(of: added.model), newName: name)
      roller.projects = projects.writing(added)
      roller.rename(range, to: name, because: "新增项目")
      roller.openProjectRest()
      roller.roll()
      result.numbers += roller.journal
      outline.lines[added.end].added.append(roller.text)
      tell(.added, added.model, "项目", name)
    }
  }
}
