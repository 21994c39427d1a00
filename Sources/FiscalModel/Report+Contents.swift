extension Report {
  /// All tables in reading order.
  public var tables: [Table] {
    var collector = TableCollector()
    collector.walk(self)
    return collector.tables
  }

  /// Puts tables where those of ``tables`` stand, as many and in the same order.
  public mutating func replaceTables(with tables: [Table]) {
    var replacer = TableReplacer(tables)
    replacer.replace(in: &self)
  }

  /// All sections, parts included, in reading order.
  public var allSections: [Section] {
    var collector = SectionCollector()
    collector.walk(self)
    return collector.sections
  }

  /// The first table of a form id.
  public func table(_ id: String) -> Table? { tables.first { $0.id == id } }

  /// The first section with a role.
  public func section(_ role: String) -> Section? { allSections.first { $0.role == role } }
}

private struct TableCollector: ReportWalker {
  var tables: [Table] = []

  mutating func visit(_ block: Block, path: [Section]) {
    if case .table(let table) = block { tables.append(table) }
  }
}

private struct SectionCollector: ReportWalker {
  var sections: [Section] = []

  mutating func enter(_ section: Section, path: [Section]) { sections.append(section) }
  mutating func visit(_ block: Block, path: [Section]) {}
}
