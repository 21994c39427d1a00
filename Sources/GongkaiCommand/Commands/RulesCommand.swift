internal import FiscalStandards
internal import FiscalText
internal import ReportLint

/// `gongkai rules`: lists the checks.
enum RulesCommand {
  private static let format = Option(
    "--format", value: "格式", choices: ["text", "json", "markdown"], help: "输出格式")

  static let form = CommandForm(
    name: CommandName.rules.rawValue, summary: "列出全部检查规则", operands: .none,
    details: [
      "每行：编号、级别、类别、说明。规则的详情见 gongkai explain <编号>。",
      "markdown 是全部规则的手册，带依据和例子。",
    ],
    options: [format, .layout, .layouts]
  ) { try run($0) }

  private static func run(_ invocation: Invocation) throws -> ExitStatus {
    let library = try invocation.library()
    switch invocation.choice(format) {
    case "markdown": try invocation.console.write(RuleBook(library).markdown)
    case "json": try invocation.console.write(json(RuleCatalogue(library).entries))
    default: try invocation.console.write(text(RuleCatalogue(library).entries))
    }
    return .clean
  }

  private static func text(_ rules: [RuleCatalogue.Entry]) -> String {
    rules.map { "\($0.id)  \($0.severity.word)  \(padded($0.category))  \($0.title)\n" }.joined()
  }

  private static func padded(_ category: String) -> String {
    category + String(repeating: " ", count: max(0, 3 - category.utf8.count))
  }

  private static func json(_ rules: [RuleCatalogue.Entry]) -> [UInt8] {
    var writer = JSONWriter()
    writer.array { array in
      for rule in rules {
        array.object { object in
          object.value(rule.id, "id")
          object.value(rule.category, "category")
          object.value(rule.severity.rawValue, "severity")
          object.value(rule.title, "title")
        }
      }
    }
    return writer.bytes + [UInt8(ascii: "\n")]
  }
}
