public import FiscalModel
public import FiscalText

/// A kind of disclosure as its form prescribes it: parts and sections, tables, and the data files
/// that other targets read. Read from a folder of `Layouts/`; one layout may extend another.
public struct Layout: Sendable {
  /// The folder's path below `Layouts/`, such as `final-accounts/dalian`.
  public var name: String
  /// What people call it: 部门决算（全国通用）.
  public var title: String
  public var kind: ReportKind
  /// The layout that this one extends, or nil.
  public var parent: String?
  /// Names of the places where this form is used, by which a report is told to be of it.
  public var placeNames: [String] = []
  public var parts: [SectionForm]
  public var tables: [TableForm]
  /// The words by which headings are told that are like none of the form.
  public internal(set) var headings = HeadingWords()
  /// The charts that the form wants in the narrative, in order.
  public var figures: [FigureForm] = []
  /// The folders whose data files make up the layout: that of all layouts first, then the outermost
  /// parent's, its own last.
  public var folders: [String] = []

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

  /// The table form of an id, or nil.
  public func table(_ id: String) -> TableForm? { tables.first { $0.id == id } }

  /// The other shapes of a table.
  public func variants(of id: String) -> [TableForm] { tables.filter { $0.variantOf == id } }

  /// The part or section form of a role, or nil.
  public func section(_ role: String) -> SectionForm? {
    var forms = parts
    while let form = forms.first(where: { role.isRole($0.role) }) {
      if form.role == role { return form }
      forms = form.sections
    }
    return nil
  }

  /// The data files of a name in ``folders``, the outermost parent's first; none where no folder
  /// has it. This is how other targets read data of their own, such as `sentences.txt`.
  public func dataFiles(_ name: String) throws(LayoutError) -> [DataFile] {
    var files: [DataFile] = []
    for source in try sources(name) { files.append(try DataFile(source: source)) }
    return files
  }

  /// The texts of ``dataFiles(_:)``, for who reads them in another way.
  public func sources(_ name: String) throws(LayoutError) -> [SourceText] {
    var sources: [SourceText] = []
    for folder in folders {
      if let text = try FileAccess.textIfAny("\(folder)/\(name)") { sources.append(text) }
    }
    return sources
  }
}
