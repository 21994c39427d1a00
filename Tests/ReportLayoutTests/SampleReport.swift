import FiscalModel
import FiscalText

/// An invented department's disclosure with every kind of block, as long as is asked.
enum SampleReport {
  static func make(items: Int = 12, performanceTables: Int = 2) -> Report {
    var report = Report()
    report.kind = .finalAccounts
    report.entity = "云汀市档案馆"
    report.year = 2024
    report.cover = [
      .paragraph(Paragraph("云汀市档案馆")), .paragraph(Paragraph("2024年度部门决算公开")),
      .paragraph(Paragraph("2025年8月")),
    ]
    report.parts = [
      overview, narrative(items), glossary, tables(items, performanceTables: performanceTables),
    ]
    return report
  }

  static func section(_ heading: String, blocks: [Block] = [], sections: [Section] = []) -> Section
  {
    let text = TracedText(heading)
    var section = Section(heading: text, number: HeadingNumber.scan(text.utf8))
    section.blocks = blocks
    section.sections = sections
    return section
  }

  static func paragraph(_ text: String) -> Block { .paragraph(Paragraph(TracedText(text))) }

  private static let overview = section(
    "第一部分 部门概况",
    sections: [
      section(
        "一、主要职责",
        blocks: [
          paragraph("（一）贯彻落实档案工作方针政策，拟订全市档案事业发展规划并组织实施。"),
          paragraph("（二）负责接收、征集、整理、保管档案，开展“百年云汀”专题档案编研——共三卷。"),
          paragraph("（三）承担档案信息化建设，管理《云汀市数字档案资源目录》及其备份系统。"),
        ]),
      section(
        "二、机构设置",
        blocks: [paragraph("本馆内设5个科室：办公室、接收征集科、保管利用科、编研展览科、信息技术科。")]),
    ])

  private static func narrative(_ items: Int) -> Section {
    let sentence =
      "2024年度财政拨款支出1,203.58万元，占本年支出合计的98.61%，与2023年度相比，财政拨款支出增加"
      + "86.20万元，增长7.71%，主要原因是：档案库房消防改造（二期）进入结算阶段，支出相应增加。"
    let entries = (1...max(1, items)).map { index in
      section(
        "\(index).文化旅游体育与传媒支出（类）文化和旅游（款）图书馆（项）。",
        blocks: [paragraph("年初预算为\(index)0.00万元，支出决算为\(index)1.25万元，" + sentence)])
    }
    var figure = Figure(kind: .groupedBar, mark: "{{图 收入支出}}", caption: "图1 收入、支出决算总计变动情况")
    figure.labels = ["收入总计", "支出总计"]
    figure.unit = "万元"
    figure.series = [
      .init(name: "2023年", values: [number(112_345), number(110_012)]),
      .init(name: "2024年", values: [number(123_456), number(121_987)]),
    ]
    return section(
      "第二部分 2024年度部门决算情况说明",
      sections: [
        section("一、收入支出决算总体情况说明", blocks: [paragraph(sentence), .figure(figure)] + figures),
        section(
          "二、一般公共预算财政拨款支出决算情况说明", blocks: [paragraph(sentence)],
          sections: [section("（一）具体情况", sections: entries)]),
      ])
  }

  /// One of each other kind.
  static let figures: [Block] = {
    let classes = ["一般公共服务支出", "教育支出", "文化旅游体育与传媒支出", "社会保障和就业支出", "卫生健康支出", "住房保障支出"]
    let shares: [Int64] = [16_492, 1_248, 1_902_691, 23_935, 21_500, 30_503]
    let kinds: [(Figure.Kind, String)] = [
      (.bar, "图2 支出功能分类"), (.pie, "图3 支出结构"), (.ring, "图4 收入结构"), (.line, "图5 支出进度"),
    ]
    var blocks = kinds.map { kind, caption in
      var figure = Figure(kind: kind, mark: "{{图}}", caption: TracedText(caption))
      figure.labels = kind == .line ? ["一季度末", "二季度末", "三季度末", "四季度末"] : classes
      figure.series = [.init(name: "决算数", values: shares.map { number($0) })]
      if kind == .line {
        figure.series = [
          .init(name: "2023年", values: [1_000, 2_200, 3_500, 5_000].map { number($0 * 100) }),
          .init(name: "2024年", values: [1_100, 2_250, 3_600, 5_100].map { number($0 * 100) }),
        ]
      }
      return Block.figure(figure)
    }
    let mark: TracedText = "[image: 机构设置图]"
    blocks.append(.figure(Figure(kind: .picture, mark: mark, caption: "图6 机构设置")))
    return blocks
  }()

  private static func number(_ mantissa: Int64) -> PrintedNumber {
    PrintedNumber(mantissa: mantissa, decimals: 2, isGrouped: true)
  }

  private static let glossary: Section = {
    let text = TracedText("1.财政拨款收入：指单位从同级财政部门取得的财政预算资金。")
    let entry = GlossaryEntry(
      text: text, term: 2..<20, explanation: 23..<text.utf8.count)
    return section("第三部分 名词解释", blocks: [.glossaryEntry(entry)])
  }()

  // MARK: - Tables

  private static func tables(_ items: Int, performanceTables: Int) -> Section {
    section(
      "第四部分 2024年度部门决算表",
      blocks: [.table(summary), .table(expenditure(rows: items * 5)), .table(empty)]
        + (0..<performanceTables).map { _ in .table(performance) })
  }

  /// 公开01: two blocks side by side under a spanned head.
  static let summary: Table = {
    var table = Table(kind: .financial)
    table.id = "公开01"
    table.title = "收入支出决算总表"
    table.publicNumber = "公开01表"
    table.department = "编制部门：云汀市档案馆"
    table.unitLine = "金额单位：万元"
    table.head = [
      [Cell("收入", column: 0, columnSpan: 3), Cell("支出", column: 3, columnSpan: 3)],
      ["项目", "行次", "金额", "项目", "行次", "金额"].enumerated().map {
        Cell(TracedText($1), column: $0)
      },
    ]
    table.rows = (1...12).map { line in
      row([
        "一、一般公共预算财政拨款收入", "\(line)", "1,203.58", "八、社会保障和就业支出", "\(line + 31)", "86.2",
      ])
    }
    table.rows.append(row(["总计", "31", "1,234.56", "总计", "62", "1,234.56"]))
    table.notes = [Paragraph("注：本表反映部门本年度的总收支和年末结转结余情况。")]
    return table
  }()

  static func row(_ texts: [String]) -> Row {
    Row(texts.enumerated().map { Cell(TracedText($1), column: $0) })
  }

  /// 公开03: long, with codes and a head of two rows.
  static func expenditure(rows: Int) -> Table {
    var table = Table(kind: .financial)
    table.id = "公开03"
    table.title = "支出决算表"
    table.publicNumber = "公开03表"
    table.department = "编制部门：云汀市档案馆"
    table.unitLine = "金额单位：万元"
    table.columns = [
      Column(path: ["项目", "科目代码"]), Column(path: ["项目", "科目名称"]), Column(path: ["本年支出合计"]),
      Column(path: ["基本支出"]), Column(path: ["项目支出"]), Column(path: ["上缴上级支出"]),
      Column(path: ["经营支出"]), Column(path: ["对附属单位补助支出"]),
    ]
    table.rows = [row(["", "合计", "1,220.54", "900.34", "320.20", "0.00", "0.00", "0.00"])]
    let names = ["文化旅游体育与传媒支出", "文化和旅游", "图书馆及公共数字文化服务体系建设"]
    for index in 0..<max(1, rows) {
      let code = ["207", "20701", "2070104"][index % 3]
      table.rows.append(
        row([code, names[index % 3], "\(index),203.58", "900.34", "303.24", "", "-", "0.00"]))
    }
    return table
  }

  private static let empty: Table = {
    var table = Table(
      kind: .financial,
      columns: [
        Column(path: ["科目代码"]), Column(path: ["科目名称"]), Column(path: ["本年支出", "小计"]),
        Column(path: ["本年支出", "基本支出"]), Column(path: ["本年支出", "项目支出"]),
      ])
    table.id = "公开09"
    table.title = "国有资本经营预算财政拨款支出决算表"
    table.publicNumber = "公开09表"
    table.notes = [Paragraph("注：本部门2024年度没有国有资本经营预算财政拨款支出，故本表为空表。")]
    return table
  }()

  /// A self-evaluation sheet: no head, merged cells, cells of many lines.
  static let performance: Table = {
    var table = Table(kind: .performance)
    table.title = "项目支出绩效自评表"
    let long = String(
      repeating: "完成库房恒温恒湿系统改造，保障馆藏38.6万卷（件）档案安全；开放档案查阅利用窗口，全年接待查档群众不少于6000人次。",
      count: 3)
    var rows: [[Cell]] = [
      [
        Cell("项目名称", column: 0, columnSpan: 2), Cell("档案库房消防改造（二期）", column: 2, columnSpan: 6),
      ],
      [
        Cell("项目资金（万元）", column: 0, columnSpan: 2, rowSpan: 2), Cell("年初预算数", column: 2),
        Cell("全年预算数", column: 3), Cell("全年执行数", column: 4), Cell("分值", column: 5),
        Cell("执行率", column: 6), Cell("得分", column: 7),
      ],
      [
        Cell("320.00", column: 2), Cell("320.20", column: 3), Cell("320.20", column: 4),
        Cell("10", column: 5), Cell("100%", column: 6), Cell("10", column: 7),
      ],
      [
        Cell("年度总体目标", column: 0), Cell(TracedText(long), column: 1, columnSpan: 7),
      ],
    ]
    for index in 0..<18 {
      var cells = [
        Cell(TracedText("三级指标第\(index)项"), column: 2, columnSpan: 2), Cell("≥95%", column: 4),
        Cell("98%", column: 5), Cell("5", column: 6), Cell("5", column: 7),
      ]
      if index == 0 { cells.insert(Cell("绩效指标", column: 0, rowSpan: 18), at: 0) }
      if index % 6 == 0 {
        cells.append(Cell("产出指标：数量、质量、时效", column: 1, rowSpan: 6))
      }
      rows.append(cells)
    }
    table.rows = rows.map { Row($0) }
    return table
  }()
}
