internal import FiscalModel
internal import FiscalNarrative
internal import FiscalText

/// NT34: a note of the source that names a form which has no such numbers.
struct WrongSourceForm: SurfaceRule {
  static let metadata = RuleMetadata(
    id: "NT34", category: "T6", severity: .info, title: "来源注错误",
    summary: "注明“数据来源于财决××表”的，那张报表里有这一节或这张表的数。报表与公开表、各节说明的对应关系写在 sources.txt 里，没有列出的不作判断。",
    rationale: "来源写错，复核的人照着去找，找不到这些数；多半是照抄别的节的注。",
    source: "部门决算报表（财决表）的编号和内容", kinds: [.finalAccounts],
    examples: [
      RuleExample(
        "有误",
        """
        # 第二部分 部门决算情况说明
        ## 三、支出决算情况说明
        本年支出合计10.00万元（注：数据来源于⟦财决03表⟧）。
        """),
      RuleExample(
        "有误",
        """
        # 第二部分 部门决算情况说明
        ## 六、一般公共预算财政拨款基本支出决算情况说明
        基本支出10.00万元。以上数据取自财决08-1表和⟦财决09表⟧。
        """),
      RuleExample(
        "无误",
        """
        # 第二部分 部门决算情况说明
        ## 二、收入决算情况说明
        本年收入合计10.00万元（注：数据来源于财决01表、财决03表）。
        ## 三、支出决算情况说明
        本年支出合计10.00万元，一般公共预算财政拨款支出的数据来源于财决07表，另见财决03表。
        ## 十、其他重要事项的情况说明
        ### （一）机关运行经费支出情况
        机关运行经费支出1.00万元（数据来源于财决附03表）。
        """),
    ])

  private static let prefix = AccountForms.prefix.scalarValues
  private static let sources = PhraseSet(["来源于", "来源为", "来源：", "来源:", "来自", "取自", "源自", "摘自"])
  /// 。；（(：\n, behind which a note begins.
  private static let openings = "。；（(\n".scalarValues
  /// Words before 来源于 that still mean the whole section: 注：以上数据均.
  private static let longestLead = 8

  func check(_ context: ReportSurface, into findings: inout FindingSink) {
    guard let year = context.year else { return }
    let text = context.text
    var known: [AccountForms.Form]?
    for place in text.places(of: Self.prefix) {
      let forms = known ?? context.accountForms.forms.filter { $0.firstYear <= year }
      known = forms
      guard let (name, range) = Self.name(text, at: place),
        let form = forms.first(where: { $0.name == name }), Self.isSource(place, text)
      else { continue }
      let passage = context.passages[text.passage(at: place)]
      let right = Self.right(passage, context, forms)
      guard !right.isEmpty, !right.contains(where: { $0.name == name }) else { continue }
      findings.report(
        range, in: context, "\(name)表是“\(form.title)”，没有这里要说的数", actual: "\(name)表",
        suggestion: "核对来源，这里的数在\(right.map { "\($0.name)表" }.joined(separator: "、"))里")
    }
  }

  /// 财决08-1 with its range up to 表: 财决, 附 or not, two digits, a dash and one digit or not.
  private static func name(_ text: DocumentText, at place: Int) -> (String, Range<Int>)? {
    var index = place + prefix.count
    var name = prefix
    let supplement: UInt32 = 0x9644
    if text.scalar(index) == supplement {
      name.append(supplement)
      index += 1
    }
    guard isDigit(text.scalar(index)), isDigit(text.scalar(index + 1)) else { return nil }
    name += [narrow(text.scalar(index)), narrow(text.scalar(index + 1))]
    index += 2
    if isDash(text.scalar(index)), isDigit(text.scalar(index + 1)) {
      name += [0x2D, narrow(text.scalar(index + 1))]
      index += 2
    }
    guard !isDigit(text.scalar(index)) else { return nil }
    let table: UInt32 = 0x8868
    return (String(scalars: name), place..<(text.scalar(index) == table ? index + 1 : index))
  }

  private static func narrow(_ digit: UInt32) -> UInt32 {
    digit >= 0xFF10 ? digit - 0xFF10 + 0x30 : digit
  }

  private static func isDash(_ scalar: UInt32) -> Bool {
    [0x2D, 0x2013, 0x2014, 0xFF0D].contains(scalar)
  }

  /// Whether the words before a form say that the numbers of the whole section or table are taken
  /// from it: 注：以上数据来源于…, not 其中基本支出数来源于….
  private static func isSource(_ place: Int, _ text: DocumentText) -> Bool {
    var start = place
    while start > 0, !openings.contains(text.scalar(start - 1)) { start -= 1 }
    guard let word = sources.matches(in: text, start..<place).first else { return false }
    return word.range.lowerBound - start <= longestLead
  }

  /// The forms that have the numbers of the table or section in which a passage stands; none where
  /// the data have no word on it.
  private static func right(
    _ passage: Passage, _ context: ReportSurface, _ forms: [AccountForms.Form]
  ) -> [AccountForms.Form] {
    if let table = passage.table {
      guard passage.kind == .tableNote, let id = context.printedTables[table].id else { return [] }
      return forms.filter { $0.tables.contains(id) }
    }
    guard let role = passage.role, role.hasPrefix("narrative.") else { return [] }
    for part in role.split(separator: ".").reversed() {
      let found = forms.filter { $0.sections.contains(String(part)) }
      if !found.isEmpty { return found }
    }
    return []
  }
}
