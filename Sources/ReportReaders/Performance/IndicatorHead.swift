internal import FiscalModel
internal import FiscalText

/// The heads of the indicators of a performance sheet, put together from the lines over which
/// narrow cells broke them.
struct IndicatorHead {
  /// What a column of indicators holds.
  enum Role: CaseIterable {
    case activity, task, first, second, third
    /// = ≥ ≤ 定性
    case relation
    case target, unit, actual, weight, score, reason

    /// The heads under which it is printed, longer ones first.
    var names: [String] {
      switch self {
      case .activity: ["活动"]
      case .task: ["任务"]
      case .first: ["一级指标"]
      case .second: ["二级指标"]
      case .third: ["三级指标"]
      case .relation: ["指标性质", "运算符号", "运算符", "性质"]
      case .target: ["年度指标值", "目标指标值", "预期指标值", "目标值", "指标值"]
      case .unit: ["指标度量单位", "度量单位", "计量单位", "单位"]
      case .actual: ["全年完成值", "实际完成指标值", "实际完成值", "完成指标值", "完成值", "实际值"]
      case .weight: ["指标权重", "权重", "分值"]
      case .score: ["实际得分", "自评得分", "得分"]
      case .reason:
        [
          "偏差原因分析及改进措施", "偏差原因和改进措施", "偏差原因及改进措施", "未完成原因分析", "偏差原因分析", "偏差原因",
          "备注",
        ]
      }
    }
  }

  let roles: [Role]
  let names: [TracedText]
  /// How many lines the heads take.
  let lineCount: Int

  private static let mostLines = 24
  private static let heads: [(role: Role, name: [UInt8])] = Role.allCases.flatMap { role in
    role.names.map { (role, [UInt8]($0.utf8)) }
  }

  /// Reads heads, each of which comes once, up to the line in which other text starts; nil unless
  /// those of indicators are among them.
  init?(_ lines: some Sequence<DraftLine>) {
    var text = TracedText()
    var ends: [Int] = []
    for line in lines.prefix(Self.mostLines) {
      for word in FlatTableRows.words(line.bytes) { text.append(line.text.slice(word)) }
      ends.append(text.utf8.count)
    }
    var roles: [Role] = []
    var names: [TracedText] = []
    var offset = 0
    var complete = (heads: 0, lines: 0)
    while let (role, length) = Self.head(text.utf8, at: offset), !roles.contains(role) {
      roles.append(role)
      names.append(text.slice(offset..<(offset + length)))
      offset += length
      if let line = ends.lastIndex(of: offset) { complete = (roles.count, line + 1) }
    }
    self.roles = Array(roles.prefix(complete.heads))
    self.names = Array(names.prefix(complete.heads))
    lineCount = complete.lines
    guard self.roles.contains(.third), self.roles.contains(.target) else { return nil }
  }

  func column(_ role: Role) -> Int? { roles.firstIndex(of: role) }

  private static func head(_ bytes: [UInt8], at offset: Int) -> (Role, length: Int)? {
    var best: (Role, length: Int)?
    for (role, name) in heads where name.count > best?.length ?? 0 {
      if bytes.hasBytes(name, at: offset) { best = (role, name.count) }
    }
    return best
  }
}
