internal import FiscalText

/// Reads `tables.txt` over the tables of the parent layout.
///
/// A table that the parent has too is changed only in what the file says of it: titles are put
/// before the parent's, a block's columns or rows are replaced as a whole.
struct TableFileReader {
  private static let sections = ["表", "块"]
  private static let tableKeys = ["标题", "异式", "必需", "单位", "块", "注"]
  private static let blockKeys = ["行类", "列", "行"]

  private let reader: DataReader
  private var drafts: [TableDraft]
  private var current: Int?
  private var block: Int?

  init(_ file: DataFile, extending tables: [TableForm]) {
    reader = DataReader(file: file)
    drafts = tables.map { TableDraft($0) }
  }

  /// All tables, the parent's first.
  static func tables(
    _ file: DataFile, extending tables: [TableForm]
  ) throws(LayoutError) -> [TableForm] {
    var reader = TableFileReader(file, extending: tables)
    for section in file.sections { try reader.read(section) }
    return try reader.finished()
  }

  private mutating func read(_ section: DataSection) throws(LayoutError) {
    switch section.keyword.text {
    case "表":
      let id = try reader.argument(section)
      if let index = drafts.firstIndex(where: { $0.id == id.text }) {
        current = index
      } else {
        drafts.append(TableDraft(id: id.text))
        current = drafts.count - 1
      }
      if let current { drafts[current].place = section.keyword }
      block = nil
      for entry in section.entries { try readTable(entry) }
    case "块":
      guard let current else {
        throw reader.file.error("“[块]”之前应当有“[表]”", at: section.keyword)
      }
      block = drafts[current].startBlock(section.argument?.text ?? "")
      for entry in section.entries { try readBlock(entry) }
    default:
      throw reader.unknownSection(section, known: Self.sections)
    }
  }

  private mutating func readTable(_ entry: DataEntry) throws(LayoutError) {
    guard let current else { return }
    switch entry.key.text {
    case "标题": drafts[current].ownTitles += entry.values.map(\.text)
    case "异式": try readVariant(entry)
    case "必需": drafts[current].isRequired = try reader.flag(entry)
    case "单位":
      drafts[current].unit = try reader.choice(
        try reader.value(entry), of: AmountUnit.allCases.map { ($0.rawValue, $0) })
    case "块": drafts[current].keepBlocks(entry.values.map(\.text))
    case "注": drafts[current].ownNotes.append(try reader.value(entry).text)
    default: throw reader.unknownKey(entry, known: Self.tableKeys)
    }
  }

  /// A variant has the titles of its table behind its own.
  private mutating func readVariant(_ entry: DataEntry) throws(LayoutError) {
    guard let current else { return }
    let base = try reader.value(entry)
    guard let table = drafts.first(where: { $0.id == base.text }) else {
      throw reader.file.error("“异式”所说的表“\(base.text)”没有写在前面", at: base)
    }
    drafts[current].variantOf = table.id
    drafts[current].titles += table.ownTitles + table.titles
  }

  private mutating func readBlock(_ entry: DataEntry) throws(LayoutError) {
    guard let current, let block else { return }
    switch entry.key.text {
    case "行类": drafts[current].blocks[block].rows = try rows(entry)
    case "列": drafts[current].blocks[block].ownColumns.append(try column(entry))
    case "行": drafts[current].blocks[block].ownRows.append(try row(entry))
    default: throw reader.unknownKey(entry, known: Self.blockKeys)
    }
  }

  /// `行类：经济科目 | 301 | 303`
  private func rows(_ entry: DataEntry) throws(LayoutError) -> BlockForm.Rows {
    guard let word = entry.values.first else {
      throw reader.file.error("“行类”缺少值", at: entry.key)
    }
    let classes = entry.values.dropFirst()
    let rows: BlockForm.Rows = try reader.choice(
      word,
      of: [
        ("功能科目", .functional), ("经济科目", .economic(classes: classes.map(\.text))), ("自由", .free),
      ])
    if let first = classes.first {
      guard case .economic = rows, classes.allSatisfy({ Self.isClass($0.text) }) else {
        throw reader.file.error("“行类”后面只能写经济科目的类，如 301", at: first)
      }
    }
    return rows
  }

  /// Whether a word is the code of a 类.
  private static func isClass(_ word: String) -> Bool {
    word.utf8.count == 3 && word.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }

  /// `列 决算数：金额 | 决算数 | 金额`
  private func column(_ entry: DataEntry) throws(LayoutError) -> ColumnForm {
    let key = try reader.argument(entry)
    guard let word = entry.values.first else {
      throw reader.file.error("列“\(key.text)”缺少内容类型", at: key)
    }
    let content = try reader.choice(
      word, of: ColumnForm.Content.allCases.map { ($0.rawValue, $0) })
    let names = entry.values.dropFirst().map(\.text)
    return ColumnForm(key: key.text, names: names.isEmpty ? [key.text] : names, content: content)
  }

  /// `行 31：201 一、一般公共服务支出 | 其他名称`
  private func row(_ entry: DataEntry) throws(LayoutError) -> RowForm {
    guard let first = entry.values.first else {
      throw reader.file.error("“行”缺少名称", at: entry.key)
    }
    var row = RowForm(names: [])
    if let argument = entry.argument { row.lineNumber = try reader.number(argument) }
    let bytes = [UInt8](first.text.utf8)
    let digits = bytes.prefix { (0x30...0x39).contains($0) }.count
    var start = 0
    if digits >= 3, digits < bytes.count, bytes[digits] == 0x20 {
      row.code = String(decoding: bytes[..<digits], as: UTF8.self)
      start = digits + 1
    }
    if let number = HeadingNumber.scan(bytes, at: start), number.style == .chinese {
      row.ordinal = number.value
      start = number.range.upperBound
    }
    let name = String(decoding: bytes[start...], as: UTF8.self)
    guard !name.isEmpty else { throw reader.file.error("“行”缺少名称", at: first) }
    row.names = [name] + entry.values.dropFirst().map(\.text)
    return row
  }

  private func finished() throws(LayoutError) -> [TableForm] {
    var tables: [TableForm] = []
    for draft in drafts {
      switch draft.form() {
      case .success(let form): tables.append(form)
      case .failure(let flaw):
        throw reader.file.error(flaw.message, at: draft.place ?? DataToken("", offset: 0))
      }
    }
    return tables
  }
}
