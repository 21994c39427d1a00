public import FiscalModel

/// Binds a report to its form: gives it a kind and a layout where it has none, its tables ids and
/// column keys, its sections roles. What no form knows stays as it is.
public struct ReportBinder: Sendable {
  private let library: LayoutLibrary

  public init(_ library: LayoutLibrary) { self.library = library }

  /// The layout that a report names, or the one that it seems to follow.
  ///
  /// - Throws: a ``LayoutError`` if the named layout does not exist, if a data file is wrong, or if
  ///   there is no layout at all.
  public func layout(for report: Report) throws(LayoutError) -> Layout {
    if let name = report.layout { return try library.layout(name) }
    let chooser = LayoutChooser(report)
    let kind = report.kind ?? chooser.kind() ?? .finalAccounts
    var summaries = try library.summaries().filter { $0.kind == kind }
    // The national form stands first, so that it wins where nothing speaks for another.
    summaries.sort { ($0.name.utf8.count, $0.name) < ($1.name.utf8.count, $1.name) }
    guard let chosen = chooser.choose(summaries) else {
      throw LayoutError(path: library.path, message: "没有\(kind.word)的布局")
    }
    return try library.layout(chosen.name)
  }

  /// Binds a report to the layout of ``layout(for:)``, and answers that layout.
  @discardableResult
  public func bind(_ report: inout Report) throws(LayoutError) -> Layout {
    let layout = try layout(for: report)
    bind(&report, to: layout)
    return layout
  }

  /// Binds a report to a layout.
  public func bind(_ report: inout Report, to layout: Layout) {
    report.layout = layout.name
    report.kind = layout.kind
    let names = TitleNames(entity: report.entity)
    SectionMatcher(layout, names: names).bind(&report.parts)
    let binder = TableBinder(layout, names: names)
    binder.bind(&report.cover, in: nil)
    for index in report.parts.indices { binder.bind(&report.parts[index]) }
  }
}
