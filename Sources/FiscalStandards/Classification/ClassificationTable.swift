internal import FiscalText

/// The functional or economic 科目 with their names by year.
///
/// The table is not complete, and cannot be (财预〔2024〕22号 added codes in the middle of a year):
/// what it does not have is unknown, not wrong.
public struct ClassificationTable: Sendable {
  /// All entries, by code and then by year.
  public let entries: [ClassificationEntry]
  private let byName: Once<EntriesByName>

  /// Reads a table of tab-separated lines: 编码, 名称, 起, 止, 见于.
  init(source: SourceText) throws(LayoutError) {
    let entries = try ClassificationReading(source).entries()
    self.entries = entries
    byName = Once { EntriesByName(entries) }
  }

  /// All names of a code, the oldest first; none if the code is not known.
  ///
  /// - Complexity: O(log n) in the number of entries.
  public func entries(_ code: String) -> ArraySlice<ClassificationEntry> {
    var (low, high) = (0, entries.count)
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].code < code { low = middle + 1 } else { high = middle }
    }
    return entries[low...].prefix { $0.code.hasSameBytes(as: code) }
  }

  /// The entry of a code in a year, or nil if none is known for it.
  public func entry(_ code: String, in year: Int) -> ClassificationEntry? {
    let known = entries(code)
    let possible = known.indices.filter { known[$0].isPossible(in: year) }
    let index = possible.first { known[$0].isCertain(in: year) } ?? possible.last
    return index.map { known[$0] }
  }

  /// The entries of a name in a year, at a level and below a code where these are given. Several
  /// 科目 share a name (行政运行).
  public func entries(
    named name: String, in year: Int, level: ClassificationLevel? = nil, below code: String = ""
  ) -> [ClassificationEntry] {
    byName.value.indices(name).filter { index in
      entries[index].isPossible(in: year) && (level == nil || entries[index].level == level)
        && entries[index].code != code && entries[index].code.hasPrefix(code)
    }.map { entries[$0] }
  }

  /// Whether a 科目 of a level has a name in any year.
  public func isName(_ name: String, of level: ClassificationLevel) -> Bool {
    byName.value.indices(name).contains { entries[$0].level == level }
  }

  /// The names that 科目 of a level had in other years, and none has in a year, with what each is called
  /// then, as far as the table is certain.
  public func renamed(
    _ level: ClassificationLevel, in year: Int
  ) -> [(old: String, new: ClassificationEntry)] {
    entries.indices.compactMap { index in
      guard entries[index].level == level, !entries[index].isPossible(in: year),
        entries(named: entries[index].name, in: year, level: level).isEmpty,
        let new = entry(entries[index].code, in: year), new.isCertain(in: year)
      else { return nil }
      return (entries[index].name, new)
    }
  }

  /// The 科目 directly below a code in a year.
  public func children(_ code: String, in year: Int) -> [ClassificationEntry] {
    entries.indices.filter { index in
      entries[index].code.utf8.count == code.utf8.count + 2 && entries[index].code.hasPrefix(code)
        && entries[index].isPossible(in: year)
    }.map { entries[$0] }
  }

  /// Whether a code bears a name in a year.
  public func judge(_ code: String, named name: String, in year: Int) -> ClassificationVerdict {
    let known = entries(code)
    guard let entry = entry(code, in: year) else {
      let isOld = known.contains { Name($0.name) == Name(name) }
      return isOld ? .otherYears(nil) : .unknown
    }
    if Self.isSame(entry.name, name) { return .right }
    if let other = known.first(where: { Self.isSame($0.name, name) }) {
      return other.isPossible(in: year) ? .right : .otherYears(entry)
    }
    return .otherName(entry)
  }

  /// Whether two names differ in spaces, widths and brackets only.
  private static func isSame(_ left: String, _ right: String) -> Bool {
    if left.hasSameBytes(as: right) { return true }
    let brackets = [Name("("), Name(")"), Name("、")]
    return Name(left).without(brackets) == Name(right).without(brackets)
  }
}
