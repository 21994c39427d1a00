internal import FiscalModel
internal import FiscalNarrative
internal import FiscalStandards
internal import FiscalText

/// ST13: a table of the form that is missing.
struct MissingTable: SurfaceRule {
  static let metadata = RuleMetadata(
    id: "ST13", category: "S1", severity: .error, title: "缺表",
    summary: "规定的公开表齐全；作为附件公开的，说明见附件。",
    rationale: "表是公开的主体，没有数的表也要公开空表。",
    source: "财预〔2016〕143号；部门决算公开表样",
    examples: [
      RuleExample(
        "有误",
        """
        # 第一部分 部门概况
        概况如下。
        # 第二部分 部门决算情况说明
        收入总计10.00万元。
        # ⟦第四部分 部门决算表⟧
        一、收入支出决算总表

        二、收入决算表
        """),
      RuleExample(
        "无误：作为附件",
        """
        # 第一部分 部门概况
        概况如下。
        # 第二部分 部门决算情况说明
        收入总计10.00万元。
        # 第四部分 部门决算表
        决算表详见附件。
        """),
      RuleExample(
        "无误：文后的附件就是公开表",
        """
        # 第一部分 部门概况
        概况如下。
        # 第二部分 2025年部门预算表
        # 第三部分 部门预算情况说明
        2025年收支总预算10.00万元。

        附件：1.云汀市民政局2025年部门预算公开表.xlsx
        """, layout: "budget", year: 2025),
    ])

  /// The nine tables have been published since the accounts of this year.
  private static let firstYearOfNine = 2021
  private static let attachment = PhraseSet([
    "见附件", "详见附", "附件1", "附件：", "附表", "另附", "见附表", "Excel", "电子表格", "表格附后", "附后",
  ])

  func check(_ context: ReportSurface, into findings: inout FindingSink) {
    let forms = context.layout.tables.filter(\.isRequired)
    guard !forms.isEmpty, SectionPresence(context).isNarrative("narrative"), !context.isSupplement
    else { return }
    guard !context.tables.tables.isEmpty else {
      reportAll(context, into: &findings)
      return
    }
    for form in forms where !isPresent(form, context) && isExpected(form, context) {
      report(form, context, into: &findings)
    }
  }

  // MARK: No tables at all

  private func reportAll(_ context: ReportSurface, into findings: inout FindingSink) {
    // Tables that were not recognised are still there.
    guard !context.printedTables.contains(where: { $0.unitLine != nil || $0.kind == .financial })
    else { return }
    if AttachedTables.areListed(context) { return }
    let message = "没有\(context.layout.kind.word)公开表"
    guard let section = context.report.section("tables"), let heading = section.heading else {
      guard !isAttached(context, in: nil) else { return }
      findings.report(
        absent: message, severity: .warning, confidence: .medium,
        expected: "\(context.layout.kind.word)公开表",
        evidence: SectionPresence(context).anchor("narrative").map { [.init("说明部分", $0)] } ?? [],
        suggestion: "补上公开表；作为附件公开的，写明见附件")
      return
    }
    guard !isAttached(context, in: section) else { return }
    // An attachment that is announced elsewhere may be the tables.
    findings.report(
      heading, nil, "“\(heading.trimmed().string)”下面没有表",
      severity: isAttached(context, in: nil) ? .warning : .error,
      confidence: isAttached(context, in: nil) ? .medium : .high,
      suggestion: "补上公开表；作为附件公开的，在这里写明见附件")
  }

  /// Whether the text, or that of a section, says that the tables are attached.
  private func isAttached(_ context: ReportSurface, in section: Section?) -> Bool {
    let heading = section?.heading
    var isInside = section == nil
    for (index, passage) in context.prose where passage.kind != .contents || section == nil {
      if passage.kind == .heading, let heading {
        if passage.text == heading {
          isInside = true
        } else if passage.number?.style == .part {
          isInside = false
        }
      }
      let range = context.text.range(of: index)
      if isInside, [.paragraph, .heading, .tableNote, .contents].contains(passage.kind),
        Self.attachment.isFound(in: context.text, range)
      {
        return true
      }
    }
    return false
  }

  // MARK: One table

  private func isPresent(_ form: TableForm, _ context: ReportSurface) -> Bool {
    let ids = [form.id] + context.layout.variants(of: form.id).map(\.id)
    if context.printedTables.contains(where: { $0.id.map(ids.contains) ?? false }) { return true }
    // A table that was not recognised, or a line that says where the table is.
    let titles = form.titles.map { Name($0).string }
    return context.passages.contains { passage in
      guard passage.kind != .contents, passage.kind != .cell, passage.text.utf8.count < 240 else {
        return false
      }
      let name = Name(utf8: passage.text.utf8).string
      return titles.contains { name.contains($0) }
    }
  }

  /// Whether the form's own document announces the table, or the rules of its year want it.
  private func isExpected(_ form: TableForm, _ context: ReportSurface) -> Bool {
    let titles = form.titles.map { Name($0).string }
    let isListed = (context.report.contents?.entries ?? []).contains { entry in
      let name = Name(utf8: entry.title.utf8).string
      return titles.contains { name.hasSuffix($0) }
    }
    if isListed { return true }
    return context.kind == .finalAccounts && (context.year ?? 0) >= Self.firstYearOfNine
      && !context.printedTables.contains { $0.id == nil && $0.unitLine != nil }
  }

  private func report(
    _ form: TableForm, _ context: ReportSurface, into findings: inout FindingSink
  ) {
    let isAttached = isAttached(context, in: context.report.section("tables"))
    guard !isAttached else { return }
    findings.report(
      absent: "缺少“\(form.titles[0])”（\(form.id)）", expected: form.titles[0],
      evidence: context.report.section("tables")?.heading.map { [.init("决算表部分", $0)] } ?? [],
      suggestion: "补上这张表；没有数的公开空表并加说明")
  }
}
