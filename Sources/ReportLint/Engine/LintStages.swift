internal import FiscalModel
internal import FiscalNarrative
internal import FiscalStandards
internal import FiscalText

/// What rules look at, in two stages, each of which is worked out by whoever needs it first: what
/// needs the surface only can be looked at while the narrative is read.
public struct LintStages: Sendable {
  let report: Report
  let surface: Once<ReportSurface>
  let context: Once<LintContext>

  init(
    _ report: Report, layout: Layout, _ knowledge: LintKnowledge, _ threads: Threads,
    last: PublishedDocument?, budget: PublishedDocument?, dates: PublicationDates
  ) {
    let parts = ReportParts(report, layout: layout, knowledge, threads)
    let surface = Once {
      ReportSurface(report, layout: layout, parts, knowledge, dates: dates)
    }
    self.report = report
    self.surface = surface
    context = Once {
      let reading = NarrativeReading(report, parts, grades: knowledge.limits.grades, threads)
      return LintContext(surface.value, reading, last: last, budget: budget)
    }
  }
}
