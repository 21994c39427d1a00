/// Visits every section and block of a report in reading order.
public protocol ReportWalker {
  /// Called before a section's blocks; `path` holds the sections around it, outermost first.
  mutating func enter(_ section: Section, path: [Section])
  /// Called for each block of the cover and of every section.
  mutating func visit(_ block: Block, path: [Section])
}

extension ReportWalker {
  public mutating func enter(_ section: Section, path: [Section]) {}

  public mutating func walk(_ report: Report) {
    for block in report.cover { visit(block, path: []) }
    for part in report.parts { walk(part, path: []) }
  }

  private mutating func walk(_ section: Section, path: [Section]) {
    enter(section, path: path)
    let inner = path + [section]
    for block in section.blocks { visit(block, path: inner) }
    for child in section.sections { walk(child, path: inner) }
  }
}
