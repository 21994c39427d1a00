internal import FiscalStandards
internal import ReportLint

/// `gongkai explain`: says what a check means.
enum ExplainCommand {
  static let form = CommandForm(
    name: CommandName.explain.rawValue, summary: "说明一条检查规则",
    operands: .init(name: "规则编号", count: 1...1),
    details: ["说明查什么、为什么、依据什么，并给出例子；例子里 ⟦ ⟧ 之间是会被指出的文字。"],
    options: [.layout, .layouts], examples: [("gongkai explain NN17", "说明规则 NN17")]
  ) { try run($0) }

  private static func run(_ invocation: Invocation) throws -> ExitStatus {
    let catalogue = try RuleCatalogue(invocation.library())
    let rule = try catalogue.entry(invocation.operands[0].uppercased())
    try invocation.console.write(
      """
      \(rule.id) \(rule.title)
      级别：\(rule.severity.word)　类别：\(rule.category)

      \(rule.explanation)

      """)
    return .clean
  }
}
