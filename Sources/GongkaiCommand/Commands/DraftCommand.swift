internal import FiscalModel
internal import FiscalStandards
internal import ReportDraft
internal import ReportReaders

/// `gongkai draft`: writes a disclosure's narrative from its tables.
enum DraftCommand {
  private static let tables = Option(
    "--tables", value: "文件或文件夹", help: "本年的决算表；几个文件可以接着写")
  private static let entity = Option(
    "--entity", value: "名称", help: "部门名称（默认取自表格）")
  private static let year = Option("--year", value: "年度", help: "哪一年度（默认取自表格）")
  private static let last = Option(
    "--last", value: "文件或文件夹", help: "上年的公开文本，用来写与上年相比的变动")
  private static let wording = Option(
    "--wording", value: "来源",
    help: "说明文字照谁的写法：last（沿用上年的文字）或 template（布局的句式）；默认上年有文字时为 last")
  private static let output = Option(
    "--output", short: "-o", value: "文件夹", help: "写到哪个新文件夹")

  static let form = CommandForm(
    name: "draft", summary: "由决算表起草公开文本",
    operands: .init(name: "文件或文件夹", count: 0...100),
    details: [
      """
      表格可以是 xlsx、csv，放 csv 的文件夹，或一份现成的公开文本（只取它的表格）。
      说明文字按布局的 sentences.txt 写出，每个数都由表中单元格算得；表中没有的内容（原因、
      年初预算、个数等）留作【请填写：……】，gongkai lint 会逐处指出，填完为止。
      """,
      """
      给出上年公开文本（--last）时沿用它的文字：读懂的句子按本年的表重新计算后写出，年份、增减的词
      随之改；新增的科目照相邻科目的写法补上，取消的删去；没有读懂的数和原因都标出来。每个数是算
      得、照抄还是待填写，写在 起草说明.md 和 起草说明.json 中。
      """,
    ],
    options: [tables, entity, year, last, wording, output, .layout, .layouts],
    examples: [
      (
        "gongkai draft --tables 决算表.xlsx --entity 某市某局 --year 2024 -o 我局2024年决算",
        "由一个工作簿起草"
      ),
      ("gongkai draft --tables 表/ --last 2023年决算.pdf -o 我局2024年决算", "与上年相比的数也写出"),
    ]
  ) { try run($0) }

  private static func run(_ invocation: Invocation) throws -> ExitStatus {
    guard let target = invocation.value(output) else {
      throw UsageError("缺少选项 --output", command: form.name)
    }
    let operands = (invocation.value(tables).map { [$0] } ?? []) + invocation.operands
    guard !operands.isEmpty else { throw UsageError("缺少选项 --tables", command: form.name) }
    let reader = try DocumentReader(invocation)
    if let roll = try RollRun(
      invocation, reader, last: invocation.value(last), wording: invocation.value(wording))
    {
      return try roll.run(tables: operands, year: try year(invocation), to: target)
    }
    let bound = try reader.read(tables: operands)
    let source = bound.report
    guard source.tables.contains(where: { $0.kind == .financial && $0.id != nil }) else {
      throw CommandError("\(operands[0])：没有认出布局“\(bound.layout.name)”的表格")
    }
    var drafter = try ReportDrafter(
      layout: bound.layout, tables: source, last: try lastReport(invocation, reader, bound.layout),
      entity: try entity(invocation, source), year: try year(invocation, source))
    let draft = drafter.report()
    let files = SourceWriter.files(draft).map { NewFolder.File(path: $0.path, bytes: $0.bytes) }
    try NewFolder.write(files, to: target)
    for note in bound.notes { invocation.console.note("gongkai：\(note)") }
    note(source, draft, on: invocation.console)
    invocation.console.note(
      "已起草 \(target)：说明文字在 \(DocumentFinder.sourceFile)，表格在 tables/；请填写其中的【请填写：……】。")
    return .clean
  }

  private static func lastReport(
    _ invocation: Invocation, _ reader: DocumentReader, _ layout: Layout
  ) throws -> Report? {
    guard let path = invocation.value(last) else { return nil }
    return try reader.read(Document(paths: [path]), layout: layout.name).report
  }

  private static func entity(_ invocation: Invocation, _ source: Report) throws -> String {
    if let name = invocation.value(entity) ?? source.entity { return name }
    throw UsageError("表中看不出部门名称，请用 --entity 写明", command: form.name)
  }

  private static func year(_ invocation: Invocation, _ source: Report) throws -> Int {
    if let year = try year(invocation) ?? source.year { return year }
    throw UsageError("表中看不出年度，请用 --year 写明", command: form.name)
  }

  /// The year that the command line names.
  private static func year(_ invocation: Invocation) throws -> Int? {
    guard let text = invocation.value(year) else { return nil }
    guard let year = Int(text), (1990...2100).contains(year) else {
      throw UsageError("--year 的值应是四位年份，如 2024", command: form.name)
    }
    return year
  }

  /// Says what of the tables is not in the draft.
  private static func note(_ source: Report, _ draft: Report, on console: Console) {
    let left = source.tables.count - draft.tables.count
    guard left > 0 else { return }
    console.note("gongkai：有 \(left) 张表不是布局中的公开表或绩效表，没有收入")
  }
}
