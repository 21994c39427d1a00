internal import FiscalModel
internal import FiscalNarrative
internal import FiscalText

/// NN36: vehicle expenses that are not told as purchase and operation.
struct VehicleSplit: Rule {
  static let metadata = RuleMetadata(
    id: "NN36", category: "S1", severity: .error, title: "公务用车没有分列购置费和运行维护费",
    summary: "公务用车购置及运行维护费分别写明购置费和运行维护费。",
    rationale: "购置和运行合在一起，看不出是否买了车。",
    source: "财预〔2016〕143号：“公务用车购置及运行费”细化到购置费、运行费",
    examples: [
      RuleExample(
        "有误",
        """
        # 第二部分 部门决算情况说明
        ## 七、“三公”经费支出决算情况说明
        2024年度“三公”经费支出决算为21.00万元。其中：⟦公务用车购置及运行维护费支出⟧18.00万元；公务接待费支出3.00万元。
        """),
      RuleExample(
        "无误",
        """
        # 第二部分 部门决算情况说明
        ## 七、“三公”经费支出决算情况说明
        2024年度“三公”经费支出决算为21.00万元。其中：公务用车购置及运行维护费支出18.00万元，其中公务用车购置费支出0万元，公务用车运行维护费支出18.00万元；公务接待费支出3.00万元。
        """),
      RuleExample(
        "分列时用简称",
        """
        # 第二部分 部门决算情况说明
        ## 七、“三公”经费支出决算情况说明
        2024年度“三公”经费支出决算为21.00万元。其中：公务用车购置及运行维护费支出18.00万元，其中购置费0万元，运行维护费18.00万元；公务接待费支出3.00万元。
        """),
      RuleExample(
        "写明没有购置车辆",
        """
        # 第二部分 部门决算情况说明
        ## 七、“三公”经费支出决算情况说明
        2024年度“三公”经费支出决算为21.00万元。其中：公务用车购置及运行维护费支出18.00万元，主要是6辆公务用车的燃料费、维修费，当年没有新购置车辆；公务接待费支出3.00万元。
        """),
      RuleExample(
        "没有购置车辆",
        """
        # 第二部分 部门决算情况说明
        ## 七、“三公”经费支出决算情况说明
        2024年度“三公”经费支出决算为21.00万元。其中：公务用车购置及运行维护费支出18.00万元，当年购置公务用车0辆，年末保有6辆；公务接待费支出3.00万元。
        """),
    ])

  func check(_ context: LintContext, into findings: inout FindingSink) {
    // A notice of the sums alone is no disclosure of a body.
    guard SectionPresence(context.surface).isWhole("narrative.threePublic"),
      !isNothingBought(context)
    else { return }
    let mentions = context.facts.mentions.filter {
      $0.section?.hasPrefix("narrative.threePublic") ?? false
    }
    for whole in Self.wholes where ThreePublicFacts(context).isSpent(whole) {
      let parts = Self.parts.filter { names in
        !mentions.contains { mention in names.contains { mention.subject == .concept($0) } }
      }
      guard let mention = mentions.first(where: { $0.subject == .concept(whole) }), !parts.isEmpty
      else { continue }
      let names = parts.compactMap(\.first).joined(separator: "、")
      findings.report(
        context.facts.passages[mention.passage].text, mention.range, "没有分列\(names)",
        expected: names, suggestion: "分别写明购置费和运行维护费，为零也要写明")
    }
  }

  /// Where none was bought, all of it was spent on operation.
  private func isNothingBought(_ context: LintContext) -> Bool {
    isNoneCounted(context) || isNoneSaid(context)
  }

  /// 没有新购置车辆, 未购置公务用车.
  private func isNoneSaid(_ context: LintContext) -> Bool {
    context.facts.passages.contains { passage in
      guard passage.kind == .paragraph, passage.role?.hasPrefix("narrative.threePublic") ?? false
      else { return false }
      return Self.saysNoneBought(
        NormalText.bytes(of: passage.text.utf8), context.vocabulary.words(.noPurchase))
    }
  }

  /// Whether normal text denies that vehicles were bought.
  private static func saysNoneBought(_ text: [UInt8], _ denials: [[UInt8]]) -> Bool {
    denials.contains { denial in
      var search = 0
      while let offset = text.firstOffset(of: denial, from: search) {
        search = offset + denial.count
        let end = min(text.count, search + reach)
        if text.firstOffset(of: vehicle, from: search, to: end) != nil { return true }
      }
      return false
    }
  }

  /// 当年购置公务用车0辆
  private func isNoneCounted(_ context: LintContext) -> Bool {
    context.threePublic.contains { statement in
      guard case .count(let number, "辆") = statement.quantity, number.isZero,
        statement.meaning?.year == nil, statement.region == .plain
      else { return false }
      let text = context.facts.passages[statement.passage].text.utf8
      return text.firstOffset(
        of: Self.buying, from: statement.clause.lowerBound, to: statement.range.lowerBound) != nil
    }
  }

  private static let buying = [UInt8]("购置".utf8)
  private static let vehicle = [UInt8]("车".utf8)
  /// The bytes behind the denial in which the clause names vehicles.
  private static let reach = 18
  private static let wholes = ["公务用车购置及运行维护费", "公务用车购置及运行费"]
  private static let parts = [["公务用车购置费"], ["公务用车运行维护费", "公务用车运行费"]]
}
