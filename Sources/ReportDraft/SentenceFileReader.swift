internal import FiscalModel
internal import FiscalStandards
internal import FiscalText

/// Reads `sentences.txt`.
struct SentenceFileReader {
  private static let levels = ["部分": 1, "节": 2, "小节": 3, "目": 4]
  private static let sectionWords = ["写法", "部分", "节", "小节", "目"]
  private static let keys = ["标题", "段", "接", "项", "分隔", "结尾", "表"]
  private static let kinds: [(word: String, value: Table.Kind)] = [
    ("财务", .financial), ("绩效", .performance),
  ]

  private static let units: [(word: String, value: AmountUnit?)] =
    [AmountUnit.yuan, .tenThousandYuan, .hundredMillionYuan].map { ($0.rawValue, $0) }
    + [(asTable, nil)]
  /// What stands for the unit, or the decimals, of the table.
  private static let asTable = "照表"
  private static let mostDecimals = 6

  private let reader: DataReader
  private let layout: Layout
  private let pieces: TextPieceParser

  /// Whether the file is that of a parent, which may speak of what the layout does not have.
  private let isInherited: Bool

  init(_ file: DataFile, layout: Layout, isInherited: Bool = false) {
    self.isInherited = isInherited
    reader = DataReader(file: file)
    self.layout = layout
    pieces = TextPieceParser(file: file, layout: layout)
  }

  func read(into book: inout SentenceBook) throws(LayoutError) {
    var position = book.sections.count
    for section in reader.file.sections {
      if section.keyword.text == "写法" {
        try readStyle(section, into: &book)
        continue
      }
      guard let draft = try ownSection(section, list: book.list) else { continue }
      if let index = book.sections.firstIndex(where: { $0.role == draft.role }) {
        book.sections[index] = draft
        position = index + 1
      } else {
        book.sections.insert(draft, at: position)
        position += 1
      }
    }
  }

  private func readStyle(
    _ section: DataSection, into book: inout SentenceBook
  ) throws(LayoutError) {
    for entry in section.entries {
      let text = try reader.value(entry).text
      switch entry.key.text {
      case "空白": book.blank = text
      case "分隔": book.list.separator = text
      case "结尾": book.list.end = text
      case "单位": book.unit = try reader.choice(try reader.value(entry), of: Self.units)
      case "小数": book.decimals = try decimals(try reader.value(entry))
      default: throw reader.unknownKey(entry, known: ["空白", "分隔", "结尾", "单位", "小数"])
      }
    }
  }

  /// A number of decimals; nil for 照表.
  private func decimals(_ token: DataToken) throws(LayoutError) -> Int? {
    if token.text == Self.asTable { return nil }
    let decimals = try reader.number(token)
    guard decimals <= Self.mostDecimals else {
      throw reader.file.error("小数最多写 \(Self.mostDecimals) 位", at: token)
    }
    return decimals
  }

  /// A section; nil for one of a parent that the layout cannot have.
  private func ownSection(
    _ section: DataSection, list: DraftParagraph.ListStyle
  ) throws(LayoutError) -> DraftSection? {
    guard isInherited else { return try self.section(section, list: list) }
    do throws(LayoutError) {
      return try self.section(section, list: list)
    } catch {
      return nil
    }
  }

  private func section(
    _ section: DataSection, list: DraftParagraph.ListStyle
  ) throws(LayoutError) -> DraftSection {
    guard let level = Self.levels[section.keyword.text] else {
      throw reader.unknownSection(section, known: Self.sectionWords)
    }
    let role = try reader.argument(section)
    let form = layout.section(role.text)
    var draft = DraftSection(
      role: role.text, title: form?.titles.first ?? "", level: level, entries: [])
    var list = list
    for entry in section.entries {
      switch entry.key.text {
      case "标题": draft.title = try reader.value(entry).text
      case "分隔": list.separator = try reader.value(entry).text
      case "结尾": list.end = try reader.value(entry).text
      case "表":
        draft.entries.append(
          .tables(try reader.choice(try reader.value(entry), of: Self.kinds)))
      case "段": draft.entries.append(.paragraph(try paragraph(entry)))
      case "接", "项":
        let isItem = entry.key.text == "项"
        try append(try fragment(entry, list: isItem ? list : nil), entry, to: &draft)
      default: throw reader.unknownKey(entry, known: Self.keys)
      }
    }
    // What a layout has not, another section of it may speak of.
    guard !draft.title.isEmpty || isInherited else {
      throw reader.file.error("布局里没有章节“\(role.text)”，请写明“标题”", at: role)
    }
    return draft
  }

  private func append(
    _ fragment: DraftParagraph.Fragment, _ entry: DataEntry, to draft: inout DraftSection
  ) throws(LayoutError) {
    guard case .paragraph(var paragraph)? = draft.entries.last else {
      throw reader.file.error("“\(entry.key.text)”前面应当有“段”", at: entry.key)
    }
    paragraph.fragments.append(fragment)
    draft.entries[draft.entries.count - 1] = .paragraph(paragraph)
  }

  /// The guard of a paragraph's first line is that of the whole paragraph.
  private func paragraph(_ entry: DataEntry) throws(LayoutError) -> DraftParagraph {
    let first = try fragment(entry, list: nil)
    let text = DraftParagraph.Fragment(when: .always, pieces: first.pieces)
    return DraftParagraph(when: first.when, fragments: [text])
  }

  private func fragment(
    _ entry: DataEntry, list: DraftParagraph.ListStyle?
  ) throws(LayoutError) -> DraftParagraph.Fragment {
    guard let word = entry.argument else {
      return try fragment(.always, try reader.value(entry), list)
    }
    switch word.text {
    case "若":
      let (condition, text) = try guarded(entry)
      return try fragment(.when(try pieces.condition(condition)), text, list)
    case "又若":
      let (condition, text) = try guarded(entry)
      return try fragment(.orWhen(try pieces.condition(condition)), text, list)
    case "逐行":
      let (rows, text) = try guarded(entry)
      return try fragment(.eachRow(try pieces.domain(rows)), text, list)
    case "逐指标":
      let (kind, text) = try guarded(entry)
      return try fragment(.eachIndicator(kind: kind.text), text, list)
    case "否则": return try fragment(.otherwise, try reader.value(entry), list)
    case "不明": return try fragment(.unknown, try reader.value(entry), list)
    case "逐名词": return try fragment(.eachTerm, try reader.value(entry), list)
    default:
      throw reader.file.error(
        "“\(word.text)”应当是“若”“又若”“否则”“不明”“逐行”“逐名词”“逐指标”之一", at: word)
    }
  }

  /// A line `若：条件 | 文字`.
  private func guarded(
    _ entry: DataEntry
  ) throws(LayoutError) -> (condition: DataToken, text: DataToken) {
    guard entry.values.count == 2 else {
      throw reader.file.error("应当写成“条件 | 文字”，中间一条竖线", at: reader.file.value(of: entry))
    }
    return (entry.values[0], entry.values[1])
  }

  private func fragment(
    _ when: DraftGuard, _ text: DataToken, _ list: DraftParagraph.ListStyle?
  ) throws(LayoutError) -> DraftParagraph.Fragment {
    DraftParagraph.Fragment(when: when, pieces: try pieces.pieces(text), list: list)
  }
}
