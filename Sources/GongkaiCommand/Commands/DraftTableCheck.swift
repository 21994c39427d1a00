internal import FiscalModel
internal import FiscalStandards
internal import FiscalText

/// What a clerk should know of the tables before a draft is made from them.
struct DraftTableCheck {
  /// Bound to the layout.
  let report: Report
  let layout: Layout

  /// How many tables must be there before those of two years can be told to be the same ones.
  private static let fewest = 3

  // MARK: One year's tables

  /// - Throws: a ``CommandError`` if the same table is there twice with different contents.
  func refuseConflicts() throws(CommandError) {
    let tables = report.tables
    let titles = tables.map { $0.title.map { Name(utf8: $0.utf8) } }
    for form in layout.tables {
      guard let position = tables.firstIndex(where: { $0.id == form.id }) else { continue }
      let first = tables[position]
      for (index, other) in tables.enumerated() where index != position {
        // A copy may be taken for a table of its own: in the source format it has a name of its own.
        let isTitledAlike = !(titles[index]?.isEmpty ?? true) && titles[index] == titles[position]
        guard other.id == form.id || isTitledAlike else { continue }
        guard let (row, one, two) = Self.difference(first, other) else { continue }
        let label = row.isEmpty ? "" : "“\(row)”一行"
        throw CommandError(
          "有两张“\(form.titles.first ?? form.id)”，数不一样：\(place(first))与\(place(other))（\(label)"
            + "“\(one)”与“\(two)”）；请只留一张")
      }
    }
  }

  /// The tables that the form wants and that are not there, or there in another shape than that from
  /// which drafts are made; nil if all are there.
  var missing: String? {
    let ids = Set(report.tables.compactMap(\.id))
    let absent = layout.tables.filter { $0.isRequired && !ids.contains($0.id) }
    func isInOtherShape(_ form: TableForm) -> Bool {
      layout.variants(of: form.id).contains { ids.contains($0.id) }
    }
    let (others, missing) = (absent.filter(isInOtherShape), absent.filter { !isInOtherShape($0) })
    var notes: [String] = []
    if !missing.isEmpty { notes.append("表格里没有\(Self.names(missing))，用到这些表的数留作空白") }
    if !others.isEmpty { notes.append("\(Self.names(others))不是起草所用的表式，用到的数留作空白") }
    return notes.isEmpty ? nil : notes.joined(separator: "；")
  }

  private static func names(_ forms: [TableForm]) -> String {
    forms.map { form in form.titles.first.map { "\(form.id)表（\($0)）" } ?? form.id }
      .joined(separator: "、")
  }

  /// What is said of tables that do not come into the draft; nil if all do.
  func leftOut(of draft: Report) -> String? {
    var kept = draft.tables.compactMap { $0.title?.string }
    var left: [String] = []
    for table in report.tables {
      let title = table.title?.string ?? ""
      if let place = kept.firstIndex(of: title) {
        kept.remove(at: place)
      } else {
        left.append(title)
      }
    }
    let count = report.tables.count - draft.tables.count
    guard count > 0 else { return nil }
    let titles = left.filter { !$0.isEmpty }.map { "“\($0)”" }.joined(separator: "、")
    return "有 \(count) 张表不是布局中的公开表或绩效表，没有收入" + (titles.isEmpty ? "" : "：\(titles)")
  }

  // MARK: Against last year's

  /// - Throws: a ``CommandError`` if last year's disclosure is of a later year.
  func refuse(last: Report, named path: String) throws(CommandError) {
    if let now = report.year, let before = last.year, before > now {
      throw CommandError("\(path)：是 \(before) 年度的，表格是 \(now) 年度的；--last 应当给出上年的公开文本")
    }
  }

  /// What is said of last year's disclosure: that it is not that of the year before, or that its
  /// tables are just these; nil where all is as it should be.
  func note(on last: Report, named path: String, year: Int) -> String? {
    guard let before = last.year, before != year - 1 else {
      return isSame(as: last) ? "\(path) 表中的数与 --tables 的完全相同；请核对 --tables 是不是本年的表" : nil
    }
    if before == year {
      return "\(path) 与表格同是 \(year) 年度的：只按表更新数字，年份不动"
    }
    return "\(path) 是 \(before) 年度的，不是 \(year - 1) 年度的：与上年相比的数没有依据，留作空白"
  }

  private func isSame(as last: Report) -> Bool {
    let others = last.tables
    let pairs = report.tables.filter { $0.kind == .financial && $0.id != nil }.compactMap { table in
      others.first { $0.id == table.id }.map { (table, $0) }
    }
    let filled = pairs.filter { $0.0.rows.contains { $0.cells.contains { !$0.text.isEmpty } } }
    return filled.count >= Self.fewest && filled.allSatisfy { Self.difference($0, $1) == nil }
  }

  // MARK: Contents

  /// The first cells in which two tables differ, with the row's first word.
  private static func difference(
    _ left: Table, _ right: Table
  ) -> (row: String, left: String, right: String)? {
    for index in 0..<max(left.rows.count, right.rows.count) {
      let one = texts(left, index)
      let other = texts(right, index)
      for place in 0..<max(one.count, other.count) {
        let first = place < one.count ? one[place] : ""
        let second = place < other.count ? other[place] : ""
        guard first != second else { continue }
        return (
          (one + other).first { !$0.isEmpty && $0.contains(where: \.isLetter) } ?? "", first, second
        )
      }
    }
    return nil
  }

  private static func texts(_ table: Table, _ row: Int) -> [String] {
    guard row < table.rows.count else { return [] }
    return table.rows[row].cells.map { $0.text.trimmed().string }
  }

  /// The file, and the sheet, that a table stands in.
  private func place(_ table: Table) -> String {
    let texts = [table.title].compactMap(\.self) + table.rows.prefix(2).flatMap(\.cells).map(\.text)
    for text in texts {
      guard let place = text.places(0..<text.utf8.count).first?.place else { continue }
      switch place {
      case .text(let source, _), .span(let source, _), .page(let source, _, _),
        .paragraph(let source, _):
        if report.sources.indices.contains(source) { return path(source) }
      case .cell(let source, let sheet, _):
        if report.sources.indices.contains(source) {
          return "\(path(source))的“\(sheet)”"
        }
      case .none: continue
      }
    }
    return "其中一张"
  }

  private func path(_ source: Int) -> String {
    report.sources[source].path.replacing("/./", with: "/")
  }
}
