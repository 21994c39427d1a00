internal import FiscalModel
internal import FiscalText

/// The values of an indicator, which stand on one line where its cells are wide enough:
/// `≥ 20000 份 28395 15 15`, `定性 良好 好 20 20`.
struct IndicatorRecord {
  private(set) var relation = TracedText()
  private(set) var target = TracedText()
  private(set) var unit = TracedText()
  private(set) var actual = TracedText()
  private(set) var weight = TracedText()
  private(set) var score = TracedText()
  private(set) var reason = TracedText()
  /// Whether a value might belong to another column.
  var isUncertain = false

  private static let relations = [
    "=", "＝", "≥", "≤", ">", "<", "＞", "＜", "≧", "≦", "定性", "定量",
  ].map { [UInt8]($0.utf8) }
  private static let qualitative = [UInt8]("定性".utf8)

  /// Whether a word opens the values of an indicator.
  static func isRelation(_ word: TracedText) -> Bool {
    word.utf8.count <= 6 && relations.contains(word.utf8)
  }

  /// Whether words are the values of an indicator in words whose relation was left blank:
  /// `优良 优良 20 20`.
  static func isWithoutRelation(_ words: [TracedText]) -> Bool {
    words.count == 4 && words.prefix(2).allSatisfy { CellNumber($0.utf8) == .text }
      && words.suffix(2).allSatisfy { isNumber($0) }
  }

  /// Reads the words from the relation on; nil if they are not complete.
  init?(_ words: [TracedText]) {
    var rest = words
    if let first = rest.first, Self.isRelation(first) {
      relation = first
      rest.removeFirst()
    }
    // Words behind weight and score say why the target was missed.
    var reasons: [TracedText] = []
    while let last = rest.last, !Self.isNumber(last), rest.count > 2 {
      reasons.append(rest.removeLast())
    }
    guard rest.count >= 3, Self.isNumber(rest[rest.count - 2]), Self.isNumber(rest[rest.count - 1])
    else { return nil }
    for word in reasons.reversed() { reason.append(word) }
    score = rest.removeLast()
    weight = rest.removeLast()
    let isInWords = relation.isEmpty || relation.utf8 == Self.qualitative
    if isInWords { readWords(rest) } else { readNumbers(rest) }
  }

  /// The values of an indicator without a relation, in the order of their columns.
  init(
    _ values: some Sequence<TracedText>, roles: [IndicatorHead.Role], weight: TracedText,
    score: TracedText
  ) {
    for (role, value) in zip(roles, values) {
      switch role {
      case .target: target = value
      case .unit: unit = value
      default: actual = value
      }
    }
    self.weight = weight
    self.score = score
  }

  /// 定性: what was aimed at and what was reached, in words; no unit.
  private mutating func readWords(_ words: [TracedText]) {
    target = words[0]
    for word in words.dropFirst() { actual.append(word) }
    isUncertain = words.count != 2
  }

  private mutating func readNumbers(_ words: [TracedText]) {
    target = words[0]
    var rest = words.dropFirst()
    if rest.count >= 2, let next = rest.first {
      unit = next
      rest = rest.dropFirst()
    } else if let next = rest.first, CellNumber(target.utf8).value != nil,
      CellNumber(next.utf8).value == nil
    {
      // Words alone behind a number are its unit, or what was reached.
      isUncertain = true
    }
    for word in rest { actual.append(word) }
    if actual.isEmpty { isUncertain = true }
  }

  /// Adds words from the column of reasons.
  mutating func appendReason(_ text: TracedText) { reason.append(text) }

  /// Adds digits that did not fit on the score's line.
  mutating func extendScore(_ digits: TracedText) {
    score.append(digits)
    isUncertain = true
  }

  static func isNumber(_ word: TracedText) -> Bool {
    guard case .number(let token) = CellNumber(word.utf8) else { return false }
    return token.suffix == .none && token.form == .decimal
  }

  func text(_ role: IndicatorHead.Role) -> TracedText {
    switch role {
    case .relation: relation
    case .target: target
    case .unit: unit
    case .actual: actual
    case .weight: weight
    case .score: score
    case .reason: reason
    case .activity, .task, .first, .second, .third: TracedText()
    }
  }
}
