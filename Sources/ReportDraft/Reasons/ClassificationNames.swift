internal import FiscalStandards
internal import FiscalText

/// The 科目 of a report's tables, by code and by name.
struct ClassificationNames {
  /// The code of each path of names, parts joined by a slash.
  private var codes: [String: String] = [:]
  /// The paths that end in a name.
  private var paths: [String: Set<String>] = [:]
  private var known: Set<String> = []

  init(_ index: TableIndex) {
    for table in index.tables {
      for block in table.blocks {
        for row in block.rows {
          guard let code = row.code else { continue }
          known.insert(Self.key(code))
          known.insert(Self.key(row.label))
          if row.level == .item { add(code, block) }
        }
      }
    }
  }

  private mutating func add(_ code: String, _ block: BoundBlock) {
    let names = [3, 5, 7].map { length in
      Self.key(block.row(code: String(code.prefix(length)))?.label ?? "")
    }
    guard !names.contains("") else { return }
    let path = names.joined(separator: "/")
    if codes[path] == nil { codes[path] = code }
    paths[names[2], default: []].insert(path)
  }

  /// Whether a key is the code or name of a row.
  func isKnown(_ key: String) -> Bool { known.contains(key) }

  /// The code of the 项 with the names of its 类, 款 and 项.
  func code(_ path: [String]) -> String? {
    codes[path.map(Self.key).joined(separator: "/")]
  }

  /// All keys that mean an 项: its code, its path, its name if no other has it.
  func keys(_ path: [String]) -> [String] {
    let names = path.map(Self.key)
    let whole = names.joined(separator: "/")
    var keys = [whole]
    if let code = code(path), let name = names.last {
      keys += [Self.key(code), Self.key("\(code) \(name)")]
    }
    if let name = names.last, (paths[name]?.count ?? 0) <= 1 { keys.append(name) }
    return keys
  }

  /// A name without white space, so that spaces make no difference.
  static func key(_ text: String) -> String { text.filter { !$0.isWhitespace } }
}
