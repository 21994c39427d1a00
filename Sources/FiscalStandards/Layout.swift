public import FiscalModel

/// A kind of disclosure as its form prescribes it: parts and sections, tables, and the data files
/// that other targets read. Read from a folder of `Layouts/`; one layout may extend another.
public struct Layout: Sendable {
  /// The folder's path below `Layouts/`, such as `final-accounts/dalian`.
  public var name: String
  /// What people call it: 部门决算（全国通用）.
  public var title: String
  public var kind: ReportKind
  public var parts: [SectionForm]
  public var tables: [TableForm]

  public init(
    name: String, title: String, kind: ReportKind, parts: [SectionForm] = [],
    tables: [TableForm] = []
  ) {
    self.name = name
    self.title = title
    self.kind = kind
    self.parts = parts
    self.tables = tables
  }
}
