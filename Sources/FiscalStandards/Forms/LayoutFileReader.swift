internal import FiscalModel
internal import FiscalText

/// Reads `layout.txt`: what the layout is, and its parts and sections.
struct LayoutFileReader {
  private static let sections = ["布局", "章节"]
  private static let keys = ["名称", "种类", "继承", "地名", "特征", "表序", "图"]
  private static let sectionKeys = ["部分", "节", "小节"]

  private let reader: DataReader

  init(_ file: DataFile) { reader = DataReader(file: file) }

  /// What the head section says.
  struct Head {
    var title: DataToken
    var kind: ReportKind?
    var parent: DataToken?
    var placeNames: [String] = []
    /// Words of headings that together only this form has.
    var marks: [String] = []
    /// The ids of the tables in their order, if the layout sets them anew.
    var tableOrder: [DataToken] = []
    var figures: [FigureForm] = []
  }

  func head() throws(LayoutError) -> Head {
    guard let section = reader.file.sections.first, section.keyword.text == "布局" else {
      throw reader.file.error("文件应当以“[布局]”开头", at: 0)
    }
    var head = Head(title: DataToken("", offset: section.keyword.offset))
    for entry in section.entries { try read(entry, into: &head) }
    guard !head.title.text.isEmpty else {
      throw reader.file.error("“[布局]”缺少“名称”", at: section.keyword)
    }
    return head
  }

  private func read(_ entry: DataEntry, into head: inout Head) throws(LayoutError) {
    switch entry.key.text {
    case "名称": head.title = try reader.value(entry)
    case "种类":
      head.kind = try reader.choice(
        try reader.value(entry), of: [("决算", ReportKind.finalAccounts), ("预算", .budget)])
    case "继承": head.parent = try reader.value(entry)
    case "地名": head.placeNames += entry.values.map(\.text)
    case "特征": head.marks += entry.values.map(\.text)
    case "表序": head.tableOrder += entry.values
    case "图": head.figures.append(try figure(entry))
    default: throw reader.unknownKey(entry, known: Self.keys)
    }
  }

  /// `图 narrative.revenue：图1 收入决算图 | 饼图 | 事业收入=公开02!合计.事业收入；…`
  private func figure(_ entry: DataEntry) throws(LayoutError) -> FigureForm {
    guard entry.values.count >= 2 else {
      throw reader.file.error("应当是“图 章节：图1 图名 | 图的种类 | 名称=公式；…”", at: entry.key)
    }
    let kind = try reader.choice(entry.values[1], of: FigureForm.kinds)
    return FigureForm(
      caption: entry.values[0].text, kind: kind, role: entry.argument?.text,
      series: entry.values.dropFirst(2).map(\.text))
  }

  /// The parts; those of the parent layout if the file has no section for them.
  func parts(extending parent: Layout?) throws(LayoutError) -> [SectionForm] {
    var parts: [SectionForm]?
    for section in reader.file.sections.dropFirst() {
      guard section.keyword.text == "章节" else {
        throw reader.unknownSection(section, known: Self.sections)
      }
      var forms: [SectionForm] = parts ?? []
      for entry in section.entries {
        let form = try sectionForm(entry, extending: parent)
        guard insert(form, into: &forms) else {
          throw reader.file.error("“\(form.role)”的上一级没有写在前面", at: entry.key)
        }
      }
      parts = forms
    }
    return parts ?? parent?.parts ?? []
  }

  private func sectionForm(
    _ entry: DataEntry, extending parent: Layout?
  ) throws(LayoutError) -> SectionForm {
    guard let depth = Self.sectionKeys.firstIndex(of: entry.key.text) else {
      throw reader.unknownKey(entry, known: Self.sectionKeys)
    }
    let role = try reader.argument(entry)
    guard role.text.utf8.count(where: { $0 == UInt8(ascii: ".") }) == depth else {
      throw reader.file.error(
        "“\(entry.key.text)”的代号应当有 \(depth) 个点，这里是“\(role.text)”", at: role)
    }
    let inherited = parent?.section(role.text)
    guard let word = entry.values.first else {
      guard var inherited else {
        throw reader.file.error("“\(role.text)”不在上级布局中，要写明必需或可选和标题", at: role)
      }
      inherited.sections = []
      return inherited
    }
    let isRequired = try reader.choice(word, of: [("必需", true), ("可选", false)])
    var titles = entry.values.dropFirst().map(\.text)
    for title in inherited?.titles ?? [] where !titles.contains(title) { titles.append(title) }
    guard !titles.isEmpty else { throw reader.file.error("“\(role.text)”缺少标题", at: role) }
    return SectionForm(role: role.text, titles: titles, isRequired: isRequired)
  }

  /// Whether the form's parent was there to take it.
  private func insert(_ form: SectionForm, into forms: inout [SectionForm]) -> Bool {
    guard !form.role.isOutermostRole else {
      forms.append(form)
      return true
    }
    guard let index = forms.lastIndex(where: { form.role.isRole(below: $0.role) }) else {
      return false
    }
    if !(form.role.outerRole?.hasSameBytes(as: forms[index].role) ?? false) {
      return insertBelow(form, &forms[index].sections)
    }
    forms[index].sections.append(form)
    return true
  }

  private func insertBelow(_ form: SectionForm, _ forms: inout [SectionForm]) -> Bool {
    guard let index = forms.lastIndex(where: { form.role.isRole(below: $0.role) }) else {
      return false
    }
    forms[index].sections.append(form)
    return true
  }
}
