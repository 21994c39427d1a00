internal import FiscalStandards
internal import FiscalText

/// A sum that must come out as zero in every row: a total less its parts.
struct RowRule: Hashable {
  /// The factors of the columns, 1, −1 or 0.
  var factors: [Int8]

  /// The rules that the heads of columns state: 合计 or 小计 is the sum of what stands beside it
  /// under the same head, a group being represented by its own total.
  ///
  /// - Parameter keys: the columns' keys as paths, `本年支出/小计`.
  static func rules(_ keys: [[String]]) -> [RowRule] {
    var rules: [RowRule] = []
    group(keys, Array(keys.indices), depth: 0, &rules)
    if let balance = balance(keys) { rules.append(balance) }
    return rules
  }

  /// Adds the rules of the columns under one head, and answers what stands for the group: its
  /// total, or its columns where it has none.
  @discardableResult
  private static func group(
    _ keys: [[String]], _ columns: [Int], depth: Int, _ rules: inout [RowRule]
  ) -> [Int] {
    var members: [[Int]] = []
    var total: Int?
    var rest = columns[...]
    while let column = rest.first {
      let name = keys[column][depth]
      if keys[column].count == depth + 1 {
        rest = rest.dropFirst()
        if total == nil, isTotal(name) { total = column } else { members.append([column]) }
        continue
      }
      let inner = rest.prefix { keys[$0].count > depth + 1 && keys[$0][depth] == name }
      rest = rest.dropFirst(inner.count)
      members.append(group(keys, Array(inner), depth: depth + 1, &rules))
    }
    guard let total else { return members.flatMap(\.self) }
    let parts = members.flatMap(\.self)
    if !parts.isEmpty {
      var factors = [Int8](repeating: 0, count: keys.count)
      factors[total] = 1
      for part in parts { factors[part] = -1 }
      rules.append(RowRule(factors: factors))
    }
    return [total]
  }

  private static func isTotal(_ name: String) -> Bool {
    name.hasSuffix("合计") || name.hasSuffix("小计") || name.hasSuffix("总计")
  }

  /// 年初结转 + 本年收入 = 本年支出 + 年末结转.
  private static func balance(_ keys: [[String]]) -> RowRule? {
    func column(_ prefix: String) -> Int? {
      keys.firstIndex { path in
        path[0].hasPrefix(prefix) && (path.count == 1 || isTotal(path[path.count - 1]))
      }
    }
    guard let opening = column("年初"), let revenue = column("本年收入"),
      let spending = column("本年支出"), let closing = column("年末")
    else { return nil }
    var factors = [Int8](repeating: 0, count: keys.count)
    for column in [opening, revenue] { factors[column] = 1 }
    for column in [spending, closing] { factors[column] = -1 }
    return RowRule(factors: factors)
  }
}
