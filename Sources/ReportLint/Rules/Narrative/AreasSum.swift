internal import FiscalModel
internal import FiscalNarrative
internal import FiscalText

/// NN53: the areas of a building's or a lot's parts do not make up the whole.
struct AreasSum: SurfaceRule {
  static let metadata = RuleMetadata(
    id: "NN53", category: "N3", severity: .error, title: "各部分面积之和与总面积不符",
    summary: "地上与地下、计容与不计容等两部分的面积，以及最后一项是“其他”的各项面积，相加等于总面积。",
    rationale: "项目介绍照抄旧稿，错一个数字，相加就对不上。",
    source: "算术：总面积＝各部分面积之和，按印出的位数判断，“约”数末尾的零不算",
    examples: [
      RuleExample(
        "部分里的数错了，总数是对的",
        """
        # 第三部分 项目经费情况说明
        项目规划建筑面积约为8650平方米，其中地上建筑面积为⟦6120平方米⟧（其中计容面积6000平方米，不计容面积210平方米），地下建筑面积为2440平方米，建筑高度为24米。
        """, layout: "budget"),
      RuleExample(
        "总数不符",
        """
        # 第二部分 部门决算情况说明
        ## 十、其他重要事项的情况说明
        ### （三）国有资产占有使用情况
        年末房屋面积⟦5,200.50平方米⟧，其中：办公用房3,000.00平方米，业务用房2,000.00平方米，其他用房100.50平方米。
        """),
      RuleExample(
        "相符，或者没有列全",
        """
        # 第二部分 部门决算情况说明
        ## 十、其他重要事项的情况说明
        ### （三）国有资产占有使用情况
        年末房屋面积5,100.50平方米，其中：办公用房3,000.00平方米，业务用房2,000.00平方米，其他用房100.50平方米。

        总建筑面积约8600平方米，其中地上6210平方米（含连廊110平方米），地下2440平方米。

        房屋面积5,000平方米，其中：办公用房3,000平方米，业务用房1,500平方米。

        占地面积20亩，其中地上建筑面积6,000平方米，地下建筑面积2,000平方米。
        """),
    ])

  private static let units = ["平方米", "㎡", "公顷", "亩"].map(\.scalarValues)
  private static let wholes = PhraseSet(["平方米", "㎡", "公顷", "亩"])

  func check(_ context: ReportSurface, into findings: inout FindingSink) {
    let places = Self.wholes.matches(in: context.text).map(\.range.lowerBound)
    for passage in Set(places.map(context.text.passage(at:))).sorted()
    where context.passages[passage].kind == .paragraph {
      let counted = CountedNumber.all(
        in: context.text, context.text.range(of: passage), units: Self.units)
      guard counted.count > 2 else { continue }
      let areas = counted.map { area($0, context.text) }
      let lists = areas.indices.compactMap { index in
        list(of: areas[index], CountedNumber.list(behind: index, in: counted).map { areas[$0] })
      }
      check(lists, context, into: &findings)
    }
  }

  private struct Area {
    var counted: CountedNumber
    /// Whether 其中 stands before it.
    var isPart: Bool
    /// Whether 约 stands before it.
    var isRound: Bool

    var number: PrintedNumber { counted.number }
    var range: Range<Int> { counted.range }

    /// What the printed number may stand for: a round one that ends in zeros is so far from exact.
    var interval: Interval {
      guard isRound, number.decimals == 0, number.grains != 0 else { return number.interval }
      var unit = Interval.one
      while number.grains % (unit * 10) == 0 { unit *= 10 }
      return Interval(lower: number.grains - unit / 2, upper: number.grains + unit / 2)
    }
  }

  /// An area and the parts that are told of it.
  private struct AreaList {
    var whole: Area
    var parts: [Area]

    var sum: Int128 { parts.reduce(0) { $0 + $1.number.grains } }
  }

  private func check(
    _ lists: [AreaList], _ context: ReportSurface, into findings: inout FindingSink
  ) {
    let wrong = lists.filter { isAll($0.parts, context.text) && !adds($0, replacing: nil) }
    for list in wrong {
      // A part that is wrong by its own parts, and right as these have it, is all that is wrong.
      let isRightOtherwise = wrong.contains { inner in
        list.parts.contains { $0.range == inner.whole.range } && adds(list, replacing: inner)
      }
      guard !isRightOtherwise else { continue }
      let decimals = list.parts.map(\.number.decimals).max() ?? 0
      guard let sum = PrintedNumber(grains: list.sum, decimals: decimals) else { continue }
      let arithmetic = list.parts.map { "\($0.number)" }.joined(separator: " ＋ ") + " ＝ \(sum)"
      findings.report(
        list.whole.range, in: context, "各部分面积相加 \(arithmetic)，这里写 \(list.whole.number)",
        confidence: .medium, actual: "\(list.whole.number)", expected: "\(sum)",
        evidence: list.parts.map { .init("其中", $0.range, in: context) },
        suggestion: "核对总面积与各部分面积")
    }
  }

  /// Whether the parts come to the whole, one of them taken as its own parts have it.
  private func adds(_ list: AreaList, replacing inner: AreaList?) -> Bool {
    let parts = list.parts.map { part in
      guard let inner, inner.whole.range == part.range else { return part.interval }
      return inner.parts.map(\.interval).reduce(.zero, +)
    }
    return Rounding.sum(parts, equals: list.whole.interval)
  }

  /// An area with the areas behind it, if 其中 or a bracket says that they are its parts.
  private func list(of whole: Area, _ parts: [Area]) -> AreaList? {
    guard parts.count > 1, let first = parts.first,
      first.counted.sentence == whole.counted.sentence,
      first.isPart || first.counted.depth > whole.counted.depth,
      parts.allSatisfy({ $0.counted.unit == whole.counted.unit })
    else { return nil }
    return AreaList(whole: whole, parts: parts)
  }

  /// Whether nothing was left out: two parts of which one is what the other is not, or all the rest
  /// at the end.
  private func isAll(_ parts: [Area], _ text: DocumentText) -> Bool {
    guard let last = parts.last else { return false }
    if Self.rest.isFound(in: text, last.counted.clause) { return true }
    return parts.count == 2
      && Self.pairs.contains { one, other in
        one.isFound(in: text, parts[0].counted.clause)
          && other.isFound(in: text, parts[1].counted.clause)
          || other.isFound(in: text, parts[0].counted.clause)
            && one.isFound(in: text, parts[1].counted.clause)
      }
  }

  private static let rest = PhraseSet(["其他", "其余"])
  private static let pairs = [
    ("地上", "地下"), ("计容", "不计容"), ("自有", "租用"), ("自有", "租赁"), ("自有", "借用"),
  ].map { (PhraseSet([$0]), PhraseSet([$1])) }

  // MARK: Reading

  private func area(_ counted: CountedNumber, _ text: DocumentText) -> Area {
    let start = counted.clause.lowerBound
    return Area(
      counted: counted,
      isPart: Self.leads.contains { lead in
        text.has(lead, at: start) || text.has(lead, at: start - 1 - lead.count)
      },
      isRound: Self.round.isFound(in: text, counted.clause))
  }

  private static let round = PhraseSet(["约", "近", "左右"])
  private static let leads = ["其中", "包括"].map(\.scalarValues)
}
