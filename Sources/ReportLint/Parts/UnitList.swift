internal import FiscalModel
internal import FiscalNarrative
internal import FiscalText

/// The units that a disclosure covers, as its overview lists them in a table.
struct UnitList {
  /// The names as printed, in order.
  let names: [TracedText]

  private static let heads = ["单位名称", "预算单位"]
  private static let totals = ["合计", "总计"]

  /// The units of a table; nil if it lists none, or a cell of it is uncertain.
  init?(_ table: Table) {
    guard table.kind == .generic,
      !table.rows.contains(where: { $0.cells.contains(where: \.isUncertain) }),
      let column = table.columns.firstIndex(where: { column in
        Self.heads.contains(where: column.name.hasSuffix)
      })
    else { return nil }
    names = table.rows.compactMap { row in
      // What stands across columns is a note, or rows that nothing parted.
      guard let cell = row.cell(at: column), cell.columnSpan == 1,
        case let text = cell.text.trimmed(), !text.isEmpty,
        !Self.totals.contains(text.string.filter { !$0.isWhitespace })
      else { return nil }
      return text
    }
    guard !names.isEmpty else { return nil }
  }

  /// The list of a disclosure's overview, if it has just one.
  init?(overviewOf facts: Facts) {
    var tables = Set<Int>()
    for passage in facts.passages where passage.role?.hasPrefix("overview") ?? false {
      if let table = passage.table { tables.insert(table) }
    }
    let lists = tables.sorted().compactMap { UnitList(facts.tables[$0]) }
    guard lists.count == 1 else { return nil }
    self = lists[0]
  }

  /// A name without what may be written or not: brackets, 本级.
  static func key(_ name: TracedText) -> String {
    let text = String(decoding: NormalText.bytes(of: name.utf8), as: UTF8.self)
    let plain = text.filter { !"（）() ".contains($0) }
    return ["本级", "机关"].reduce(plain) { $0.hasSuffix($1) ? String($0.dropLast(2)) : $0 }
  }
}
