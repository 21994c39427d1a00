internal import FiscalModel
internal import FiscalNarrative
internal import FiscalText

/// PF12: indicators that are left blank, and sheets of nothing but heads.
struct EmptyPerformanceSheet: SurfaceRule {
  static let metadata = RuleMetadata(
    id: "PF12", category: "S6", severity: .info, title: "绩效表没有填写",
    summary: "绩效表应当填写目标、指标和完成值；空着的指标行应当删去，只有表头的表等于没有公开。",
    rationale: "留下“指标1：”之类的空行，或者只印表头，是模板没有填完。",
    source: "绩效自评表的填报要求",
    examples: [
      RuleExample(
        "有误",
        """
        # 第五部分 项目支出绩效自评表

        {{表 绩效1}}
        """,
        tables: [
          "绩效1": """
          # 类型：绩效
          # 标题：项目支出绩效自评表
          # 表头：0
          项目名称,社区养老服务项目,<,<,<,<,<
          项目资金（万元）,全年预算数,全年执行数,分值,执行率,得分,
          年度资金总额,100.00,90.00,10,90.00%,9,
          二级指标,三级指标,年度指标值,实际完成值,分值,得分,偏差原因分析及改进措施
          数量指标,⟦指标1：⟧,,,,,
          数量指标,服务人次,500人次,520人次,50,50,
          质量指标,服务合格率,≥95%,98%,30,30,
          总分,,,,100,99,
          """
        ]),
      RuleExample(
        "无误",
        """
        # 第五部分 项目支出绩效自评表

        {{表 绩效1}}
        """,
        tables: [
          "绩效1": """
          # 类型：绩效
          # 标题：项目支出绩效自评表
          # 表头：0
          项目名称,社区养老服务项目,<,<,<,<,<
          项目资金（万元）,全年预算数,全年执行数,分值,执行率,得分,
          年度资金总额,100.00,90.00,10,90.00%,9,
          二级指标,三级指标,年度指标值,实际完成值,分值,得分,偏差原因分析及改进措施
          数量指标,指标1：服务人次,500人次,520人次,50,50,
          质量指标,服务合格率,≥95%,98%,30,30,
          总分,,,,100,99,
          """
        ]),
    ])

  func check(_ context: ReportSurface, into findings: inout FindingSink) {
    let blanks = Self.blanks(context)
    for (index, table) in context.printedTables.enumerated() where table.kind != .financial {
      guard let title = table.title, Self.contains(title, Self.sheetWord),
        let hasOnlyHeads = Self.hasOnlyHeads(table)
      else { continue }
      if hasOnlyHeads {
        findings.report(
          title, nil, "这张绩效表只有表头，没有目标、指标和完成情况", severity: .error, category: "S5",
          suggestion: "填写内容；没有开展自评的，写明原因")
        continue
      }
      // All blanks of a sheet are one fault.
      guard let blank = blanks[index] else { continue }
      findings.report(blank.trimmed(), nil, "指标没有填写", suggestion: "填写指标，不用的行删去")
    }
  }

  /// Whether no cell holds more than words of the form; nil where none holds anything.
  private static func hasOnlyHeads(_ table: Table) -> Bool? {
    var isEmpty = true
    for cells in table.head + table.rows.map(\.cells) {
      for cell in cells where !cell.text.isEmpty {
        isEmpty = false
        if !isHead(cell.text) { return false }
      }
    }
    return isEmpty ? nil : true
  }

  /// The first blank of each table that has one, by index.
  private static func blanks(_ context: ReportSurface) -> [Int: TracedText] {
    var blanks: [Int: TracedText] = [:]
    for place in context.text.places(of: indicatorWord) {
      let index = context.text.passage(at: place)
      let passage = context.passages[index]
      guard passage.kind == .cell, let table = passage.table, blanks[table] == nil,
        context.text.range(of: index).lowerBound == place, isBlank(passage.text)
      else { continue }
      blanks[table] = passage.text
    }
    return blanks
  }

  private static let sheetWord = Array("绩效".utf8)

  private static func contains(_ text: TracedText, _ word: [UInt8]) -> Bool {
    text.utf8.firstOffset(of: word) != nil
  }

  /// The words that a form prints itself; a year and brackets may stand beside them.
  private static let heads = [
    "部门整体", "绩效目标", "年初总体目标", "年度总体目标", "全年完成情况", "实际完成情况", "年度绩效指标", "年度绩效", "绩效指标",
    "三级指标", "二级指标", "一级指标", "指标性质", "年度指标值", "指标值", "度量单位", "全年完成值", "实际完成值", "完成值",
    "偏差原因和改进措施", "偏差原因分析及改进措施", "活动", "任务", "指标", "权重", "分值", "得分", "项目名称", "主管部门", "实施单位",
    "年度目标", "总体目标", "年度", "情况", "（）", "（", "）",
  ].map { Array($0.utf8) }

  /// Whether a cell holds nothing but words of the form.
  private static func isHead(_ text: TracedText) -> Bool {
    let bytes = NormalText.bytes(of: text.utf8).filter { !(0x30...0x39).contains($0) && $0 != 0x20 }
    var rest = bytes[...]
    while !rest.isEmpty {
      guard let head = heads.first(where: { rest.starts(with: $0) }) else { return false }
      rest = rest.dropFirst(head.count)
    }
    return true
  }

  private static let indicatorWord = "指标".scalarValues
  private static let indicatorBytes = Array("指标".utf8)
  private static let colons = ["：", ":"].map { Array($0.utf8) }

  /// The longest of the blanks, in bytes: 指标 12：.
  private static let longestBlank = 12

  /// 指标1： with nothing behind it.
  private static func isBlank(_ text: TracedText) -> Bool {
    let start = text.utf8.firstIndex { $0 > 0x20 } ?? 0
    guard text.utf8.hasBytes(indicatorBytes, at: start), text.utf8.count - start <= longestBlank
    else { return false }
    var bytes = NormalText.bytes(of: text.utf8).filter { $0 != 0x20 }[...]
    guard bytes.starts(with: indicatorBytes) else { return false }
    bytes = bytes.dropFirst(indicatorBytes.count).drop { (0x30...0x39).contains($0) }
    return colons.contains(Array(bytes))
  }
}
