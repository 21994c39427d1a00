public import FiscalModel
public import FiscalStandards

/// Another disclosure whose tables a draft takes numbers from.
public struct PublishedTables {
  var report: Report
  var layout: Layout

  /// - Parameter report: a report that has been bound to `layout`.
  public init(report: Report, layout: Layout) {
    self.report = report
    self.layout = layout
  }
}
