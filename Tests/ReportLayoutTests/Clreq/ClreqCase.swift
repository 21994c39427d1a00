import Testing

@testable import ReportLayout

/// A rule of CLREQ (Requirements for Chinese Text Layout, W3C) or of the house, and the smallest
/// paragraph that shows it: every case looks different when its rule is left out.
struct ClreqCase: CustomTestStringConvertible, Sendable {
  var rule: String
  var text: String
  var columns: Int
  var lines: [String]
  var isItem = false
  var space = 0.5
  /// The style that the rule needs.
  var style: @Sendable (inout PageStyle) -> Void = { _ in }
  /// The style without the rule, where styles can do without it.
  var without: (@Sendable (inout PageStyle) -> Void)?

  var testDescription: String { rule }

  static let all = breaks + widths + shrinking + stretching + paragraphs + others
}

// MARK: - Where lines end (CLREQ 3.1.3)

extension ClreqCase {
  private static let breaks = [
    ClreqCase(
      rule: "no comma, stop or closing mark starts a line", text: "本年收入合计，本年支出", columns: 6,
      lines: ["0 本[1.25]年[1.25]收[1.25]入[1.25]合", "0 计，本年支出"],
      without: { $0.breakLevel = .none }),
    ClreqCase(
      rule: "no opening mark ends a line", text: "本年支出五（含本级）共计", columns: 6,
      lines: ["0 本[1.25]年[1.25]支[1.25]出[1.25]五", "0 （[0.5←0.5]含本级）[0.5]共计"],
      without: { $0.breakLevel = .none }),
    ClreqCase(
      rule: "no solidus ends a line, at the national level", text: "会议费培训／考察费用支出", columns: 6,
      lines: ["0 会议费培", "0 训／考察费用", "0 支出"],
      style: { $0.breakLevel = .national }, without: { $0.breakLevel = .basic }),
    ClreqCase(
      rule: "no dash starts a line, at the strict level", text: "档案库房改造——二期工程完工", columns: 6,
      lines: ["0 档[1.25]案[1.25]库[1.25]房[1.25]改", "0 造——二期工", "0 程完工"],
      style: { $0.breakLevel = .strict }, without: { $0.breakLevel = .basic }),
    ClreqCase(
      rule: "a dash is not parted", text: "档案库房已改——二期工程", columns: 7,
      lines: ["0 档[1.2]案[1.2]库[1.2]房[1.2]已[1.2]改", "0 ——二期工程"]),
    ClreqCase(
      rule: "an ellipsis is not parted", text: "档案库房已改……二期工程", columns: 7,
      lines: ["0 档[1.2]案[1.2]库[1.2]房[1.2]已[1.2]改", "0 ……二期工程"]),
    ClreqCase(
      rule: "a number stays whole", text: "本年支出共1,203.58其中基本", columns: 7,
      lines: ["0 本[1.5]年[1.5]支[1.5]出[1.5]共", "0 1,203.58[1.25]其[1.25]中", "0 基本"]),
    ClreqCase(
      rule: "a number stays with its unit", text: "本年收支合计1234.56万元", columns: 10,
      lines: ["0 本年收支合计", "0 1234.56[0.75]万元"]),
    ClreqCase(
      rule: "a number stays with its percent sign", text: "支出占全年预算89.33%以上", columns: 10,
      lines: ["0 支[1.5]出[1.5]占[1.5]全[1.5]年[1.5]预[1.5]算", "0 89.33%[0.75]以上"]),
    ClreqCase(
      rule: "a number stays with the sign before it", text: "资产合计约为¥1203.5其余为¥5", columns: 8,
      lines: [
        "0 资[1.4]产[1.4]合[1.4]计[1.4]约[1.4]为", "0 ¥1203.5[1.17]其[1.17]余[1.17]为", "0 ¥5",
      ]),
    ClreqCase(
      rule: "a level of the classification stays with its name", text: "住房改革支出住房公积金（项）支出决算",
      columns: 12,
      lines: [
        "0 住[1.22]房[1.22]改[1.22]革[1.22]支[1.22]出[1.22]住[1.22]房[1.22]公[1.22]积", "0 金（项）支出决算",
      ]),
    ClreqCase(
      rule: "a Latin word stays whole", text: "系统采用gongkai软件", columns: 6,
      lines: ["0 系统采用", "0 gongkai[0.75]软件"]),
  ]
}

// MARK: - The widths of marks and spaces (CLREQ 3.1.6, 3.2)

extension ClreqCase {
  private static let widths = [
    ClreqCase(
      rule: "of two marks beside each other one is half as wide", text: "一）。二，“三“（四", columns: 20,
      lines: ["0 一）[0.5]。二，[0.5]“三“（[0.5←0.5]四"]),
    ClreqCase(
      rule: "a mark at the end of a line is half as wide", text: "收入合计。支出合计。", columns: 5,
      lines: ["0 收[1.13]入[1.13]合[1.13]计[1.13]。[0.5]", "0 支出合计。[0.5]"]),
    ClreqCase(
      rule: "a bracket at the start of a line is half as wide", text: "本年支出合计（含结转）", columns: 6,
      lines: ["0 本年支出合计", "0 （[0.5←0.5]含结转）[0.5]"]),
    ClreqCase(
      rule: "Han and Latin are a quarter apart, but not beside marks", text: "共12人A类，12（3）",
      columns: 20, lines: ["0 共[1.25]12[0.75]人[1.25]A[0.75]类，12（3）[0.5]"],
      without: { $0.latinSpace = 0 }),
    ClreqCase(
      rule: "at the ends of lines there is no space beside Latin", text: "编制人数共为12人其中行政",
      columns: 7,
      lines: ["0 编[1.2]制[1.2]人[1.2]数[1.2]共[1.2]为", "0 12[0.75]人其中行政"]),
  ]
}

// MARK: - Lines that are too long (CLREQ 3.2.4: what is shrunk, in this order)

extension ClreqCase {
  private static let shrinking = [
    ClreqCase(
      rule: "shrinking: word spaces first", text: "ab cde甲，乙丙丁戊庚辛壬癸", columns: 9,
      lines: ["0 ab [0.25]cde[0.75]甲，乙丙丁戊", "0 庚辛壬癸"]),
    ClreqCase(
      rule: "shrinking: then interpuncts, which stay in their middle", text: "甲·乙》丁戊己庚5辛壬癸子丑",
      columns: 9,
      lines: ["0 甲·[0.5←0.25]乙》丁戊己庚5辛", "0 壬癸子丑"], style: { $0.latinSpace = 0 }),
    ClreqCase(
      rule: "shrinking: then closing brackets", text: "甲》乙，丙丁戊5己庚辛壬癸", columns: 9,
      lines: ["0 甲》[0.5]乙，丙丁戊5己庚", "0 辛壬癸"], style: { $0.latinSpace = 0 }),
    ClreqCase(
      rule: "shrinking: and opening brackets, from their left", text: "甲《乙，丙丁戊5己庚辛壬癸", columns: 9,
      lines: ["0 甲《[0.5←0.5]乙，丙丁戊5己庚", "0 辛壬癸"], style: { $0.latinSpace = 0 }),
    ClreqCase(
      rule: "shrinking: then commas", text: "甲，乙。丙丁戊5己庚辛壬癸", columns: 9,
      lines: ["0 甲，[0.5]乙。丙丁戊5己庚", "0 辛壬癸"], style: { $0.latinSpace = 0 }),
    ClreqCase(
      rule: "shrinking: then the spaces between Han and Latin", text: "甲。乙。丙。丁55己庚辛壬癸子丑",
      columns: 9, lines: ["0 甲。[0.92]乙。[0.92]丙。[0.92]丁[1.13]55[0.63]己", "0 庚辛壬癸子丑"]),
    ClreqCase(
      rule: "shrinking: then stops", text: "甲。乙丙丁戊5己庚辛壬癸", columns: 9,
      lines: ["0 甲。[0.5]乙丙丁戊5己庚辛", "0 壬癸"],
      style: { $0.latinSpace = 0 }),
    ClreqCase(
      rule: "the number of an item keeps its width", text: "（一）甲，乙丙丁55己庚辛壬癸", columns: 9,
      lines: ["0 （[0.5←0.5]一）甲，[0.5]乙丙丁55己", "0 庚辛壬癸"],
      isItem: true, style: { $0.latinSpace = 0 }),
  ]
}

// MARK: - Lines that are too short (what is stretched, in this order)

extension ClreqCase {
  private static let stretching = [
    ClreqCase(
      rule: "stretching: word spaces first", text: "a b本年5收支合计1234.56万元", columns: 9,
      lines: ["0 a [0.5]b[0.83]本年[1.33]5[0.83]收支合计", "0 1234.56[0.75]万元"],
      space: 0.25),
    ClreqCase(
      rule: "stretching: then the spaces between Han and Latin", text: "a b c本年收支5共合计数额一千二百",
      columns: 9,
      lines: ["0 a [0.5]b [0.5]c[0.83]本年收支[1.33]5[0.83]共", "0 合计数额一千二百"], space: 0.25),
    ClreqCase(
      rule: "stretching: then all gaps alike", text: "本年收支合计1234.56万元", columns: 7,
      lines: ["0 本[1.2]年[1.2]收[1.2]支[1.2]合[1.2]计", "0 1234.56[0.75]万元"]),
    ClreqCase(
      rule: "stretching: but not inside a dash", text: "甲乙——丙丁1234.56万元", columns: 7,
      lines: ["0 甲[1.25]乙[1.25]——[1.25]丙[1.25]丁", "0 1234.56[0.75]万元"]),
    ClreqCase(
      rule: "stretching: and not inside a number", text: "甲乙12%丙丁1234.56万元", columns: 7,
      lines: ["0 甲[1.38]乙[1.38]12%[0.88]丙[1.38]丁", "0 1234.56万元"], style: { $0.latinSpace = 0 }),
    ClreqCase(
      rule: "stretching: and not beside connectors, interpuncts and solidi",
      text: "甲乙～丙·丁戊／己1234.56万元", columns: 10,
      lines: ["0 甲[1.5]乙～丙·丁[1.5]戊／己", "0 1234.56[0.75]万元"]),
    ClreqCase(
      rule: "the last line is not stretched", text: "本年收支合计1234.56万元共", columns: 7,
      lines: ["0 本[1.2]年[1.2]收[1.2]支[1.2]合[1.2]计", "0 1234.56[0.75]万元共"]),
  ]
}

// MARK: - Paragraphs

extension ClreqCase {
  private static let paragraphs = [
    ClreqCase(
      rule: "the first line is indented by two characters", text: "本年收入合计数为一百二十", columns: 8,
      lines: ["2 本年收入合计", "0 数为一百二十"],
      style: { $0.firstLineIndent = 2 }, without: { $0.firstLineIndent = 0 }),
    ClreqCase(
      rule: "numbers of items hang, where the style wants it", text: "（一）负责全市档案工作的组织实施和管理",
      columns: 10,
      lines: [
        "0 （[0.56←0.5]一[1.06]）[1.06]负[1.06]责[1.06]全[1.06]市[1.06]档[1.06]案[1.06]工",
        "2.5 作[1.08]的[1.08]组[1.08]织[1.08]实[1.08]施[1.08]和", "2.5 管理",
      ], isItem: true, style: { $0.hangsNumbers = true },
      without: { $0.hangsNumbers = false }),
    ClreqCase(
      rule: "no single character is left for the last line", text: "本年收入合计数额为一千二百零", columns: 13,
      lines: [
        "0 本[1.09]年[1.09]收[1.09]入[1.09]合[1.09]计[1.09]数[1.09]额[1.09]为[1.09]一[1.09]千[1.09]二",
        "0 百零",
      ]),
    ClreqCase(
      rule: "and no single character with its mark", text: "本年收入合计数额为一千二百。", columns: 12,
      lines: [
        "0 本[1.1]年[1.1]收[1.1]入[1.1]合[1.1]计[1.1]数[1.1]额[1.1]为[1.1]一[1.1]千", "0 二百。[0.5]",
      ]),
    ClreqCase(
      rule: "the whole paragraph decides where its lines end",
      text: "甲乙丙丁戊己庚辛壬癸甲乙丙丁戊己庚辛壬癸甲乙丙丁戊己庚辛壬癸甲乙丙丁戊己庚辛壬癸甲乙丙丁戊己1234567890万元巳",
      columns: 16,
      lines: [
        "0 甲[1.07]乙[1.07]丙[1.07]丁[1.07]戊[1.07]己[1.07]庚[1.07]辛[1.07]壬[1.07]癸[1.07]甲[1.07]乙[1.07]丙[1.07]丁[1.07]戊",
        "0 己[1.07]庚[1.07]辛[1.07]壬[1.07]癸[1.07]甲[1.07]乙[1.07]丙[1.07]丁[1.07]戊[1.07]己[1.07]庚[1.07]辛[1.07]壬[1.07]癸",
        "0 甲乙丙丁戊己庚辛壬癸甲乙丙丁戊己", "0 1234567890[0.75]万元巳",
      ]),
  ]
}

// MARK: - What other typesetters get wrong: issues of Typst

extension ClreqCase {
  private static let others = [
    ClreqCase(
      rule: "typst 276: the paragraph under a heading is indented too", text: "本年收入合计数为一百二十",
      columns: 8, lines: ["2 本年收入合计", "0 数为一百二十"], style: { $0.firstLineIndent = 2 },
      without: { $0.firstLineIndent = 0 }),
    ClreqCase(
      rule: "typst 2348: a bracket at the start of a paragraph stands at the indent",
      text: "（境）费支出合计五项", columns: 8,
      lines: ["2 （[0.6←0.5]境[1.1]）[1.1]费[1.1]支[1.1]出", "0 合计五项"],
      style: { $0.firstLineIndent = 2 }),
    ClreqCase(
      rule: "typst 3082: no mark behind digits in brackets starts a line",
      text: "本年收支（12）。合计数额", columns: 6, lines: ["0 本年收支", "0 （[0.5←0.5]12）[0.5]。合计数", "0 额"],
      without: { $0.breakLevel = .none }),
    ClreqCase(
      rule: "typst 6373: marks that are squeezed stay so on a line that is filled",
      text: "甲乙）。丙丁戊己庚辛1234.56万元", columns: 11,
      lines: [
        "0 甲[1.17]乙[1.17]）[0.67]。[1.17]丙[1.17]丁[1.17]戊[1.17]己[1.17]庚[1.17]辛", "0 1234.56[0.75]万元",
      ]),
    ClreqCase(
      rule: "typst 8557: on a line that is squeezed further, marks give way in order",
      text: "共计（甲、乙）。其中：甲项，乙项1234.56万元。", columns: 12,
      lines: [
        "0 共计（[0.5←0.5]甲、[0.75]乙）[0.5]。其中：[0.75]甲项，[0.5]", "0 乙项[1.25]1234.56[0.75]万元。[0.5]",
      ]),
    ClreqCase(
      rule: "typst 8390: marks in the middle of their square lose as much on either side",
      text: "甲·乙丙丁戊己庚5辛壬癸子丑", columns: 9,
      lines: ["0 甲·[0.5←0.25]乙丙丁戊己庚5辛", "0 壬癸子丑"], style: { $0.latinSpace = 0 }),
  ]
}
