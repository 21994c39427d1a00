internal import FiscalNarrative
internal import FiscalStandards

/// Which codes of last year's 科目 bear another code or name this year: by the dated table, and by
/// what the tables of both years print.
struct CodeChanges {
  struct Change: Hashable {
    var old: String
    var new: String
    var oldName: String
    var newName: String
  }

  /// By the old code, of those that changed.
  private(set) var changes: [String: Change] = [:]

  init(_ reading: DisclosureReading, now: TableIndex, year: Int) {
    let last = reading.rows.index
    for table in last.tables {
      guard let other = now.table(table.id) else { continue }
      let known = table.form.blocks.lazy.compactMap(\.rows.classification).first
      let dated = known.flatMap { reading.classifications[$0] }
      for row in table.blocks.lazy.flatMap(\.rows) {
        guard let code = row.code, row.isCodePrinted, changes[code] == nil else { continue }
        if let change = Self.change(code, row.label, table, other, dated, year) {
          changes[code] = change
        }
      }
    }
  }

  private static func change(
    _ code: String, _ name: String, _ table: BoundTable, _ other: BoundTable,
    _ dated: ClassificationTable?, _ year: Int
  ) -> Change? {
    if let row = other.row(code: code) {
      guard Name(row.label) != Name(name), row.isCodePrinted,
        dated.map({ isRenamed(code, name, row.label, $0, year) }) ?? false
      else { return nil }
      return Change(old: code, new: code, oldName: name, newName: row.label)
    }
    // Another code with the same names on all levels.
    let path = table.names(code)
    let matches = other.blocks.lazy.flatMap(\.rows).filter { row in
      guard let new = row.code, new.utf8.count == code.utf8.count else { return false }
      return Name(row.label) == Name(name) && other.names(new) == path
        && table.row(code: new) == nil
    }
    guard let row = matches.first, matches.count == 1, let new = row.code else { return nil }
    return Change(old: code, new: new, oldName: name, newName: row.label)
  }

  /// Whether the dated table knows both names for the code, the new one for the year.
  private static func isRenamed(
    _ code: String, _ old: String, _ new: String, _ dated: ClassificationTable, _ year: Int
  ) -> Bool {
    let known = dated.entries(code)
    return known.contains { Name($0.name) == Name(old) }
      && known.contains { Name($0.name) == Name(new) && $0.isPossible(in: year) }
  }

  /// The code that a 科目 of last year has this year.
  func code(_ old: String) -> String { changes[old]?.new ?? old }

  /// What changed, by code.
  var sorted: [Change] { changes.values.sorted { $0.old < $1.old } }
}

extension BoundTable {
  func row(code: String) -> BoundRow? { blocks.lazy.compactMap { $0.row(code: code) }.first }

  /// The names of the 类, 款 and 项 of a code, outermost first.
  func names(_ code: String) -> [Name] {
    [3, 5, 7].filter { $0 <= code.utf8.count }.compactMap { length in
      row(code: String(code.prefix(length))).map { Name($0.label) }
    }
  }
}

extension BlockForm.Rows {
  /// The classification of which the rows are 科目; nil for others.
  fileprivate var classification: Classification? {
    switch self {
    case .functional: .functional
    case .economic: .economic
    case .listed, .free: nil
    }
  }
}
