internal import FiscalModel

/// What tells a layout from others, read without the rest of it.
struct LayoutSummary: Sendable {
  var name: String
  var kind: ReportKind
  var placeNames: [String]
  /// Words of headings that only this form has, all of them in one report.
  var marks: [String] = []
}
