internal import FiscalModel
internal import FiscalNarrative
internal import FiscalStandards
internal import FiscalText

/// GL02: a term that the accounts use and the glossary does not explain.
struct UsedTerms: SurfaceRule {
  static let metadata = RuleMetadata(
    id: "GL02", category: "S4", severity: .warning, title: "使用未解释",
    summary: "表中有数的收支项目在名词解释里有解释。",
    rationale: "有经营支出、结余分配等数字而不解释，公众看不懂。",
    source: "财预〔2016〕143号；名词解释模板",
    examples: [
      RuleExample(
        "有误",
        """
        # 第二部分 部门决算情况说明
        ## 三、支出决算情况说明
        本年支出合计30.00万元，其中：基本支出20.00万元；⟦经营支出⟧10.00万元。
        # 第三部分 名词解释
        1.财政拨款收入：指财政部门拨付的资金。

        2.基本支出：指保障机构运转的支出。

        3.项目支出：指完成特定任务的支出。
        """,
        tables: [
          "公开03": "# 标题：支出决算表\n项目/科目代码,项目/科目名称,本年支出合计,基本支出,项目支出,经营支出\n,合计,30.00,20.00,,10.00"
        ]),
      RuleExample(
        "无误",
        """
        # 第三部分 名词解释
        1.财政拨款收入：指财政部门拨付的资金。

        2.基本支出：指保障机构运转的支出。

        3.项目支出：指完成特定任务的支出。
        """,
        tables: [
          "公开03": "# 标题：支出决算表\n项目/科目代码,项目/科目名称,本年支出合计,基本支出,项目支出,经营支出\n,合计,30.00,20.00,10.00,"
        ]),
    ])

  private static let leastEntries = 3

  func check(_ context: ReportSurface, into findings: inout FindingSink) {
    let glossary = context.glossary
    guard glossary.entries.count >= Self.leastEntries, let heading = glossary.heading else {
      return
    }
    var explained = 0
    var open: [(term: GlossaryTerm, cell: TracedText)] = []
    for term in context.wording.glossaryTerms {
      guard case .whenPrinted(let addresses) = term.need,
        let cell = addresses.lazy.compactMap({ Self.value($0, context) }).first
      else { continue }
      if glossary.explains(term) { explained += 1 } else { open.append((term, cell)) }
    }
    for (term, cell) in open {
      let use = mention(of: term, context)
      findings.report(
        use ?? heading, useRange(use, term), "表中有“\(term.name)” \(cell.string)，名词解释没有解释",
        severity: explained >= open.count ? .warning : .info, confidence: .medium,
        expected: term.name,
        evidence: [.init("表中的数", cell), .init("名词解释", heading)],
        suggestion: "补上“\(term.name)”的解释")
    }
  }

  /// The printed cell of an address if it is not zero.
  private static func value(_ address: Address, _ context: ReportSurface) -> TracedText? {
    // 收入/其他收入: the block may stand before the row.
    let row = address.row.last ?? ""
    let block = address.row.dropLast().first ?? ""
    guard
      let reference = context.tables.cell(
        table: address.table, block: block, row: row, column: address.columnKey),
      let cell = context.tables.cell(reference), !cell.isUncertain,
      case .number(let token) = cell.number, !token.value.isZero
    else { return nil }
    return cell.text
  }

  /// The first paragraph of the narrative that uses a term.
  private func mention(of term: GlossaryTerm, _ context: ReportSurface) -> TracedText? {
    let words = PhraseSet([term.name] + term.otherNames)
    for (index, passage) in context.prose
    where passage.kind == .paragraph && passage.role?.hasPrefix("narrative") ?? false {
      if words.isFound(in: context.text, context.text.range(of: index)) { return passage.text }
    }
    return nil
  }

  private func useRange(_ text: TracedText?, _ term: GlossaryTerm) -> Range<Int>? {
    guard let text else { return nil }
    for name in [term.name] + term.otherNames {
      let bytes = [UInt8](name.utf8)
      if let start = text.utf8.firstOffset(of: bytes) { return start..<(start + bytes.count) }
    }
    return nil
  }
}
