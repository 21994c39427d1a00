internal import FiscalStandards

/// The rows of a block by the names that sentences give them: quotation marks, widths and a
/// trailing 支出 make no difference.
struct RowNames: Sendable {
  private var names: [String: [UInt8]] = [:]
  private var codes: [[UInt8]: [String]] = [:]

  init(_ block: BoundBlock) {
    for row in block.rows {
      guard let code = row.code, names[code] == nil else { continue }
      let name = Self.key(row.label)
      names[code] = name
      codes[name, default: []].append(code)
    }
  }

  /// The codes of the rows with a name.
  func codes(named name: String) -> [String] { codes[Self.key(name)] ?? [] }

  /// The code of the only row that bears the names of a path, level by level; nil if there is none
  /// or several.
  func code(of path: ClassificationPath) -> String? {
    let (lowest, length) =
      !path.item.isEmpty
      ? (path.item, 7) : !path.subcategory.isEmpty ? (path.subcategory, 5) : (path.category, 3)
    guard !lowest.isEmpty else { return nil }
    var found: String?
    for code in codes(named: lowest) where code.utf8.count == length {
      guard length == 3 || isBelow(path.category, 3, code),
        length < 7 || isBelow(path.subcategory, 5, code)
      else { continue }
      if found != nil { return nil }
      found = code
    }
    return found
  }

  /// Whether the row of the first digits of a code bears a name, or none is asked for.
  private func isBelow(_ name: String, _ length: Int, _ code: String) -> Bool {
    name.isEmpty || names[String(code.prefix(length))] == Self.key(name)
  }

  private static func key(_ name: String) -> [UInt8] {
    let bytes = NormalText.bytes(of: [UInt8](name.utf8))
    return bytes.count > expenditure.count
      && bytes.suffix(expenditure.count).elementsEqual(expenditure)
      ? Array(bytes.dropLast(expenditure.count)) : bytes
  }

  private static let expenditure = [UInt8]("支出".utf8)
}
