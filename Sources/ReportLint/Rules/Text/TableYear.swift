internal import FiscalModel
internal import FiscalNarrative
internal import FiscalText

/// TX03: a table of another year or another body.
struct TableYear: SurfaceRule {
  static let metadata = RuleMetadata(
    id: "TX03", category: "T1", severity: .error, title: "表的年度、编制部门不一致",
    summary: "每张表所标的年度和编制部门与全文一致。",
    rationale: "年度或部门不同的表是放错了的表，或者套用了旧表头。",
    source: "决算、预算公开模板：表头要素",
    examples: [
      RuleExample(
        "有误",
        "# 第一部分 部门概况\n概况如下。",
        tables: [
          "公开02":
            "# 标题：收入决算表（⟦2023年度⟧）\n项目/科目代码,项目/科目名称,本年收入合计,财政拨款收入\n,合计,10.00,10.00"
        ]),
      RuleExample(
        "有误：表头的一行",
        "# 第一部分 部门概况\n概况如下。",
        tables: [
          "公开02":
            "# 标题：收入决算表\n# 编制部门：云汀市民政局 ⟦2023年度⟧\n项目/科目代码,项目/科目名称,本年收入合计,财政拨款收入\n,合计,10.00,10.00"
        ]),
      RuleExample(
        "无误",
        "# 第一部分 部门概况\n概况如下。",
        tables: [
          "公开02":
            "# 标题：收入决算表（2024年度）\n项目/科目代码,项目/科目名称,本年收入合计,财政拨款收入\n,合计,10.00,10.00"
        ]),
    ])

  func check(_ context: ReportSurface, into findings: inout FindingSink) {
    if let year = context.year {
      for (index, passage) in context.prose where passage.kind == .tableLine {
        reportYear(index, year, context, into: &findings)
      }
    }
    reportDepartments(context, into: &findings)
  }

  /// A year that is all that the line says besides the table's own words: 2022年度, （2022年度）.
  private func reportYear(
    _ passage: Int, _ year: Int, _ context: ReportSurface, into findings: inout FindingSink
  ) {
    let range = context.text.range(of: passage)
    let mentions = YearMention.all(in: context.text, range)
    guard mentions.count == 1, let mention = mentions.first, mention.year != year,
      mention.isFiscal
    else { return }
    let before = context.text.scalar(mention.range.lowerBound - 1)
    let after = context.text.scalar(mention.range.upperBound)
    let isBracketed = (before == 0xFF08 || before == 0x28) && (after == 0xFF09 || after == 0x29)
    guard isBracketed || mention.range == range || isAlone(mention.range, range, context.text)
    else { return }
    findings.report(
      mention.range, in: context, "本文件是\(year)年度，这张表标的是\(mention.year)年度",
      actual: "\(mention.year)年度", expected: "\(year)年度", suggestion: "改为“\(year)年度”")
  }

  /// 编制单位：甲 2022年度 单位：万元: whether a year stands apart on the head line of a table.
  private func isAlone(_ year: Range<Int>, _ line: Range<Int>, _ text: DocumentText) -> Bool {
    text.hasSpace(before: year.lowerBound)
      && (year.upperBound == line.upperBound || text.hasSpace(before: year.upperBound))
  }

  // MARK: Departments

  private func reportDepartments(_ context: ReportSurface, into findings: inout FindingSink) {
    let lines = context.printedTables.filter { $0.kind == .financial }.compactMap(\.department)
    let names = lines.map { Self.name($0.utf8) }
    guard let entity = context.report.entity?.filter({ !$0.isWhitespace }),
      case let own = entity.scalarValues, names.contains(own)
    else { return }
    for (line, name) in zip(lines, names) where !name.isEmpty {
      // A line that the page cut short, or that names the body with an addition, is the same.
      guard !own.starts(with: name), !name.starts(with: own),
        !own.reversed().starts(with: name.reversed())
      else { continue }
      findings.report(
        line, nil, "这张表的编制部门与其他表不一致", severity: .warning, category: "T4",
        actual: String(scalars: name),
        expected: entity, suggestion: "改为“\(entity)”")
    }
  }

  /// The name behind 编制部门：, without a unit that was printed on the same line.
  private static func name(_ line: [UInt8]) -> [UInt32] {
    var name: [UInt32] = []
    var hasColon = false
    var offset = 0
    while offset < line.count {
      let (scalar, length) = decodeScalar(line, at: offset)
      offset += length
      if !hasColon, colons.contains(scalar) {
        hasColon = true
        name.removeAll()
      } else if !isSpace(scalar) {
        name.append(scalar)
      }
    }
    return name
  }

  private static let colons = "：:".scalarValues
}
