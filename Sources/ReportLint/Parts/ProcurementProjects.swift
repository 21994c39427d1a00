internal import FiscalModel
internal import FiscalNarrative
internal import FiscalStandards
internal import FiscalText

/// The projects that the procurement table of a budget names and nothing else in it does.
struct ProcurementProjects {
  private let context: ReportSurface

  init(_ context: ReportSurface) { self.context = context }

  /// Reports those names, if most of the table's projects are named elsewhere: a budget may call
  /// its projects otherwise throughout.
  func report(into findings: inout FindingSink) {
    let projects = self.projects
    guard projects.count > 1 else { return }
    let elsewhere = texts
    let missing = projects.filter { project in
      !elsewhere.contains { $0.firstOffset(of: project.name) != nil }
    }
    guard missing.count * 2 <= projects.count else { return }
    for project in missing {
      findings.report(
        project.text, nil, "政府采购预算表中的这个项目，在绩效目标和别的表中都没有出现", confidence: .medium,
        suggestion: "核对项目名称")
    }
  }

  private typealias Project = (text: TracedText, name: [UInt8])

  private static let table = "政府采购预算"
  /// Six ideographs: a shorter name is one of kinds of expense.
  private static let shortestName = 18
  /// A table of more rows is no list of projects.
  private static let mostProjects = 100

  private var projects: [Project] {
    guard let table = context.tables.table(Self.table) else { return [] }
    var seen = Set<[UInt8]>()
    let projects = table.blocks.flatMap { block -> [Project] in
      guard let column = block.columns.first(where: { $0.content == .name }) else { return [] }
      return block.rows.compactMap { row in
        guard !row.isTotal, let text = table.cell(row, column)?.text.trimmed() else { return nil }
        let name = NormalText.bytes(of: text.utf8)
        let isSum = Self.sums.contains { name.firstOffset(of: $0) != nil }
        guard !isSum, name.count >= Self.shortestName, seen.insert(name).inserted else {
          return nil
        }
        return (text, name)
      }
    }
    return projects.count <= Self.mostProjects ? projects : []
  }

  private static let sums = ["小计", "合计"].map { [UInt8]($0.utf8) }

  /// What stands outside the table.
  private var texts: [[UInt8]] {
    let own = context.printedTables.firstIndex { $0.id == Self.table }
    return context.passages.lazy.filter { $0.table != own || own == nil }
      .map { NormalText.bytes(of: $0.text.utf8) }.filter { $0.count >= Self.shortestName }
  }
}
