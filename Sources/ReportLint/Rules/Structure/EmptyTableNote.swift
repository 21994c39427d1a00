internal import FiscalModel
internal import FiscalNarrative
internal import FiscalStandards
internal import FiscalText

/// ST15: a note that the table is empty under a table with values.
struct EmptyTableNote: SurfaceRule {
  static let metadata = RuleMetadata(
    id: "ST15", category: "S5", severity: .error, title: "有空表说明而表有数",
    summary: "写了“本表无数据”的表没有数。",
    rationale: "说明与表矛盾，两者必有一错。",
    source: "说明与表一致",
    examples: [
      RuleExample(
        "有误",
        "# 第一部分 部门概况\n概况如下。",
        tables: [
          "公开08":
            "# 标题：国有资本经营预算财政拨款支出决算表\n# 注：⟦注：本部门没有国有资本经营预算财政拨款支出，故本表无数据。⟧\n项目/科目代码,项目/科目名称,合计,基本支出,项目支出\n,合计,5.00,,5.00"
        ]),
      RuleExample(
        "无误",
        "# 第一部分 部门概况\n概况如下。",
        tables: [
          "公开08":
            "# 标题：国有资本经营预算财政拨款支出决算表\n# 注：注：如本表为空，则本部门无此类资金。\n项目/科目代码,项目/科目名称,合计,基本支出,项目支出\n,合计,5.00,,5.00"
        ]),
    ])

  private static let claims = PhraseSet([
    "故本表无数据", "本表无数据", "故本表为空", "此表无数据", "本表为空表", "故此表为空", "故此表无数据", "故为空表",
  ])
  private static let conditions = PhraseSet(["如本表", "若本表", "如为空", "如无", "若无", "如此表", "若此表"])

  func check(_ context: ReportSurface, into findings: inout FindingSink) {
    for (index, passage) in context.prose where passage.kind == .tableNote {
      let range = context.text.range(of: index)
      guard let table = passage.table, Self.claims.isFound(in: context.text, range),
        !Self.conditions.isFound(in: context.text, range),
        let value = value(of: context.printedTables[table], context)
      else { continue }
      findings.report(
        passage.text, nil, "说明写本表无数据，表中有 \(value.string)",
        evidence: [.init("表中的数", value)], suggestion: "删去说明，或核对表中数据")
    }
  }

  /// A value that is not zero.
  private func value(of table: Table, _ context: ReportSurface) -> TracedText? {
    guard
      let bound = context.tables.tables.first(where: {
        $0.table.title == table.title && $0.id == table.id
      })
    else { return nil }
    for block in bound.blocks {
      for row in block.rows {
        for column in block.amountColumns {
          guard let cell = bound.cell(row, column), !cell.isUncertain,
            case .number(let token) = cell.number, !token.value.isZero
          else { continue }
          return cell.text
        }
      }
    }
    return nil
  }
}
