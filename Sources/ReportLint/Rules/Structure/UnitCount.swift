internal import FiscalModel
internal import FiscalNarrative
internal import FiscalText

/// ST31: how many units there are, against their kinds and their list.
struct UnitCount: SurfaceRule {
  static let metadata = RuleMetadata(
    id: "ST31", category: "N10", severity: .error, title: "单位清单与家数不符",
    summary: "单位家数等于各类单位之和，也等于所列名单。",
    rationale: "家数与名单不符，编制范围就说不清。",
    source: "算术",
    examples: [
      RuleExample(
        "有误：各类之和",
        """
        # 第一部分 部门概况
        ## 二、机构设置
        纳入决算编制范围的单位⟦共7家⟧，其中行政单位1家、事业单位5家。
        """),
      RuleExample(
        "有误：名单",
        """
        # 第一部分 部门概况
        ## 二、机构设置
        纳入决算编制范围的单位⟦共4家⟧，具体如下：

        | 序号 | 单位名称 |
        | --- | --- |
        | 1 | 云汀市民政局（本级） |
        | 2 | 云汀市社会福利院 |
        | 3 | 云汀市救助管理站 |
        """),
      RuleExample(
        "有误：逐行列出",
        """
        # 第一部分 部门概况
        ## 二、机构设置
        纳入决算编制范围的单位⟦共3个⟧，具体是：

        1.云汀市民政局本级

        2.云汀市社会福利院
        """),
      RuleExample(
        "有误：随后列出",
        "# 第一部分 部门概况\n## 二、机构设置\n本部门有下属单位⟦3个⟧，分别是云汀市社会福利院、云汀市救助管理站。"),
      RuleExample(
        "无误",
        """
        # 第一部分 部门概况
        ## 二、机构设置
        纳入决算编制范围的单位共3家，其中行政单位1家、事业单位2家，具体如下：

        | 序号 | 单位名称 |
        | --- | --- |
        | 1 | 云汀市民政局（本级） |
        | 2 | 云汀市社会福利院 |
        | 3 | 云汀市救助管理站 |
        """),
      RuleExample(
        "句子引出的名单",
        """
        # 第一部分 部门概况
        ## 二、机构设置
        云汀市民政局2024年度部门决算包括局本级决算和⟦3个⟧所属事业单位决算：

        1.云汀市养老服务中心

        2.云汀市救助管理站
        """),
      RuleExample(
        "无误：事业单位再分类，另有别的单位",
        """
        # 第一部分 部门概况
        ## 二、机构设置
        纳入决算编制范围的单位共4家，其中行政单位1家，事业单位3家（含参公事业单位1家、公益一类事业单位2家）。

        纳入预算编制范围的单位共5个，包括局机关1个、参公单位1个、公益一类事业单位3个。
        """),
    ])

  func check(_ context: ReportSurface, into findings: inout FindingSink) {
    for (index, passage) in context.prose
    where passage.kind == .paragraph && passage.role?.hasPrefix("narrative") != true {
      check(index, context, into: &findings)
    }
  }

  /// Whether a passage of the overview speaks of the units.
  static func isTold(in context: ReportSurface, _ passage: Int) -> Bool {
    context.passages[passage].role?.hasPrefix("narrative") != true
      && subjects.isFound(in: context.text, context.text.range(of: passage))
  }

  private func check(_ index: Int, _ context: ReportSurface, into findings: inout FindingSink) {
    let text = context.text
    let range = text.range(of: index)
    guard Self.subjects.isFound(in: text, range) else { return }
    var whole: UnitNumber?
    var parts: [UnitNumber] = []
    var others: [UnitNumber] = []
    for number in UnitNumber.all(in: text, range, kinds: context.grammar.unitKinds) {
      switch number.kind {
      case .whole where whole == nil && parts.isEmpty: whole = number
      case .part: parts.append(number)
      case .other: others.append(number)
      case .whole: break
      }
    }
    guard let whole else { return }
    let first = parts.first
    parts.removeAll { isInner(text, whole, $0, behind: first) }
    let sum = parts.reduce(0) { $0 + $1.value }
    // What else the sentence counts may be units of another kind.
    let hasOthers = others.contains {
      isIn(text, whole, $0) && !isInner(text, whole, $0, behind: first)
    }
    if parts.count >= 2, parts.allSatisfy({ isIn(text, whole, $0) }),
      hasOthers ? sum > whole.value : sum != whole.value
    {
      findings.report(
        whole.range, in: context, "共\(whole.value)家，但各类单位相加是\(sum)家",
        actual: "\(whole.value)家", expected: "\(sum)家",
        evidence: parts.map { .init("其中", $0.range, in: context) },
        suggestion: "核对家数与各类单位数")
      return
    }
    let named = named(context, behind: whole, range)
    guard let list = named ?? listed(context, after: index) ?? numbered(context, after: index),
      list != whole.value,
      list != whole.value + 1 || !listsItself(context, index, list)
    else { return }
    findings.report(
      whole.range, in: context, "共\(whole.value)家，但下面列出\(list)家", actual: "\(whole.value)家",
      expected: "\(list)家", suggestion: "核对家数与名单")
  }

  private static let subjects = PhraseSet([
    "编制范围", "预算单位", "决算单位", "单位构成", "纳入", "下属单位", "所属单位", "二级单位", "直属单位", "所属事业单位", "下属事业单位",
    "直属事业单位",
  ])
  private static let leads = [
    "分别是", "分别为", "具体是", "具体为", "具体包括", "包括", "即", "为",
  ].map(\.scalarValues)

  /// The units that the sentence names behind their number, if it names them all.
  private func named(_ context: ReportSurface, behind whole: UnitNumber, _ range: Range<Int>)
    -> Int?
  {
    let text = context.text
    var index = whole.range.upperBound
    while index < range.upperBound, Self.marks.contains(text.scalars[index]) { index += 1 }
    guard let lead = Self.leads.first(where: { text.has($0, at: index) }) else { return nil }
    index += lead.count
    while index < range.upperBound, Self.marks.contains(text.scalars[index]) { index += 1 }
    guard let list = NameList(text, from: index, to: range.upperBound), !list.isOpen,
      list.names.allSatisfy({ isUnit($0, context) })
    else { return nil }
    return list.counts.contains(whole.value) ? whole.value : list.counts.lowerBound
  }

  /// 下属单位2个，纳入编制范围的是：本级、甲、乙: whether the body itself is among those that are listed, as it
  /// may be beside the ones counted.
  private func listsItself(_ context: ReportSurface, _ passage: Int, _ count: Int) -> Bool {
    let words = ["本级", "机关"]
    let own = PhraseSet(words + [context.report.entity].compactMap(\.self))
    let last = min(passage + count, context.passages.count - 1)
    return PhraseSet(words).isFound(in: context.text, context.text.range(of: passage))
      || (passage...last).dropFirst().contains {
        own.isFound(in: context.text, context.text.range(of: $0))
      }
  }

  private static let marks = "，,：:".scalarValues

  private func isUnit(_ name: Range<Int>, _ context: ReportSurface) -> Bool {
    let text = context.text
    var name = name
    for tail in Self.tails where name.count > tail.count {
      let start = name.upperBound - tail.count
      if text.has(tail, at: start) { name = name.lowerBound..<start }
    }
    guard (4...Self.longestName).contains(name.count) else { return false }
    let bytes = NormalText.bytes(of: [UInt8](text.string(name).utf8))
    return context.vocabulary.isBody(bytes, before: bytes.count)
  }

  private static let tails = ["（本级）", "(本级)", "（机关）", "(机关)", "本级", "机关"].map(\.scalarValues)
  private static let longestName = 30

  /// The units that the numbered lines below a paragraph name, each on a line of its own.
  private func numbered(_ context: ReportSurface, after passage: Int) -> Int? {
    var count = 0
    var style: HeadingNumber.Style?
    for index in context.passages.indices.dropFirst(passage + 1) {
      let next = context.passages[index]
      guard next.kind == .paragraph || next.kind == .heading, let number = next.number,
        style == nil || number.style == style, number.value == count + 1
      else { break }
      let range = context.text.range(of: index)
      let marks = range.reversed().prefix { Self.ends.contains(context.text.scalars[$0]) }.count
      let digits = context.text.string(range).unicodeScalars.prefix { !Self.isNameStart($0.value) }
      let start = range.lowerBound + digits.count
      guard start < range.upperBound - marks, isUnit(start..<(range.upperBound - marks), context)
      else { return nil }
      style = number.style
      count += 1
    }
    return count > 1 ? count : nil
  }

  private static let ends = "。；;，,".scalarValues

  private static func isNameStart(_ scalar: UInt32) -> Bool {
    isIdeograph(scalar) && !"一二三四五六七八九十".scalarValues.contains(scalar)
  }

  /// 事业单位3家（其中参公事业单位1家）, 事业单位3家，其中公益一类2家: whether a number is a part of a part.
  private func isInner(
    _ text: DocumentText, _ whole: UnitNumber, _ part: UnitNumber, behind first: UnitNumber?
  ) -> Bool {
    guard part.range.lowerBound >= whole.range.upperBound else { return false }
    let between = whole.range.upperBound..<part.range.lowerBound
    let depth = text.scalars[between].reduce(0) { depth, scalar in
      depth + (Self.opening.contains(scalar) ? 1 : Self.closing.contains(scalar) ? -1 : 0)
    }
    guard depth <= 0, let first, first.range.upperBound <= part.range.lowerBound else {
      return depth > 0
    }
    return Self.inner.isFound(in: text, first.range.upperBound..<part.range.lowerBound)
  }

  private static let opening = "（(".scalarValues
  private static let closing = "）)".scalarValues
  private static let inner = PhraseSet(["其中", "包括", "含"])

  /// Whether a part stands in the whole's sentence.
  private func isIn(_ text: DocumentText, _ whole: UnitNumber, _ part: UnitNumber) -> Bool {
    part.range.lowerBound > whole.range.lowerBound
      && !text.scalars[whole.range.upperBound..<part.range.lowerBound].contains(0x3002)
  }

  /// The units of the table that follows a paragraph, or nil if none follows at once.
  private func listed(_ context: ReportSurface, after passage: Int) -> Int? {
    let passages = context.passages
    var next = passage + 1
    // 详细情况见表：
    if next < passages.count, passages[next].kind == .paragraph,
      passages[next].text.utf8.count <= 60, passages[next].text.string.contains("表")
    {
      next += 1
    }
    guard next < passages.count, let index = passages[next].table else { return nil }
    return UnitList(context.printedTables[index])?.names.count
  }
}

/// A number of units in a text: 共6家, 事业单位5家.
struct UnitNumber {
  enum Kind {
    case whole
    case part
    case other
  }

  var kind: Kind
  var value: Int
  /// From the word before the number to 家 or 个.
  var range: Range<Int>

  private static let wholes = ["共计", "共有", "总计", "合计", "共"].map(\.scalarValues)

  /// - Parameter kinds: the kinds of units, the longest name first.
  static func all(
    in text: DocumentText, _ range: Range<Int>, kinds: [[UInt32]]
  ) -> [UnitNumber] {
    var found: [UnitNumber] = []
    for index in range where text.scalars[index] == 0x5BB6 || text.scalars[index] == 0x4E2A {
      var start = index
      var value = 0
      var power = 1
      while start > range.lowerBound, isDigit(text.scalars[start - 1]), power <= 1000 {
        let scalar = text.scalars[start - 1]
        value += Int(scalar >= 0xFF10 ? scalar - 0xFF10 : scalar - 0x30) * power
        power *= 10
        start -= 1
      }
      guard start < index, !isDigit(text.scalar(start - 1)) else { continue }
      var (kind, word) = kind(text, before: start, from: range.lowerBound, kinds)
      // 个 counts many things; only beside the name of a kind or 单位 does it count units.
      if text.scalars[index] != 0x5BB6, kind != .part {
        let isOfUnits =
          isNamed(text, before: word, from: range.lowerBound)
          || introduces(text, index + 1..<range.upperBound, kinds)
        kind = isOfUnits ? .whole : .other
      }
      found.append(UnitNumber(kind: kind, value: value, range: word..<(index + 1)))
    }
    return found
  }

  /// 单位共3个, 下属单位2个.
  private static func isNamed(_ text: DocumentText, before index: Int, from start: Int) -> Bool {
    index - unit.count >= start && text.has(unit, at: index - unit.count)
  }
  private static let unit = "单位".scalarValues

  /// 包括本级决算和2个所属事业单位决算：: whether the units that are counted are those that a list behind the
  /// passage tells.
  private static func introduces(
    _ text: DocumentText, _ rest: Range<Int>, _ kinds: [[UInt32]]
  ) -> Bool {
    guard rest.count <= longestIntroduction, let last = rest.last,
      colons.contains(text.scalars[last])
    else { return false }
    let kind = owned.first { text.has($0, at: rest.lowerBound) }.map(\.count) ?? 0
    let start = rest.lowerBound + kind
    return kind > 0
      && ([unit] + kinds).contains { text.has($0, at: start) }
  }

  private static let longestIntroduction = 14
  private static let colons = "：:".scalarValues
  private static let owned = ["所属", "下属", "直属", "二级"].map(\.scalarValues)

  private static func kind(
    _ text: DocumentText, before index: Int, from start: Int, _ kinds: [[UInt32]]
  ) -> (Kind, Int) {
    var end = index
    // 共6家 may stand behind the kind as well: 事业单位共5家.
    var isWhole = false
    for word in wholes where end - word.count >= start && text.has(word, at: end - word.count) {
      end -= word.count
      isWhole = true
      break
    }
    for word in kinds where end - word.count >= start && text.has(word, at: end - word.count) {
      return (.part, end - word.count)
    }
    return (isWhole ? .whole : .other, end)
  }
}
