internal import FiscalModel
internal import FiscalStandards
internal import FiscalText

/// The numbers of tables by the words beside or above them, for rows and columns that the form of
/// the layout does not know.
struct LabelledCells {
  /// Where a number stands, in words that hold for the table of another year too.
  struct Place: Hashable {
    var table: Name
    var label: Name
    /// Which number behind the label it is.
    var ordinal: Int
  }

  private var values: [Place: [Int128]] = [:]
  private var places: [Name: [Place]] = [:]
  /// The titles of the tables, whose whole bears their name.
  private var titles: [(table: Name, title: Name)] = []

  /// - Complexity: O(n) in the cells.
  init(_ tables: [Table]) {
    for table in tables where table.kind == .financial {
      guard let name = Self.name(of: table) else { continue }
      if let title = table.title { titles.append((name, Name(title.trimmed().string))) }
      for row in table.rows { read(row, of: table, name) }
    }
  }

  private static func name(of table: Table) -> Name? {
    if let id = table.id { return Name(id) }
    guard let title = table.title else { return nil }
    // The year is part of many titles.
    return Name(utf8: title.utf8.filter { !(0x30...0x39).contains($0) })
  }

  private mutating func read(_ row: Row, of table: Table, _ name: Name) {
    var label: Name?
    var ordinal = 0
    for cell in row.cells where !cell.isUncertain {
      switch cell.number {
      case .text:
        label = Self.label(cell.text.utf8)
        ordinal = 0
      case .number(let token) where token.form == .decimal && table.unit != nil:
        let grains = Amount(token.value, table.unit ?? .yuan).grains
        if let label { add(Place(table: name, label: label, ordinal: ordinal), grains) }
        let isWhole = label == nil || label == Self.total
        if isWhole, cell.column < table.columns.count,
          let head = table.columns[cell.column].path.last
        {
          add(Place(table: name, label: Name(head), ordinal: -1), grains)
        }
        ordinal += 1
      default: break
      }
    }
  }

  private static let total = Name("合计")

  /// The words of a label, without the letter that procurement tables put behind them.
  private static func label(_ bytes: [UInt8]) -> Name {
    let end = bytes.lastIndex { !(0x41...0x5A).contains($0) }.map { $0 + 1 } ?? bytes.count
    return Name(label: Array(bytes[..<end]))
  }

  private mutating func add(_ place: Place, _ grains: Int128) {
    values[place, default: []].append(grains)
    places[place.label, default: []].append(place)
  }

  /// The number at a place; nil if there is none, or several.
  func value(_ place: Place) -> Int128? {
    guard let found = values[place], found.count == 1 else { return nil }
    return found[0]
  }

  /// The places of a label at which a number within an interval stands, in print order.
  func places(_ label: Name, holding interval: Interval) -> [Place] {
    let wholes = label.count < Self.shortestTitle ? [] : wholes(label)
    return ((places[label] ?? []) + wholes).filter { value($0).map(interval.contains) ?? false }
  }

  /// A name of four characters says which table is meant.
  private static let shortestTitle = 4

  /// Where the wholes of the tables stand whose title has a name.
  private func wholes(_ name: Name) -> [Place] {
    let tables = titles.filter { $0.title.contains(name) }.map(\.table)
    return tables.flatMap { table in (places[Self.total] ?? []).filter { $0.table == table } }
  }
}
