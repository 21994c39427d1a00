internal import FiscalModel
internal import FiscalNarrative
internal import FiscalStandards
internal import FiscalText

/// NT18: the economic items that are listed are not those with amounts.
struct EconomicItemNames: Rule {
  static let metadata = RuleMetadata(
    id: "NT18", category: "N1", severity: .warning, title: "所列经济科目与表不符",
    summary: "基本支出说明列举的经济科目，正好是公开06表中有数的科目。",
    rationale: "列了没有支出的科目或漏了有支出的科目，说明与表不一致。",
    source: "公开06表",
    kinds: [.finalAccounts],
    examples: [
      RuleExample(
        "有误",
        """
        # 第二部分 部门决算情况说明
        ## 六、一般公共预算财政拨款基本支出决算情况说明
        一般公共预算财政拨款基本支出600.00万元，其中：人员经费480.00万元，主要包括：基本工资、津贴补贴、⟦奖金⟧；公用经费120.00万元，主要包括：办公费、印刷费、办公设备购置。
        """,
        tables: [
          "公开06": """
          科目代码,科目名称,决算数,科目代码,科目名称,决算数,科目代码,科目名称,决算数
          301,工资福利支出,480.00,302,商品和服务支出,110.00,310,资本性支出,10.00
          30101,基本工资,400.00,30201,办公费,60.00,31002,办公设备购置,10.00
          30102,津贴补贴,80.00,30202,印刷费,50.00,,,
          30103,奖金,,30203,咨询费,,,,
          ,人员经费合计,480.00,,,,,公用经费合计,120.00
          """
        ]),
      RuleExample(
        "无误",
        """
        # 第二部分 部门决算情况说明
        ## 六、一般公共预算财政拨款基本支出决算情况说明
        一般公共预算财政拨款基本支出600.00万元，其中：人员经费480.00万元，主要包括：基本工资、津贴补贴；公用经费120.00万元，主要包括：办公费、印刷费、办公设备购置。
        """,
        tables: [
          "公开06": """
          科目代码,科目名称,决算数,科目代码,科目名称,决算数,科目代码,科目名称,决算数
          301,工资福利支出,480.00,302,商品和服务支出,110.00,310,资本性支出,10.00
          30101,基本工资,400.00,30201,办公费,60.00,31002,办公设备购置,10.00
          30102,津贴补贴,80.00,30202,印刷费,50.00,,,
          30103,奖金,,30203,咨询费,,,,
          ,人员经费合计,480.00,,,,,公用经费合计,120.00
          """
        ]),
      RuleExample(
        "无误：用简称、统称或别的说法列举",
        """
        # 第二部分 部门决算情况说明
        ## 六、一般公共预算财政拨款基本支出决算情况说明
        一般公共预算财政拨款基本支出600.00万元，其中：人员经费480.00万元，主要包括：基本工资、津贴补贴、养老保险缴费、住房公积金；公用经费120.00万元，主要包括：办公费、印刷费，以及购置办公设备支出。
        """,
        tables: [
          "公开06": """
          科目代码,科目名称,决算数,科目代码,科目名称,决算数,科目代码,科目名称,决算数
          301,工资福利支出,480.00,302,商品和服务支出,110.00,310,资本性支出,10.00
          30101,基本工资,300.00,30201,办公费,60.00,31002,办公设备购置,10.00
          30102,津贴补贴,80.00,30202,印刷费,50.00,,,
          30108,机关事业单位基本养老保险缴费,60.00,,,,,,
          30113,住房公积金,40.00,,,,,,
          ,人员经费合计,480.00,,,,,公用经费合计,120.00
          """
        ]),
    ])

  func check(_ context: LintContext, into findings: inout FindingSink) {
    guard
      let column = context.vocabulary.section(Self.section)?.economic[
        context.vocabulary.defaultMeasure],
      let table = context.tables.table(column.table)
    else { return }
    var listed = Set<String>()
    var places: [Place] = []
    for mention in context.facts.mentions where mention.section == Self.section {
      guard case .economic(let name) = mention.subject,
        let (row, isEmpty) = row(name, table, column.column, context.evidence), let code = row.code,
        code.count > 3
      else { continue }
      listed.insert(code)
      places.append((mention, row, isEmpty))
    }
    guard places.count >= 3 else { return }
    for (mention, row, isEmpty) in places where isEmpty {
      let text = context.facts.passages[mention.passage].text
      findings.report(
        text, mention.range, "列出了“\(row.label)”，但\(table.id)表中这一科目没有数",
        actual: text.string(mention.range), suggestion: "删去这一科目，或核对\(table.id)表")
    }
    report(missing: listed, beside: places, table, column.column, context, into: &findings)
  }

  private static let section = "narrative.basic"
  private typealias Place = (mention: Facts.Mention, row: BoundRow, isEmpty: Bool)

  /// The row that a name means, and whether it has no amount.
  private func row(
    _ name: String, _ table: BoundTable, _ column: String, _ evidence: TableEvidence
  ) -> (row: BoundRow, isEmpty: Bool)? {
    guard let (block, row) = evidence.row(named: name, in: table), let key = block.column(column),
      case .value(let value) = table.value(row, key)
    else { return nil }
    return (row, value.contains(0))
  }

  private func report(
    missing listed: Set<String>, beside places: [Place], _ table: BoundTable, _ column: String,
    _ context: LintContext, into findings: inout FindingSink
  ) {
    let texts = context.facts.passages.filter { $0.role == Self.section }.map(\.text.string)
    let open = Set([true, false].filter { isOpen($0, places, context) })
    var missing: [String] = []
    let misread = misreadCodes(context)
    for block in table.blocks {
      guard let key = block.column(column) else { continue }
      for row in block.rows where row.level == .subcategory && !listed.contains(row.code ?? "") {
        guard !misread.contains(row.code ?? ""), !open.contains(Self.isOfStaff(row)) else {
          continue
        }
        // A row whose name a text has torn off says nothing about names.
        guard !row.label.isEmpty, case .value(let value) = table.value(row, key),
          !value.contains(0)
        else { continue }
        let names = EconomicShortNames(row.label, umbrellas: context.vocabulary.words(.umbrella))
        guard !texts.contains(where: { names.stand(in: $0) }) else { continue }
        missing.append(row.label)
      }
    }
    // A list that leaves most out is a selection, and says so with 等.
    guard !missing.isEmpty, missing.count * 3 <= listed.count else { return }
    let first = places[0].mention
    let text = context.facts.passages[first.passage].text
    findings.report(
      text, first.range, "\(table.id)表中有数而没有列出的科目：\(missing.joined(separator: "、"))",
      confidence: .medium, expected: missing.joined(separator: "、"))
  }

  /// 主要包括基本工资、津贴补贴等: whether a list of the items of staff, or of the others, ends with 等 and so leaves some
  /// out.
  private func isOpen(_ isOfStaff: Bool, _ places: [Place], _ context: LintContext) -> Bool {
    guard let last = places.last(where: { Self.isOfStaff($0.row) == isOfStaff })?.mention else {
      return false
    }
    let bytes = context.facts.passages[last.passage].text.utf8
    let end = Self.ends.compactMap { bytes.firstOffset(of: $0, from: last.range.upperBound) }.min()
    return bytes.firstOffset(
      of: Self.andSoOn, from: last.range.upperBound, to: end ?? bytes.count) != nil
  }

  private static func isOfStaff(_ row: BoundRow) -> Bool {
    ["301", "303"].contains { row.code?.hasPrefix($0) ?? false }
  }

  private static let andSoOn = [UInt8]("等".utf8)
  private static let ends = ["。", "；", "，"].map { [UInt8]($0.utf8) }

  /// The codes whose names no year has: those of a text that tore its cells apart may stand in other
  /// rows.
  private func misreadCodes(_ context: LintContext) -> Set<String> {
    Set(
      context.classifiedRows.lazy.filter { row in
        switch row.verdict {
        case .right, .otherYears: false
        case .otherName, .unknown: true
        }
      }.map(\.code))
  }
}
