internal import FiscalModel
internal import FiscalStandards
internal import ReportLint

/// All checks: the rules that are code, and the identities that the layouts state.
struct RuleCatalogue {
  struct Entry: Sendable {
    var id: String
    var category: String
    var severity: Severity
    var title: String
    /// What `gongkai explain` prints under the title.
    var explanation: String
  }

  /// By id.
  let entries: [Entry]

  init(_ library: LayoutLibrary) throws(LayoutError) {
    let metadata = RuleRegistry.rules.map(\.metadata) + [UnusedAcceptance.metadata]
    var entries = metadata.map { Self.entry($0) }
    var seen = Set(entries.map(\.id))
    for name in try library.names() {
      let layout = try library.layout(name)
      for identity in try layout.identities() where seen.insert(identity.id).inserted {
        entries.append(Self.entry(identity, layout: layout))
      }
    }
    self.entries = entries.sorted { $0.id < $1.id }
  }

  /// The check of an id.
  func entry(_ id: String) throws(CommandError) -> Entry {
    guard let entry = entries.first(where: { $0.id == id }) else { throw unknown(id) }
    return entry
  }

  /// Makes sure that an id or a group (`NN`) means at least one check.
  func requireAny(_ id: String) throws(CommandError) {
    guard entries.contains(where: { $0.id.hasPrefix(id) }) else { throw unknown(id) }
  }

  private func unknown(_ id: String) -> CommandError {
    let nearest = nearestWord(to: id, among: entries.map(\.id)).map { "，是不是 \($0)" } ?? ""
    return CommandError("没有规则“\(id)”\(nearest)（全部规则见 gongkai rules）")
  }

  private static func entry(_ rule: RuleMetadata) -> Entry {
    var parts = [rule.summary, "理由：\(rule.rationale)", "依据：\(rule.source)"]
    if rule.kinds.count == 1 { parts.append("适用于：部门\(rule.kinds[0].word)") }
    for example in rule.examples { parts.append(text(of: example)) }
    return Entry(
      id: rule.id, category: rule.category, severity: rule.severity, title: rule.title,
      explanation: parts.joined(separator: "\n\n"))
  }

  private static func text(of example: RuleExample) -> String {
    let head = "\(example.isFaulty ? "有问题的例子" : "没有问题的例子")：\(example.title)"
    let tables = example.tables.sorted { $0.key < $1.key }.map { "表 \($0.key)：\n\($0.value)" }
    let body = ([example.text] + tables).filter { !$0.isEmpty }.joined(separator: "\n")
    let lines = body.split(separator: "\n", omittingEmptySubsequences: false).map { "    \($0)" }
    return ([head] + lines).joined(separator: "\n")
  }

  private static func entry(_ identity: Identity, layout: Layout) -> Entry {
    var parts = [
      "表格之间或表内应有的关系，写在布局“\(layout.name)”的 identities.txt 里：",
      identity.relations.map { "    \($0)" }.joined(separator: "\n"),
    ]
    if !identity.source.isEmpty { parts.append("依据：\(identity.source)") }
    return Entry(
      id: identity.id, category: identity.category, severity: severity(identity.level),
      title: identity.statement, explanation: parts.joined(separator: "\n\n"))
  }

  private static func severity(_ level: Identity.Level) -> Severity {
    switch level {
    case .error: .error
    case .warning: .warning
    case .hint: .info
    }
  }
}
