internal import FiscalText

/// The words by which headings of a narrative are told where they are like none of the form, and
/// the years since which final accounts have a section, as `headings.txt` says them.
public struct HeadingWords: Sendable {
  /// What is known of a section by the last part of its role: 三公 of `threePublic`, which may be
  /// `narrative.threePublic` or a part of another section.
  public struct Section: Sendable {
    public var name: String
    /// Words that no other section's heading has.
    public internal(set) var subjects: [Name] = []
    /// Words that a heading has under which the section may stand; empty for one that a form need
    /// not have.
    public internal(set) var words: [Name] = []
    /// Words of a heading or a contents list that tell that a report has the section.
    public internal(set) var marksOfHeading: [String] = []
    /// Words of the text that tell so.
    public internal(set) var marksOfText: [String] = []
    /// What must not stand right before these marks: 财政拨款收入总计 is not 收入总计.
    public internal(set) var unlessBehind: [String] = []
    /// How the names of bodies end that need not have the section.
    public internal(set) var exemptBodies: [String] = []
    /// The section that it may be joined with under one heading.
    public internal(set) var neighbour: String?
    /// The year since which final accounts tell of it; nil if they always did.
    public internal(set) var firstYear: Int?
    /// The year since which final accounts tell of it under a heading of its own; nil if they
    /// always did.
    public internal(set) var firstYearOfHeading: Int?
  }

  /// In the order of the file.
  public private(set) var sections: [Section] = []
  /// Words of headings below which the accounts are told, whatever the form.
  private(set) var narrative: [Name] = []
  /// Words of headings that stand in other parts than the narrative.
  private(set) var otherParts: [Name] = []

  private static let keywords = ["说明文字", "其他部分", "节"]
  private static let wordKey = "标题"
  private static let sectionKeys = [
    "主题", "标题", "标题有", "正文有", "前面不是", "不要求", "合写", "决算起", "单列起",
  ]

  init() {}

  /// The words of a layout and its parents, which add up; a year or a neighbour of a layout goes
  /// before its parent's.
  ///
  /// - Throws: a ``LayoutError`` with the place that is wrong.
  init(_ layout: Layout) throws(LayoutError) {
    for file in try layout.dataFiles("headings.txt") { try read(file) }
  }

  /// The section that is named by the last part of its role, or nil.
  public func section(_ name: String) -> Section? { sections.first { $0.name == name } }

  mutating func read(_ file: DataFile) throws(LayoutError) {
    let reader = DataReader(file: file)
    for section in file.sections {
      switch section.keyword.text {
      case "说明文字": narrative += try words(section, reader)
      case "其他部分": otherParts += try words(section, reader)
      case "节": try readSection(section, reader)
      default: throw reader.unknownSection(section, known: Self.keywords)
      }
    }
  }

  private func words(
    _ section: DataSection, _ reader: DataReader
  ) throws(LayoutError) -> [Name] {
    var words: [Name] = []
    for entry in section.entries {
      guard entry.key.text == Self.wordKey else {
        throw reader.unknownKey(entry, known: [Self.wordKey])
      }
      words += try names(entry, reader)
    }
    return words
  }

  private mutating func readSection(
    _ section: DataSection, _ reader: DataReader
  ) throws(LayoutError) {
    let name = try reader.argument(section)
    guard !name.text.contains(".") else {
      throw reader.file.error("只写代号的最后一段，例如 threePublic", at: name)
    }
    let index = sections.firstIndex { $0.name == name.text } ?? sections.count
    if index == sections.count { sections.append(Section(name: name.text)) }
    for entry in section.entries { try read(entry, reader, into: &sections[index]) }
  }

  private func read(
    _ entry: DataEntry, _ reader: DataReader, into section: inout Section
  ) throws(LayoutError) {
    switch entry.key.text {
    case "主题": section.subjects += try names(entry, reader)
    case Self.wordKey: section.words += try names(entry, reader)
    case "标题有": section.marksOfHeading += try texts(entry, reader)
    case "正文有": section.marksOfText += try texts(entry, reader)
    case "前面不是": section.unlessBehind += try texts(entry, reader)
    case "不要求": section.exemptBodies += try texts(entry, reader)
    case "合写": section.neighbour = try reader.value(entry).text
    case "决算起": section.firstYear = try reader.number(try reader.value(entry))
    case "单列起": section.firstYearOfHeading = try reader.number(try reader.value(entry))
    default: throw reader.unknownKey(entry, known: Self.sectionKeys)
    }
  }

  private func texts(
    _ entry: DataEntry, _ reader: DataReader
  ) throws(LayoutError) -> [String] {
    _ = try reader.value(entry)
    return entry.values.map(\.text)
  }

  /// Words as headings are compared; one of quotation marks alone would stand in every heading.
  private func names(
    _ entry: DataEntry, _ reader: DataReader
  ) throws(LayoutError) -> [Name] {
    _ = try reader.value(entry)
    var names: [Name] = []
    for value in entry.values {
      let name = Name(value.text)
      guard !name.isEmpty else { throw reader.file.error("除了引号没有字", at: value) }
      names.append(name)
    }
    return names
  }
}
