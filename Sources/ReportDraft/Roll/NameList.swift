internal import FiscalModel
internal import FiscalNarrative
internal import FiscalStandards
internal import FiscalText

/// The names of economic 科目 that a sentence lists without amounts: 主要包括：基本工资、津贴补贴.
struct NameList {
  /// The bytes of the names, from the first to the last.
  var range: Range<Int>
  /// The names of this year.
  var text: String
  /// What came and what went, by code and name.
  var added: [(code: String, name: String)] = []
  var removed: [(code: String, name: String)] = []

  private static let intros = ["包括：", "包括:", "其中：", "用于：", "包括"].map { Array($0.utf8) }
  private static let ends = ["。", "；", "等", "（"].map { Array($0.utf8) }
  private static let separator = "、"
  /// 公用经费 are of these 类, 人员经费 of the others.
  private static let running = ["302", "307", "309", "310", "311", "312", "313", "399"]
  private static let personnel = ["301", "303"]

  /// The lists of a passage that name most of the rows that last year's table has, and are no
  /// longer right.
  static func all(in passage: Passage, _ tables: RollTables) -> [NameList] {
    let vocabulary = tables.reading.vocabulary
    guard let words = vocabulary.section(passage.role),
      let column = words.economic[vocabulary.defaultMeasure]
    else { return [] }
    let bytes = passage.text.utf8
    var lists: [NameList] = []
    var offset = 0
    while var start = listStart(bytes, from: offset) {
      offset = listEnd(bytes, from: start)
      // 其中：人员经费…，主要包括：基本工资、…
      while let inner = listStart(bytes, from: start), inner < offset { start = inner }
      if let list = list(passage.text.string(start..<offset), start..<offset, column, tables) {
        lists.append(list)
      }
    }
    return lists
  }

  private static func listStart(_ bytes: [UInt8], from start: Int) -> Int? {
    var offset = start
    while offset < bytes.count {
      if let intro = intros.first(where: { bytes.hasBytes($0, at: offset) }) {
        return offset + intro.count
      }
      offset += 1
    }
    return nil
  }

  private static func listEnd(_ bytes: [UInt8], from start: Int) -> Int {
    var offset = start
    while offset < bytes.count {
      // 维修（护）费 has its bracket inside the name.
      if ends.dropLast().contains(where: { bytes.hasBytes($0, at: offset) }) { break }
      offset += 1
    }
    return offset
  }

  private static func list(
    _ text: String, _ range: Range<Int>, _ column: ColumnAddress, _ tables: RollTables
  ) -> NameList? {
    let names = text.split(separator: Character(separator), omittingEmptySubsequences: false).map(
      String.init)
    guard names.count >= 3, !text.contains(where: { "，：,:0123456789".contains($0) }) else {
      return nil
    }
    let codes = names.map { code($0, column, tables.last) }
    let known = codes.compactMap(\.self)
    guard known.count * 10 >= names.count * 7, let groups = groups(known, column, tables.last)
    else { return nil }
    let before = rows(column, groups, tables.last)
    guard before.count(where: { known.contains($0.code) }) * 10 >= before.count * 7 else {
      return nil
    }
    let now = rows(column, groups, tables.now)
    let named = Set(names.map { Name($0) })
    var list = NameList(range: range, text: now.map(\.name).joined(separator: separator))
    list.added = now.filter { !named.contains(Name($0.name)) }
    list.removed = zip(names, codes).compactMap { name, code in
      now.contains { Name($0.name) == Name(name) } ? nil : (code ?? "", name)
    }
    return list.added.isEmpty && list.removed.isEmpty || now.isEmpty ? nil : list
  }

  private static func code(_ name: String, _ column: ColumnAddress, _ index: TableIndex) -> String?
  {
    index.cell(table: column.table, row: name, column: column.column).flatMap {
      index.row($0).code
    }
  }

  /// The 类 whose 款 the list goes through: all of personnel or running costs, if it names 款 of
  /// each that has any; nil if it mixes the two.
  private static func groups(
    _ codes: [String], _ column: ColumnAddress, _ index: TableIndex
  ) -> [String]? {
    let named = Set(codes.map { String($0.prefix(3)) })
    for group in [personnel, running] where named.isSubset(of: group) {
      let printed = Set(rows(column, group, index).map { String($0.code.prefix(3)) })
      return printed.isSubset(of: named) ? group : named.sorted()
    }
    return nil
  }

  private static func rows(
    _ column: ColumnAddress, _ groups: [String], _ index: TableIndex
  ) -> [(code: String, name: String)] {
    let list = RollList(column: column, level: .subcategory, isEconomic: true)
    return list.rows(index).compactMap { row in
      guard let code = row.code, groups.contains(String(code.prefix(3))) else { return nil }
      return (code, row.label)
    }
  }
}
