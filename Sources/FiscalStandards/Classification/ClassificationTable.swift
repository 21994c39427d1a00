internal import FiscalText

/// The functional or economic 科目 with their names by year.
///
/// The table is not complete, and cannot be (财预〔2024〕22号 added codes in the middle of a year):
/// what it does not have is unknown, not wrong.
public struct ClassificationTable: Sendable {
  /// All entries, by code and then by year.
  public let entries: [ClassificationEntry]
  private let byCode: [String: Range<Int>]

  /// Reads a table of tab-separated lines: 编码, 名称, 起, 止, 见于.
  init(source: SourceText) throws(LayoutError) {
    let reading = ClassificationReading(source)
    let entries = try reading.entries()
    var byCode: [String: Range<Int>] = [:]
    byCode.reserveCapacity(entries.count)
    var start = 0
    while start < entries.count {
      var end = start + 1
      while end < entries.count, entries[end].code == entries[start].code { end += 1 }
      byCode[entries[start].code] = start..<end
      start = end
    }
    self.entries = entries
    self.byCode = byCode
  }

  /// All names of a code, the oldest first; none if the code is not known.
  public func entries(_ code: String) -> ArraySlice<ClassificationEntry> {
    entries[byCode[code] ?? 0..<0]
  }

  /// The entry of a code in a year, or nil if none is known for it.
  public func entry(_ code: String, in year: Int) -> ClassificationEntry? {
    let possible = entries(code).filter { $0.isPossible(in: year) }
    return possible.first { $0.isCertain(in: year) } ?? possible.last
  }

  /// The entries of a name in a year, at a level and below a code where these are given. Several
  /// 科目 share a name (行政运行).
  public func entries(
    named name: String, in year: Int, level: ClassificationLevel? = nil, below code: String = ""
  ) -> [ClassificationEntry] {
    let wanted = Name(name).scalars
    return entries.filter { entry in
      entry.isPossible(in: year) && (level == nil || entry.level == level)
        && entry.code != code && entry.code.hasPrefix(code) && Name(entry.name).scalars == wanted
    }
  }

  /// The 科目 directly below a code in a year.
  public func children(_ code: String, in year: Int) -> [ClassificationEntry] {
    entries.filter { entry in
      entry.code.utf8.count == code.utf8.count + 2 && entry.code.hasPrefix(code)
        && entry.isPossible(in: year)
    }
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
