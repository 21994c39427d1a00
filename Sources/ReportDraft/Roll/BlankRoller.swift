internal import FiscalModel
internal import FiscalNarrative
internal import FiscalText

/// Fills the blanks that last year's text was left with where the tables of both years tell what
/// belongs there.
struct BlankRoller {
  let context: PassageContext
  let draft: PassageDraft

  /// What a blank asks for, by the end of what it says.
  private enum Wanted: CaseIterable {
    case reasonedChange
    case change
    case completion
    case budget

    /// The ends of blanks that ask for it, as `rolling.txt` says them.
    func ends(_ words: RollWords) -> [String] {
      switch self {
      case .reasonedChange: words.reasonedChange
      case .change: words.change
      case .completion: words.completion
      case .budget: words.originalBudget
      }
    }
  }

  private struct Meant {
    var subject: Subject
    var section: String?
    /// As the blank calls it.
    var name: String
  }

  private static let and = "和"
  private static let of = "的"
  private static let with = "与"
  private static let each = "各"

  func roll() {
    for blank in Blank.all(in: context.bytes) where !draft.edits.meets(blank.range) {
      guard let (text, source) = try? filled(blank) else { continue }
      draft.edits.add(blank.range, text)
      draft.note(.computed, blank.range, text, source)
    }
  }

  /// What a blank asks for, and the end that says so: the longest one.
  private func wanted(_ blank: Blank) -> (Wanted, end: String)? {
    var best: (Wanted, end: String)?
    for wanted in Wanted.allCases {
      for end in wanted.ends(context.numbers.words) where blank.hint.hasSuffix(end) {
        if end.count > best?.end.count ?? 0 { best = (wanted, end) }
      }
    }
    return best
  }

  private func filled(
    _ blank: Blank
  ) throws(RollNumbers.Failure) -> (text: String, source: String) {
    guard let (wanted, end) = wanted(blank) else { return try level(blank) }
    var name = String(blank.hint.dropLast(end.count))
    switch wanted {
    case .reasonedChange:
      // 收入总计与2023
      guard let year = Int(name.suffix(4)), name.dropLast(4).hasSuffix(Self.with) else {
        throw RollNumbers.Failure(reason: "没有读懂这个空白")
      }
      name.removeLast(5)
      return try reasonedChange(try meant(name, before: blank), year: year)
    case .change:
      let result = try change(try meant(plain(name), before: blank))
      return (words(result, isEach: false), result.source)
    case .completion:
      let meant = try only(meant(plain(name), before: blank))
      let result = try context.numbers.completion(of: meant.subject, in: meant.section)
      guard let whole = result.whole, whole != 0,
        let text = context.style.percentage(result.grains, of: whole, like: nil)
      else { throw RollNumbers.Failure(reason: "没有年初预算") }
      return (text + "%", result.source)
    case .budget:
      let meant = try only(meant(plain(name), before: blank))
      return try amount(context.numbers.budget(of: meant.subject, in: meant.section))
    }
  }

  /// 收入总计 of 收入总计的.
  private func plain(_ name: String) -> String {
    name.hasSuffix(Self.of) ? String(name.dropLast()) : name
  }

  // MARK: What is asked for

  /// The subjects that a blank names; without a name, the one that was last named before it.
  private func meant(
    _ name: String, before blank: Blank
  ) throws(RollNumbers.Failure) -> [Meant] {
    guard !name.isEmpty else {
      let mention = context.mentions.last { $0.range.upperBound <= blank.range.lowerBound }
      guard let mention, context.newName == nil || !context.isConcept(mention.subject) else {
        throw RollNumbers.Failure(reason: "没有说明属于哪一项")
      }
      return [Meant(subject: mention.subject, section: mention.section, name: "")]
    }
    if let meant = meant(name) { return [meant] }
    let parts = name.split(separator: Character(Self.and), omittingEmptySubsequences: false).map(
      String.init
    )
    .compactMap { meant($0) }
    guard parts.count == 2, name == parts.map(\.name).joined(separator: Self.and) else {
      throw RollNumbers.Failure(reason: "没有读懂属于哪一项")
    }
    return parts
  }

  private func meant(_ name: String) -> Meant? {
    let mention = context.mentions.first {
      SubjectNames.text($0.subject) == name || context.quote($0.range) == name
    }
    if let mention {
      return Meant(subject: mention.subject, section: mention.section, name: name)
    }
    guard context.numbers.reading.vocabulary.concept(name) != nil else { return nil }
    return Meant(subject: .concept(name), section: context.passage.role, name: name)
  }

  private func only(_ meant: [Meant]) throws(RollNumbers.Failure) -> Meant {
    guard meant.count == 1 else { throw RollNumbers.Failure(reason: "不止一项") }
    return meant[0]
  }

  // MARK: Texts

  private func level(_ blank: Blank) throws(RollNumbers.Failure) -> (text: String, source: String) {
    guard let meant = meant(blank.hint) else {
      throw RollNumbers.Failure(reason: "没有读懂属于哪一项")
    }
    return try amount(context.numbers.level(of: meant.subject, in: meant.section))
  }

  private func amount(
    _ result: RollNumbers.Result
  ) throws(RollNumbers.Failure) -> (text: String, source: String) {
    let usual = context.style.usual
    guard let digits = context.style.digits(result.grains, like: usual) else {
      throw RollNumbers.Failure(reason: "数太大了")
    }
    return (digits + usual.unit.rawValue, result.source)
  }

  /// The change of one subject, or of two that changed alike.
  private func change(_ meant: [Meant]) throws(RollNumbers.Failure) -> RollNumbers.Result {
    var result: RollNumbers.Result?
    for one in meant {
      let next = try context.numbers.change(of: one.subject, in: one.section)
      guard result == nil || result?.grains == next.grains && result?.whole == next.whole else {
        throw RollNumbers.Failure(reason: "两项的增减不同")
      }
      result = next
    }
    guard let result else { throw RollNumbers.Failure(reason: "没有说明属于哪一项") }
    return result
  }

  private func words(_ result: RollNumbers.Result, isEach: Bool) -> String {
    guard result.grains != 0 else { return DirectionWords.unchanged }
    return (isEach ? Self.each : "") + context.change(result, like: nil)
  }

  /// 与2024年度相比，收入总计和支出总计各增加…，增长…%，主要原因是….
  private func reasonedChange(
    _ meant: [Meant], year: Int
  ) throws(RollNumbers.Failure) -> (text: String, source: String) {
    guard let own = context.numbers.reading.report.year, year == own - 1 else {
      throw RollNumbers.Failure(reason: "不是与上年相比")
    }
    let result = try change(meant)
    let name = meant.map(\.name).joined(separator: Self.and)
    let isSame = result.grains == 0 && name.isEmpty
    var text = "与\(year + context.numbers.distance)年度相比" + (isSame ? "" : "，") + name
    text += words(result, isEach: meant.count > 1)
    if result.grains != 0 {
      let of = name.isEmpty ? context.name(meant[0].subject) : name
      text += "，主要原因是【请填写：\(of)变动的原因】"
    }
    return (text, result.source)
  }
}
