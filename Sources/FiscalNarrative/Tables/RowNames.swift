internal import FiscalStandards
internal import FiscalText

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
    let (name, length) =
      !path.item.isEmpty
      ? (path.item, 7) : !path.subcategory.isEmpty ? (path.subcategory, 5) : (path.category, 3)
    guard !name.isEmpty else { return nil }
    var found: String?
    for code in codes(named: name) where code.utf8.count == length && isBelow(code, path) {
      guard found == nil else { return nil }
      found = code
    }
    return found
  }

  /// Whether the rows above the row of a code bear the names that a path has for them.
  private func isBelow(_ code: String, _ path: ClassificationPath) -> Bool {
    func bears(_ length: Int, _ name: String) -> Bool {
      name.isEmpty || code.utf8.count <= length
        || names[String(Substring(code.utf8.prefix(length)))] == Self.key(name)
    }
    return bears(3, path.category) && bears(5, path.subcategory)
  }

  private static func key(_ name: String) -> [UInt8] {
    var bytes = NormalText.bytes(of: [UInt8](name.utf8))
    if bytes.count > expenditure.count,
      bytes.hasBytes(expenditure, at: bytes.count - expenditure.count)
    {
      bytes.removeLast(expenditure.count)
    }
    return bytes
  }

  private static let expenditure = [UInt8]("支出".utf8)
}
