internal import FiscalStandards

/// The forms of the accounting software from which published tables and sections take their
/// numbers, as `sources.txt` says it.
struct AccountForms: Sendable {
  /// 财决03表 收入决算表
  struct Form: Sendable {
    /// 财决03
    var name: String
    var title = ""
    /// The first fiscal year in which the form had this number.
    var firstYear = 0
    /// The ids of the tables that its numbers stand in.
    var tables: [String] = []
    /// The sections that tell its numbers, by the last parts of their roles.
    var sections: [String] = []
  }

  /// In the order of the files.
  private(set) var forms: [Form] = []

  static let prefix = "财决"
  private static let section = "报表"
  private static let keys = ["名称", "起", "公开表", "节"]

  /// - Throws: a ``LayoutError`` with the place in the data file that is wrong.
  init(_ layout: Layout) throws(LayoutError) {
    for file in try layout.dataFiles("sources.txt") {
      let reader = DataReader(file: file)
      for section in file.sections {
        guard section.keyword.text == Self.section else {
          throw reader.unknownSection(section, known: [Self.section])
        }
        let form = try Self.form(section, reader)
        forms.removeAll { $0.name == form.name }
        forms.append(form)
      }
    }
  }

  private static func form(
    _ section: DataSection, _ reader: DataReader
  ) throws(LayoutError) -> Form {
    let name = try reader.argument(section)
    guard name.text.hasPrefix(prefix), !name.text.hasSuffix("表") else {
      throw reader.file.error("报表写成“财决03”的样子", at: name)
    }
    var form = Form(name: name.text)
    for entry in section.entries {
      let value = try reader.value(entry)
      switch entry.key.text {
      case "名称": form.title = value.text
      case "起": form.firstYear = try reader.number(value)
      case "公开表": form.tables += entry.values.map(\.text)
      case "节":
        for value in entry.values where value.text.contains(".") {
          throw reader.file.error("只写代号的最后一段，例如 threePublic", at: value)
        }
        form.sections += entry.values.map(\.text)
      default: throw reader.unknownKey(entry, known: keys)
      }
    }
    guard !form.title.isEmpty else {
      throw reader.file.error("“\(name.text)”要写明“名称”", at: name)
    }
    return form
  }
}
