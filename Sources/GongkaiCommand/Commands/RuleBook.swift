internal import FiscalModel
internal import FiscalStandards
internal import FiscalText
internal import ReportLint

/// `Documentation/Rules.md`: every check with what, why, source, level and examples, made from what
/// the rules and the layouts say of themselves.
struct RuleBook {
  /// The groups of the catalogue, in its order.
  private static let groups = [
    ("ST", "结构：部分、章节、表格、编号"), ("TI", "表内关系"), ("TT", "表与表的关系"),
    ("NT", "说明文字与表格"), ("NN", "说明文字中的数字"), ("PF", "绩效"), ("GL", "名词解释"),
    ("TX", "文字"), ("YR", "与上年的关系"), ("AC", "认可的问题"),
  ]

  /// Why the identities of a group are checked, and how a fault looks; their rules are formulas.
  private static let introductions = [
    "TI": """
    为什么：一张表里的数出自同一套账，加不平必有一处错，表就不能作为依据。例如支出决算表的一行\
    （TI07）：

    ```text
    科目编码,科目名称,本年支出合计,基本支出,项目支出
    2080201,行政运行,⟦1080.00⟧,1000.00,90.00
    2080202,一般行政管理事务,50.00,,50.00
    ```

    """,
    "TT": """
    为什么：几张表说的是同一笔钱，对不上必有一处错。例如收入支出决算总表的本年收入合计是 22,603.44，\
    收入决算表的合计行就不能是 ⟦22,603.54⟧（TT01）。

    """,
  ]

  private let rules: [RuleMetadata]
  private let statements: [String: [IdentityStatement]]

  /// - Throws: a ``LayoutError`` if a layout's data are wrong.
  init(_ library: LayoutLibrary) throws(LayoutError) {
    rules = RuleRegistry.rules.map(\.metadata) + [UnusedAcceptance.metadata]
    statements = Dictionary(grouping: try IdentityStatement.all(in: library)) { $0.identity.id }
  }

  var markdown: String {
    let sections = Self.groups.map { prefix, title in section(prefix, title) } + [others]
    return (["\(Self.head)\n\(contents)"] + sections.filter { !$0.isEmpty })
      .joined(separator: "\n")
  }

  private static let head = """
    # 检查规则

    本文件由 `gongkai rules --format markdown` 生成，请不要手工改动。

    例子里 ⟦ ⟧ 之间是会被指出的文字，没有这种记号的例子不会被指出。金额、百分比都按四舍五入的\
    区间比较：印出的两位小数代表前后各半个末位的范围，范围内有一种取值能成立就不算错。

    级别：**错误**是文中数字、表格或算术能证明的；**警告**是很可能有误或不合格式的；**提示**供参考。\
    类别是问题的种类：S 结构，N 数字，T 文字。

    用 `--select`、`--ignore` 选用规则，也可以写在 `gongkai.conf` 里；核对过、不必改的问题写进 \
    `accepted.txt`，见文末。

    """

  private var contents: String {
    let lines = Self.groups.compactMap { prefix, title in
      let count = ids(prefix).count
      return count > 0 ? "- \(prefix) \(title)：\(count) 条" : nil
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The ids of a group, rules and identities, in order.
  private func ids(_ prefix: String) -> [String] {
    let all = Set(rules.map(\.id)).union(statements.keys)
    return all.filter { $0.hasPrefix(prefix) }.sorted()
  }

  private func section(_ prefix: String, _ title: String) -> String {
    let ids = ids(prefix)
    guard !ids.isEmpty else { return "" }
    let entries = ids.map { id in
      if let rule = rules.first(where: { $0.id == id }) { return entry(rule) }
      return entry(id, statements[id] ?? [])
    }
    let ending = prefix == "AC" ? "\n\(Self.control)" : ""
    let introduction = Self.introductions[prefix].map { "\($0)\n" } ?? ""
    return "## \(prefix) \(title)\n\n" + introduction + entries.joined(separator: "\n") + ending
  }

  /// The identities that a bureau has numbered in its own way.
  private var others: String {
    let known = Self.groups.map(\.0)
    let ids = statements.keys.filter { id in !known.contains { id.hasPrefix($0) } }.sorted()
    guard !ids.isEmpty else { return "" }
    let entries = ids.map { entry($0, statements[$0] ?? []) }
    return "## 本单位的关系\n\n" + entries.joined(separator: "\n")
  }

  private func entry(_ rule: RuleMetadata) -> String {
    var lines = ["### \(rule.id) \(rule.title)", ""]
    lines.append("- 查什么：\(rule.summary)")
    lines.append("- 为什么：\(rule.rationale)")
    lines.append("- 依据：\(rule.source)")
    lines.append("- 级别：\(rule.severity.word)　类别：\(rule.category)")
    if rule.kinds.count == 1 { lines.append("- 适用于：部门\(rule.kinds[0].word)") }
    for example in rule.examples { lines += ["", text(of: example)] }
    return lines.joined(separator: "\n") + "\n"
  }

  private func text(of example: RuleExample) -> String {
    let others = [("上年的公开文本", example.last), ("公布的预算", example.budget)].compactMap {
      title, other in other.map { "\(title)：\n\n\(text($0.text, $0.tables))" }
    }
    let body = ([text(example.text, example.tables)] + others).joined(separator: "\n\n")
    let fence = body.contains("```") ? "````" : "```"
    let kind = example.isFaulty ? "有问题" : "没有问题"
    let absence = example.marksAbsence ? "，缺少的内容无处可标" : ""
    return "\(kind)的例子（\(example.title)\(absence)）：\n\n\(fence)text\n\(body)\n\(fence)"
  }

  private func text(_ text: String, _ tables: [String: String]) -> String {
    let tables = tables.sorted { $0.key < $1.key }.map { "表 \($0.key)：\n\($0.value)" }
    return ([text] + tables).filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  private func entry(_ id: String, _ statements: [IdentityStatement]) -> String {
    var lines = ["### \(id) \(statements.first?.identity.statement ?? "")", ""]
    for statement in statements {
      let identity = statement.identity
      lines.append("- 布局：\(statement.layouts.joined(separator: "、"))")
      lines.append("- 查什么：\(identity.statement)")
      if !identity.source.isEmpty { lines.append("- 依据：\(identity.source)") }
      lines.append("- 级别：\(identity.level.rawValue)　类别：\(identity.category)")
      lines += ["", "```text"] + identity.relations.map { "\($0)" } + ["```", ""]
    }
    return lines.joined(separator: "\n")
  }

  private static let control = """
    `accepted.txt` 放在文档旁边（或用 `--accept` 指明），一条一节：

    ```text
    [认可 NN17]
    文件：disclosure.md
    原文：359.85%
    第几处：1
    理由：预算数以元公布，已与财政局核对
    ```

    规则、原文和第几处都相同才算同一个问题；原文不计空格。“文件”可省，写了就只认这个文件；“第几处”\
    省略时是 1，写“全部”是每一处。“理由”必须写。认可一个问题以后，原来作为它的佐证（“因此不符”）的问题会单独列出。`gongkai lint --write-accept` 按现有的问题写出草稿。

    `gongkai.conf` 放在文档旁边或上级文件夹里（或用 `--config` 指明），命令行上写的优先：

    ```text
    [检查]
    只用：NN | NT | TI01
    不用：TX20
    失败级别：警告
    布局：final-accounts/dalian
    认可：已认可.txt
    ```

    """
}
