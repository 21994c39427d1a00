internal import FiscalModel
internal import FiscalStandards
internal import FiscalText
internal import ReportDraft
internal import ReportReaders

/// `gongkai draft`: writes a disclosure's narrative from its tables.
enum DraftCommand {
  private static let tables = Option(
    "--tables", value: "文件或文件夹", help: "本年的预算表或决算表；几个文件可以接着写")
  private static let entity = Option(
    "--entity", value: "名称", help: "部门名称（默认取自表格）")
  private static let year = Option("--year", value: "年度", help: "哪一年度（默认取自表格）")
  private static let last = Option(
    "--last", value: "文件或文件夹", help: "上年的公开文本：沿用它的文字，算出与上年相比的变动")
  private static let wording = Option(
    "--wording", value: "来源", help: "照谁的写法：last（上年的文字，有就默认）或 template（布局的句式）")
  private static let budget = Option(
    "--budget", value: "文件或文件夹", help: "起草决算时，本年公开的预算：年初预算数、完成率由它算出")
  private static let prior = Option(
    "--prior", value: "文件", help: "没有上年公开文本时，上年的几个数；写法见说明")
  private static let output = Option(
    "--output", short: "-o", value: "文件夹或文件", help: "写到哪个新文件夹，或写成哪个 Word 文件（.docx）")

  static let form = CommandForm(
    name: CommandName.draft.rawValue, summary: "由预算表、决算表起草公开文本",
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
      """
      --prior 的文件每行写一个上年的数，如“公开01!收入/总计.决算数 = 12,345.67”（单位万元）。
      --reasons-template 把空白列成填写表，填好后用 --reasons 填入。表格改动后用 --update 更新写出的
      文件夹：只改随表变动的数和句子，手工改过的文字保留，改动逐行列出。
      """,
    ],
    options: [
      tables, entity, year, last, wording, budget, prior, output, DraftOutput.reasons,
      DraftOutput.template,
      DraftUpdateRun.update, DraftUpdateRun.dryRun, .layout, .layouts,
    ],
    examples: [
      (
        "gongkai draft --tables 决算表.xlsx --entity 某市某局 --year 2024 -o 我局2024年决算",
        "由一个工作簿起草"
      ),
      ("gongkai draft --tables 表/ --last 2023年决算.pdf -o 我局2024年决算", "沿用上年的文字，换成本年的数"),
      ("gongkai draft --tables 表/ --reasons 填写表.csv -o 我局2024年决算.docx", "填好原因，写成 Word 文件"),
      ("gongkai draft --update 我局2024年决算 --tables 新表/ --dry-run", "表改了，先看哪些句子要改"),
    ]
  ) { try run($0) }

  private static func run(_ invocation: Invocation) throws -> ExitStatus {
    let operands = (invocation.value(tables).map { [$0] } ?? []) + invocation.operands
    var reader = try DocumentReader(invocation)
    reader.threads = Threads(isParallel: true)
    reader.isOnly = true
    if let folder = invocation.value(DraftUpdateRun.update) {
      return try update(folder, tables: operands, invocation, reader)
    }
    guard let target = invocation.value(output) else {
      throw UsageError("缺少选项 --output", command: form.name)
    }
    guard !invocation.has(DraftUpdateRun.dryRun) else {
      throw UsageError("--dry-run 要与 --update 一起用", command: form.name)
    }
    guard !operands.isEmpty else { throw UsageError("缺少选项 --tables", command: form.name) }
    let ahead = TablesAhead(reader, operands, isAhead: invocation.value(last) != nil)
    let draft = try draft(invocation, reader) { try ahead.read(layout: $0) }
    let output = DraftOutput(invocation: invocation, layout: draft.layout)
    var report = draft.report
    try output.fill(&report, tables: draft.tables)
    let isFilled = invocation.value(DraftOutput.reasons) != nil
    try output.write(report, to: target) { files in
      // What was filled is no part of the record; printing it again is for that alone.
      let drafted = isFilled ? DraftOutput.files(draft.report) : files
      return record(of: draft, text: DraftUpdateRun.text(drafted), invocation).files
        + (draft.journal?.files ?? [])
    }
    for note in draft.notes { invocation.console.note("gongkai：\(note)") }
    tell(draft, at: target, on: invocation.console)
    return .clean
  }

  /// Says what was drafted, and where to go on.
  private static func tell(_ draft: Draft, at target: String, on console: Console) {
    guard let journal = draft.journal else {
      let check = DraftTableCheck(report: draft.tables, layout: draft.layout)
      if let note = check.leftOut(of: draft.report) { console.note("gongkai：\(note)") }
      let place =
        WordOutput.isWordFile(target) ? "" : "：说明文字在 \(DocumentFinder.sourceFile)，表格在 tables/"
      return console.note("已起草 \(target)\(place)；请填写其中的【请填写：……】。")
    }
    let hint =
      WordOutput.isWordFile(target)
      ? "每个数的来历只随文件夹写出" : "每个数的来历见 \(RollJournal.fileName)"
    console.note("已起草 \(target)：沿用上年的文字，\(journal.summary)；\(hint)；请填写其中的【请填写：……】。")
  }

  /// A draft with its blanks, and what it was made from.
  private struct Draft {
    var report: Report
    var layout: Layout
    var tables: Report
    var notes: [String]
    /// For one that keeps last year's wording.
    var journal: RollJournal?
  }

  /// Drafts from last year's wording, or from the templates of the layout.
  ///
  /// - Parameters:
  ///   - current: the draft that is brought up to date.
  ///   - recorded: the wording that it has.
  ///   - read: gives the tables, bound to the named layout.
  private static func draft(
    _ invocation: Invocation, _ reader: DocumentReader, updating current: Report? = nil,
    wording recorded: String? = nil, tables read: (_ layout: String?) throws -> DocumentReader.Bound
  ) throws -> Draft {
    let wording = try RollRun(
      reader, last: invocation.value(last), wording: invocation.value(wording) ?? recorded)
    var bound = try tables(invocation, reader, expected: wording?.layout, read)
    bound.report.entity = current?.entity ?? bound.report.entity
    bound.report.year = current?.year ?? bound.report.year
    let given = try year(invocation)
    if let given, let found = bound.report.year, given != found {
      throw CommandError("表格是 \(found) 年度的，--year 写的是 \(given)；请核对")
    }
    let check = DraftTableCheck(report: bound.report, layout: bound.layout)
    try check.refuseConflicts()
    if let missing = check.missing { bound.notes.append(missing) }
    if let wording, let path = invocation.value(last) {
      try check.refuse(last: wording.report, named: path)
      let year = given ?? bound.report.year ?? wording.nextYear
      if let year, let note = check.note(on: wording.report, named: path, year: year) {
        bound.notes.append(note)
      }
      let rolled = try wording.rolled(
        onto: bound.report,
        budget: try publishedBudget(invocation, reader, wording.layout, year: year),
        prior: try priorNumbers(invocation, wording.layout),
        year: try named(year, "表中看不出年度，请用 --year 写明"))
      return Draft(
        report: rolled.report, layout: wording.layout, tables: bound.report,
        notes: wording.notes + bound.notes, journal: rolled.journal)
    }
    var drafter = try ReportDrafter(
      layout: bound.layout, tables: bound.report,
      last: try lastReport(invocation, reader, bound.layout),
      budget: try publishedBudget(
        invocation, reader, bound.layout, year: given ?? bound.report.year),
      prior: try priorNumbers(invocation, bound.layout),
      entity: try named(
        invocation.value(entity) ?? bound.report.entity, "表中看不出部门名称，请用 --entity 写明"),
      year: try named(
        given ?? bound.report.year, "表中看不出年度，请用 --year 写明"))
    return Draft(
      report: drafter.report(), layout: bound.layout, tables: bound.report, notes: bound.notes)
  }

  /// The tables, of which some must be those of the form.
  ///
  /// - Parameter expected: the layout of last year's disclosure.
  private static func tables(
    _ invocation: Invocation, _ reader: DocumentReader, expected: Layout?,
    _ read: (_ layout: String?) throws -> DocumentReader.Bound
  ) throws -> DocumentReader.Bound {
    let operands = (invocation.value(tables).map { [$0] } ?? []) + invocation.operands
    let name = operands.first ?? invocation.value(DraftUpdateRun.update) ?? ""
    let bound: DocumentReader.Bound
    do {
      bound = try read(expected?.name)
    } catch {
      try refuseOtherKind(of: operands, reader, expected)
      throw error
    }
    guard bound.report.tables.contains(where: { $0.kind == .financial && $0.id != nil }) else {
      try refuseOtherKind(of: operands, reader, bound.layout)
      throw CommandError("\(name)：没有认出布局“\(bound.layout.name)”的表格")
    }
    return bound
  }

  /// Says it where the tables are those of a budget and the layout is one of final accounts, or the
  /// other way round.
  private static func refuseOtherKind(
    of operands: [String], _ reader: DocumentReader, _ layout: Layout?
  ) throws(CommandError) {
    guard let layout, !operands.isEmpty,
      let found = try? reader.read(tables: operands, followsLayout: false),
      found.layout.kind != layout.kind, found.report.tables.contains(where: { $0.id != nil })
    else { return }
    throw CommandError(
      "\(operands[0])：是部门\(found.layout.kind.word)的表格，布局“\(layout.name)”是部门\(layout.kind.word)的")
  }

  private static func named<Value>(_ value: Value?, _ message: String) throws(UsageError) -> Value {
    guard let value else { throw UsageError(message, command: form.name) }
    return value
  }

  private static func priorNumbers(
    _ invocation: Invocation, _ layout: Layout
  ) throws -> PriorNumbers? {
    guard let path = invocation.value(prior) else { return nil }
    let text = try PlainText.read(path)
    return try DraftOutput.naming(path) { () throws(ReasonError) in
      try PriorNumbers(text, layout: layout)
    }
  }

  /// - Parameter text: what was drafted, with its blanks.
  private static func record(
    of draft: Draft, text: String, _ invocation: Invocation
  ) -> DraftRecord {
    DraftRecord(
      text: text, hasLastYear: hasLastYear(invocation),
      wording: draft.journal == nil ? "template" : "last")
  }

  private static func hasLastYear(_ invocation: Invocation) -> Bool {
    [last, prior, budget].contains { invocation.value($0) != nil }
  }

  /// Brings a folder up to date with its own tables, or with others.
  private static func update(
    _ folder: String, tables operands: [String], _ invocation: Invocation, _ reader: DocumentReader
  ) throws -> ExitStatus {
    guard invocation.value(output) == nil else {
      throw UsageError("--update 直接更新原文件夹，不能与 --output 一起用", command: form.name)
    }
    let current = try reader.read(Document(paths: [folder]))
    let record = try DraftRecord(in: folder)
    if record.hasLastYear, !hasLastYear(invocation) {
      return try fill(folder, record, current, tables: operands, invocation)
    }
    let made = try draft(
      invocation, reader, updating: current.report, wording: record.wording
    ) { layout in
      guard !operands.isEmpty else { return current }
      return try reader.read(tables: operands, layout: layout ?? current.layout.name)
    }
    var filled = made.report
    try DraftOutput(invocation: invocation, layout: made.layout)
      .fill(&filled, tables: made.tables)
    let draft = DraftUpdateRun.Draft(
      base: record.text, filled: filled,
      record: self.record(
        of: made, text: DraftUpdateRun.text(DraftOutput.files(made.report)), invocation),
      hasNewTables: !operands.isEmpty,
      more: made.journal?.files ?? [])
    return try DraftUpdateRun(invocation: invocation, folder: folder, draft: draft).run()
  }

  /// Fills in what the file of reasons says, and leaves alone all that depends on tables: without
  /// what the draft was made from it cannot be made again.
  private static func fill(
    _ folder: String, _ record: DraftRecord, _ current: DocumentReader.Bound,
    tables operands: [String], _ invocation: Invocation
  ) throws -> ExitStatus {
    let output = DraftOutput(invocation: invocation, layout: current.layout)
    guard operands.isEmpty, output.hasReasons else {
      throw CommandError("\(folder)：起草时给出了上年的数或预算数，更新时也要写上 --last、--prior 或 --budget")
    }
    var filled = current.report
    try output.fill(&filled, tables: current.report)
    let draft = DraftUpdateRun.Draft(
      base: DraftUpdateRun.text(DraftOutput.files(current.report)), filled: filled, record: record,
      hasNewTables: false, more: [])
    return try DraftUpdateRun(invocation: invocation, folder: folder, draft: draft).run()
  }

  private static func lastReport(
    _ invocation: Invocation, _ reader: DocumentReader, _ layout: Layout
  ) throws -> Report? {
    guard let path = invocation.value(last) else { return nil }
    return try reader.read(Document(paths: try RollRun.files(path)), layout: layout.name).report
  }

  private static func publishedBudget(
    _ invocation: Invocation, _ reader: DocumentReader, _ layout: Layout, year: Int?
  ) throws -> PublishedTables? {
    guard let path = invocation.value(budget) else { return nil }
    guard layout.kind == .finalAccounts else { throw CommandError("--budget 只用于起草决算") }
    let bound = try reader.read(tables: [path], followsLayout: false)
    guard bound.layout.kind == .budget else {
      throw CommandError("\(path)：是部门\(bound.layout.kind.word)；--budget 应当给出部门预算")
    }
    if let year, let found = bound.report.year, found != year {
      throw CommandError("\(path)：是 \(found) 年度的；--budget 应当给出 \(year) 年度的")
    }
    return PublishedTables(report: bound.report, layout: bound.layout)
  }

  /// The year that the command line names.
  private static func year(_ invocation: Invocation) throws -> Int? {
    guard let text = invocation.value(year) else { return nil }
    guard let year = Int(text), (1990...2100).contains(year) else {
      throw UsageError("--year 的值应是四位年份，如 2024", command: form.name)
    }
    return year
  }

}
