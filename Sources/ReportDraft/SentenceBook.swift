internal import FiscalModel
public import FiscalStandards
internal import FiscalText

/// The sentences of a layout, as its `sentences.txt` says them: one template a section.
public struct SentenceBook: Sendable {
  static let fileName = "sentences.txt"

  var sections: [DraftSection] = []
  /// What is printed where a number is missing; `{说明}` stands for what is missing.
  var blank = ""
  /// The unit of printed amounts; nil for that of their table.
  var unit: AmountUnit?
  /// The decimals of printed amounts; nil for those of their cells.
  var decimals: Int? = 2
  var list = DraftParagraph.ListStyle(separator: "", end: "")

  /// Reads the sentences of a layout and its parents. A section of a layout replaces its parent's.
  /// A layout that extends another one orders the sections as its form does; what its parents say
  /// of sections or tables that it does not have is left out.
  ///
  /// - Throws: a ``LayoutError`` with the place that is wrong, or if the layout has no sentences.
  public init(_ layout: Layout) throws(LayoutError) {
    let files = try layout.dataFiles(Self.fileName)
    guard let last = files.last else {
      throw LayoutError(
        path: "\(layout.folders.last ?? layout.name)/\(Self.fileName)",
        message: "布局“\(layout.name)”没有说明文字的句式，不能起草")
    }
    let own = layout.folders.last.map { "\($0)/\(Self.fileName)" }
    for file in files {
      let isInherited = layout.parent != nil && file.path != own
      try SentenceFileReader(file, layout: layout, isInherited: isInherited).read(into: &self)
    }
    if layout.parent != nil { sections = arranged(layout.parts, level: 1) }
    guard !blank.isEmpty else {
      throw LayoutError(path: last.path, message: "“[写法]”缺少“空白”")
    }
  }

  /// Whether a section takes the tables of a kind.
  func asks(for kind: Table.Kind) -> Bool {
    sections.contains { section in
      section.entries.contains { if case .tables(kind) = $0 { true } else { false } }
    }
  }

  /// The templates of sections in the order and on the levels of a form. A section that must be
  /// there and has no template is a blank.
  private func arranged(_ forms: [SectionForm], level: Int) -> [DraftSection] {
    var arranged: [DraftSection] = []
    for form in forms {
      let title = form.titles.first ?? ""
      let template = sections.first { $0.role == form.role } ?? likeSection(form, title: title)
      var inner = self.arranged(form.sections, level: level + 1)
      if form.sections.isEmpty {
        inner = sections.filter { $0.isPart(of: form.role) && !$0.title.isEmpty }
      }
      guard template != nil || form.isRequired || !inner.isEmpty else { continue }
      var section =
        template ?? DraftSection(role: form.role, title: title, level: level, entries: [])
      section.level = level
      if template == nil, inner.isEmpty {
        section.entries = [.paragraph(DraftParagraph(blank.replacing("{说明}", with: title)))]
      }
      arranged.append(section)
      arranged += inner.map { $0.moved(to: max($0.level, level + 1)) }
    }
    return arranged
  }

  /// The template of the section that speaks of the same elsewhere in the form of a parent: what is
  /// told among other matters there, 其他重要事项, may have a section of its own.
  private func likeSection(_ form: SectionForm, title: String) -> DraftSection? {
    guard
      var section = sections.first(where: {
        $0.role != form.role && Self.plain($0.role) == Self.plain(form.role)
      })
    else { return nil }
    section.role = form.role
    section.title = title
    return section
  }

  /// A role without the section of the other matters.
  private static func plain(_ role: String) -> String {
    role.replacing("narrative.other.", with: "narrative.")
  }
}

extension DraftSection {
  fileprivate func isPart(of role: String) -> Bool {
    self.role.hasPrefix(role + ".") && !self.role.dropFirst(role.count + 1).contains(".")
  }

  fileprivate func moved(to level: Int) -> DraftSection {
    var section = self
    section.level = level
    return section
  }
}

extension DraftParagraph {
  /// A paragraph of one text.
  fileprivate init(_ text: String) {
    self.init(when: .always, fragments: [Fragment(when: .always, pieces: [.text(text)])])
  }
}
