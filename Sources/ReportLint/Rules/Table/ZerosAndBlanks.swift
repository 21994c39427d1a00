internal import FiscalModel
internal import FiscalNarrative
internal import FiscalStandards
internal import FiscalText

/// TI40: a column that says nothing in two ways, as 0.00 and as a blank.
struct ZerosAndBlanks: SurfaceRule {
  static let metadata = RuleMetadata(
    id: "TI40", category: "T5", severity: .info, title: "0 与空白混用",
    summary: "同一列中没有数的科目，要么都印 0，要么都空着。只看同级的末级科目；其余都是一种写法，只有一两处是另一种，才算混用。",
    rationale: "别处没有数都印 0，这里空着，看不出是没有发生还是漏填。",
    source: "部门决算公开表样：没有数的单元格写法一致",
    examples: [
      RuleExample(
        "有误",
        """
        # 第四部分 部门决算表

        {{表 公开05}}
        """,
        tables: [
          "公开05": """
          科目代码,科目名称,合计,基本支出,项目支出
          ,合计,"1,000.00","1,000.00",0.00
          208,社会保障和就业支出,"1,000.00","1,000.00",0.00
          20805,行政事业单位养老支出,"1,000.00","1,000.00",0.00
          2080501,行政单位离退休,400.00,400.00,0.00
          2080502,⟦事业单位离退休⟧,100.00,100.00,
          2080505,机关事业单位基本养老保险缴费支出,300.00,300.00,0.00
          2080506,机关事业单位职业年金缴费支出,200.00,200.00,0.00
          """
        ]),
      RuleExample(
        "有误",
        """
        # 第四部分 部门决算表

        {{表 公开05}}
        """,
        tables: [
          "公开05": """
          科目代码,科目名称,合计,基本支出,项目支出
          ,合计,"1,000.00","1,000.00",
          208,社会保障和就业支出,"1,000.00","1,000.00",
          20805,行政事业单位养老支出,"1,000.00","1,000.00",
          2080501,行政单位离退休,400.00,400.00,
          2080502,事业单位离退休,100.00,100.00,⟦0⟧
          2080505,机关事业单位基本养老保险缴费支出,300.00,300.00,
          2080506,机关事业单位职业年金缴费支出,200.00,200.00,
          """
        ]),
      RuleExample(
        "无误（0.00 可以是不足 0.005 万元的数）",
        """
        # 第四部分 部门决算表

        {{表 公开05}}
        """,
        tables: [
          "公开05": """
          科目代码,科目名称,合计,基本支出,项目支出
          ,合计,"1,000.00","1,000.00",0.00
          208,社会保障和就业支出,"1,000.00","1,000.00",0.00
          20805,行政事业单位养老支出,"1,000.00","1,000.00",0.00
          2080501,行政单位离退休,400.00,400.00,
          2080502,事业单位离退休,100.00,100.00,0.00
          2080505,机关事业单位基本养老保险缴费支出,300.00,300.00,
          2080506,机关事业单位职业年金缴费支出,200.00,200.00,
          """
        ]),
    ])

  /// How many cells are of the usual kind, at the least, beside one odd one.
  private static let leastUsual = 3
  private static let mostOdd = 2

  func check(_ context: ReportSurface, into findings: inout FindingSink) {
    for (table, amounts) in zip(context.tables.tables, context.amounts) where isCertain(table) {
      for block in table.blocks {
        guard let mixture = mixture(in: block, table, amounts) else { continue }
        report(mixture, into: &findings)
        break
      }
    }
  }

  /// Whether every cell stands in its column, so that what seems empty is.
  private func isCertain(_ table: BoundTable) -> Bool {
    !table.isJumbled && !table.table.rows.contains(where: \.isUncertain)
  }

  private struct Mixture {
    var column: String
    /// Whether the odd cells are those that are empty.
    var lacksZeros: Bool
    /// The labels of the rows with an empty cell, or the zeros.
    var odd: [TracedText]
    var usual: Int
  }

  private func mixture(
    in block: BoundBlock, _ table: BoundTable, _ amounts: [NarrativeAmount]
  ) -> Mixture? {
    let columns = columns(of: block)
    guard !columns.isEmpty, let label = block.columns.first(where: { $0.content == .name }) else {
      return nil
    }
    let leaves = leaves(of: block)
    let levels = ClassificationLevel.allCases.map { level in
      leaves.filter { block.rows[$0].level == level }
    }
    for column in columns {
      for rows in levels where rows.count > Self.leastUsual {
        var zeros: [Cell] = []
        var blanks: [Int] = []
        for row in rows {
          let cell = table.cell(block.rows[row], column)
          if cell?.number ?? .empty == .empty { blanks.append(row) }
          if let cell, isZero(cell) { zeros.append(cell) }
        }
        if isMixed(odd: blanks.count, usual: zeros.count) {
          return Mixture(
            column: column.key, lacksZeros: true,
            odd: blanks.compactMap { table.cell(block.rows[$0], label)?.text },
            usual: zeros.count)
        }
        if isMixed(odd: zeros.count, usual: blanks.count),
          zeros.allSatisfy({ isNothing($0, table, amounts) })
        {
          return Mixture(
            column: column.key, lacksZeros: false, odd: zeros.map(\.text), usual: blanks.count)
        }
      }
    }
    return nil
  }

  private func isMixed(odd: Int, usual: Int) -> Bool {
    (1...Self.mostOdd).contains(odd) && usual >= Self.leastUsual * odd
  }

  /// The columns in which every row may have an amount: not those by fund of listed rows, some of
  /// which a form leaves empty.
  private func columns(of block: BoundBlock) -> [BoundColumn] {
    let amounts = block.amountColumns
    switch block.form.rows {
    case .functional, .economic: return amounts
    case .listed: return amounts.count == 1 ? amounts : []
    case .free: return []
    }
  }

  /// The rows of 科目 that are no sums of others, each printed once.
  private func leaves(of block: BoundBlock) -> [Int] {
    let isListed = if case .listed = block.form.rows { true } else { false }
    var codes = Set<TextKey>()
    var leaves: [Int] = []
    for index in block.rows.indices {
      guard let code = block.rows[index].code, block.rows[index].children.isEmpty,
        !block.rows[index].isOfWhich, isListed || block.rows[index].hasNumber
      else { continue }
      guard codes.insert(TextKey(code)).inserted else { return [] }
      leaves.append(index)
    }
    return leaves
  }

  private func isZero(_ cell: Cell) -> Bool { cell.number.value?.isZero ?? false }

  /// Whether a zero cannot be a small amount that was rounded: all amounts are in yuan, or it has
  /// no decimals where they have.
  private func isNothing(
    _ zero: Cell, _ table: BoundTable, _ amounts: [NarrativeAmount]
  ) -> Bool {
    guard table.unit != .yuan else { return true }
    return zero.number.value?.decimals == 0 && amounts.contains { $0.number.decimals > 0 }
  }

  private func report(_ mixture: Mixture, into findings: inout FindingSink) {
    guard let first = mixture.odd.first else { return }
    let others = mixture.odd.dropFirst().map { FindingSink.Evidence("同样的", $0) }
    let message =
      mixture.lacksZeros
      ? "“\(mixture.column)”列没有数的，同级有 \(mixture.usual) 处印 0，这里空着"
      : "“\(mixture.column)”列没有数的，同级有 \(mixture.usual) 处空着，这里印 0"
    findings.report(first, nil, message, evidence: Array(others), suggestion: "同一列统一印 0 或空着")
  }
}
