internal import FiscalModel
internal import FiscalNarrative
internal import FiscalText

/// TX26: personal data that must not be published.
struct PersonalData: SurfaceRule {
  static let metadata = RuleMetadata(
    id: "TX26", category: "S6", severity: .warning, title: "敏感个人信息",
    summary: "没有身份证号、手机号、银行账号。",
    rationale: "公开个人信息会伤害本人，也违反法律。",
    source: "《个人信息保护法》第二十八条；《政府信息公开条例》第十五条",
    examples: [
      RuleExample(
        "有误",
        "# 第一部分 部门概况\n## 一、主要职责\n经办人王某，身份证号⟦11010519491231002X⟧，手机⟦13800138000⟧。"),
      RuleExample(
        "无误",
        """
        # 第一部分 部门概况
        ## 一、主要职责
        文号123456789012345678，项目编码21011200000000012345，支出13800138000元。
        # 第四部分 决算公开联系方式及信息反馈渠道
        联系电话：13800138000
        """),
    ])

  private static let phones = PhraseSet(["手机", "电话", "联系方式", "联系人", "传真"])
  private static let accounts = PhraseSet(["账号", "帐号", "卡号", "银行账户", "开户"])

  func check(_ context: ReportSurface, into findings: inout FindingSink) {
    let scalars = context.text.scalars
    // A run of so many digits covers one place of every so many.
    var index = Self.fewestDigits - 1
    while index < scalars.count {
      let digits = Self.digits(scalars, around: index)
      if digits.count >= Self.fewestDigits, let (range, message) = data(context, digits) {
        findings.report(range, in: context, message, suggestion: "删去或隐去部分数字")
      }
      index = digits.upperBound + Self.fewestDigits
    }
  }

  /// The shortest personal number is that of a mobile telephone.
  private static let fewestDigits = 11

  /// The run of digits that covers an index; empty where none stands.
  private static func digits(_ scalars: [UInt32], around index: Int) -> Range<Int> {
    var (start, end) = (index, index)
    while end < scalars.count, (0x30...0x39).contains(scalars[end]) { end += 1 }
    guard end > index else { return index..<index }
    while start > 0, (0x30...0x39).contains(scalars[start - 1]) { start -= 1 }
    return start..<end
  }

  private func data(_ context: ReportSurface, _ digits: Range<Int>) -> (Range<Int>, String)? {
    let text = context.text
    guard !isLatinLetter(text.scalar(digits.lowerBound - 1)) else { return nil }
    let next = text.scalar(digits.upperBound)
    let passage = text.passage(at: digits.lowerBound)
    guard context.passages[passage].role != "contact" else { return nil }
    let before = max(text.range(of: passage).lowerBound, digits.lowerBound - 12)..<digits.lowerBound
    switch digits.count {
    case 17 where next == 0x58 || next == 0x78:
      let whole = digits.lowerBound..<(digits.upperBound + 1)
      return isIdentity(text, whole) ? (whole, "可能是身份证号") : nil
    case 18:
      return isIdentity(text, digits) ? (digits, "可能是身份证号") : nil
    case 11:
      guard text.scalars[digits.lowerBound] == 0x31,
        (0x33...0x39).contains(text.scalars[digits.lowerBound + 1]),
        Self.phones.isFound(in: text, before)
      else { return nil }
      return (digits, "可能是手机号")
    case 16...19:
      return Self.accounts.isFound(in: text, before) ? (digits, "可能是银行账号") : nil
    default: return nil
    }
  }

  /// An identity number has a date of birth in it and ends with its check digit (GB 11643-1999).
  private func isIdentity(_ text: DocumentText, _ range: Range<Int>) -> Bool {
    let digits = text.scalars[range].map { Int($0) - 0x30 }
    let year = digits[6..<10].reduce(0) { $0 * 10 + $1 }
    let month = digits[10] * 10 + digits[11]
    let day = digits[12] * 10 + digits[13]
    guard (1900...2099).contains(year), (1...12).contains(month), (1...31).contains(day) else {
      return false
    }
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    let sum = zip(weights, digits).reduce(0) { $0 + $1.0 * $1.1 }
    let last = text.scalars[range.upperBound - 1]
    let check = last == 0x58 || last == 0x78 ? 10 : Int(last) - 0x30
    return (12 - sum % 11) % 11 == check
  }
}
