internal import FiscalModel
internal import FiscalNarrative
internal import FiscalText

/// NN55: an amount of the accounts in 元 that only makes sense in 万元, as all others are.
struct LoneYuan: Rule {
  static let metadata = RuleMetadata(
    id: "NN55", category: "T2", severity: .warning, title: "金额单位疑似漏写“万”",
    summary: "全文的金额用“万元”，一项收入或支出全年不会只有几元、几十元，也不会与另一处的“万元”数字相同。",
    rationale: "漏一个“万”字，数字差一万倍。",
    source: "单位前后一致",
    examples: [
      RuleExample(
        "有误",
        """
        # 第二部分 部门决算情况说明
        ## 三、支出决算情况说明
        本年支出合计1,050.00万元，其中：基本支出840.00万元，占80.00%；项目支出210.00万元，占20.00%。
        ## 七、财政拨款“三公”经费支出决算情况说明
        “三公”经费支出决算为12.50万元，其中：公务接待费支出决算为⟦4.46元⟧，完成预算的89.20%。
        """),
      RuleExample(
        "有误：与另一处的数字相同",
        """
        # 第二部分 部门决算情况说明
        ## 三、支出决算情况说明
        本年收入合计1,050.00万元，本年支出合计840.25万元，年初结转和结余20.00万元，上年支出合计800.00万元。其中：基本支出⟦840.25元⟧。项目支出0.00万元。
        """),
      RuleExample(
        "无误",
        """
        # 第二部分 部门决算情况说明
        ## 三、支出决算情况说明
        本年支出合计1,050.00万元，其中：基本支出840.00万元，占80.00%；项目支出210.00万元，占20.00%。其他收入12.46元，全部是存款利息。
        ## 七、财政拨款“三公”经费支出决算情况说明
        “三公”经费支出决算为12.50万元，其中：公务接待费支出决算为4.46万元，人均96.50元，完成预算的89.20%。
        """),
    ])

  func check(_ context: LintContext, into findings: inout FindingSink) {
    let statements = context.facts.statements
    var large: [Int] = []
    var small: [Int] = []
    for (index, statement) in statements.enumerated() {
      switch statement.quantity.amount?.unit {
      case .tenThousandYuan: large.append(index)
      case .yuan: small.append(index)
      default: break
      }
    }
    guard large.count >= Self.leastOthers else { return }
    let levels = small.filter { isOfAccounts(statements[$0]) }
    guard levels.count * Self.leastOthers <= large.count else { return }
    for index in levels where context.reconciliation.fault(of: index) == nil {
      let statement = statements[index]
      guard let amount = statement.quantity.amount,
        isTiny(amount) || large.contains(where: { isSame(statements[$0], statement) })
      else { continue }
      findings.report(
        context.facts.passages[statement.passage].text, statement.range,
        "别处的金额都用“万元”，这里写的是 \(amount.number)元", confidence: .medium,
        actual: "\(amount.number)元", expected: "\(amount.number)万元",
        suggestion: "核对单位，改为“\(amount.number)万元”")
    }
  }

  /// How many amounts in 万元 stand against each in 元.
  private static let leastOthers = 4
  /// 元: a year's revenue or expenditure is never less.
  private static let least: Int128 = 100
  /// The interest on what lies in the bank may be next to nothing.
  private static let mayBeTiny = "其他收入"

  private func isOfAccounts(_ statement: Statement) -> Bool {
    guard statement.region == .plain, !statement.isAverage,
      let printed = statement.quantity.printed, printed.decimals > 0, !printed.isZero,
      let meaning = statement.meaning, case .concept(let id) = meaning.subject,
      id != Self.mayBeTiny
    else { return false }
    switch meaning.aspect {
    case .level, .change: return true
    default: return false
    }
  }

  private func isTiny(_ amount: Amount) -> Bool {
    amount.number.grains.magnitude < UInt128(Self.least * Interval.one)
  }

  /// Whether an amount in 万元 of the same section has the same digits.
  private func isSame(_ other: Statement, _ statement: Statement) -> Bool {
    other.quantity.printed == statement.quantity.printed
      && other.meaning?.section == statement.meaning?.section
      && (statement.quantity.printed?.mantissa.magnitude ?? 0) >= Self.leastDigits
  }

  /// Four digits: shorter numbers may be the same by chance.
  private static let leastDigits: UInt64 = 1000
}
