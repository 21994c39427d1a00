internal import FiscalModel
internal import FiscalNarrative
internal import FiscalText

/// NN54: money for guests from at home and from abroad that does not make up all of it.
struct ReceptionParts: Rule {
  static let metadata = RuleMetadata(
    id: "NN54", category: "N3", severity: .error, title: "国内接待费与公务接待费不符",
    summary: "国内接待费不多于公务接待费；没有外事接待的，国内接待费等于公务接待费，有外事接待的，合起来等于公务接待费。",
    rationale: "公务接待费由国内接待和外事接待组成。",
    source: "部分与全部",
    examples: [
      RuleExample(
        "有误：没有外事接待",
        """
        # 第二部分 部门决算情况说明
        ## 七、“三公”经费支出决算情况说明
        公务接待费支出1.50万元。其中：国内接待费⟦1.20万元⟧，接待15批次、120人次；外事接待费0.00万元，接待0批次、0人次。
        """),
      RuleExample(
        "有误：多于公务接待费",
        """
        # 第二部分 部门决算情况说明
        ## 七、“三公”经费支出决算情况说明
        公务接待费支出1.50万元，主要用于调研。国内公务接待支出⟦1.80万元⟧，接待15批次、120人次。
        """),
      RuleExample(
        "无误：国内接待含外事接待，或者两项相加",
        """
        # 第二部分 部门决算情况说明
        ## 七、“三公”经费支出决算情况说明
        公务接待费支出1.50万元。其中：国内接待费1.50万元（含外事接待费0.30万元），接待15批次、120人次。
        """),
      RuleExample(
        "无误：两项相加",
        """
        # 第二部分 部门决算情况说明
        ## 七、“三公”经费支出决算情况说明
        公务接待费支出1.50万元。其中：外事接待支出0.30万元；其他国内公务接待支出1.20万元，接待15批次、120人次。
        """),
    ])

  func check(_ context: LintContext, into findings: inout FindingSink) {
    let facts = ThreePublicFacts(context)
    // What is told in several numbers is reported as such.
    guard let whole = Self.only(facts.amounts("公务接待费")),
      let own = Self.only(facts.amounts("国内公务接待费"))
    else { return }
    let foreign = Self.foreign.flatMap(facts.amounts)
    let abroad = Self.only(foreign)
    guard foreign.isEmpty || abroad != nil,
      Self.isWrong(own.amount.interval, abroad.map { Self.exact($0.amount) }, whole.amount.interval)
    else { return }
    // A list that was added up has been reported.
    guard
      context.reconciliation.faults.allSatisfy({ fault in
        let statement = context.facts.statements[fault.statement]
        return statement.range != own.statement.range || statement.passage != own.statement.passage
      })
    else { return }
    let text = context.facts.passages[own.statement.passage].text
    let other = context.facts.passages[whole.statement.passage].text
    let told = text.string(own.statement.range)
    findings.report(
      text, own.statement.range,
      "国内接待费 \(told) 与公务接待费 \(other.string(whole.statement.range)) 不符"
        + (abroad.map { "，外事接待费为 \($0.amount)" } ?? ""),
      confidence: .high, actual: told,
      evidence: [.init("公务接待费", other, whole.statement.range)]
        + (abroad.map {
          [.init("外事接待费", context.facts.passages[$0.statement.passage].text, $0.statement.range)]
        } ?? []),
      suggestion: "核对这几个数")
  }

  private static let foreign = ["外事接待费", "国（境）外公务接待费"]

  /// The first of some statements, if all of them say the same.
  private static func only(
    _ told: [(Statement, Amount)]
  ) -> (statement: Statement, amount: Amount)? {
    guard let first = told.first, told.allSatisfy({ $0.1.interval.overlaps(first.1.interval) })
    else { return nil }
    return (first.0, first.1)
  }

  /// A zero without decimals is no rounded amount.
  private static func exact(_ amount: Amount) -> Interval {
    amount.number.isZero ? .zero : amount.interval
  }

  private static func isWrong(_ own: Interval, _ abroad: Interval?, _ whole: Interval) -> Bool {
    if own.lower > whole.upper { return true }
    guard let abroad else { return false }
    // Guests from abroad are counted among those received at home, or beside them.
    return !own.overlaps(whole) && !(own + abroad).overlaps(whole)
  }
}
