internal import FiscalModel
internal import FiscalNarrative
internal import FiscalStandards
internal import FiscalText

/// Lists of 类: they make up the whole, but for what was left out or is a balance.
extension CheckBuilder {
  /// Whether all parts are 类 as a whole.
  func areCategories(_ parts: [Int]) -> Bool {
    parts.count > 1
      && parts.allSatisfy { part in
        guard case .functional(let path) = facts.statements[part].meaning?.subject,
          case .level = facts.statements[part].meaning?.aspect
        else { return false }
        return !path.category.isEmpty && path.subcategory.isEmpty && path.item.isEmpty
          && (isMarkedCategory(part) || isCategory(path.category))
      }
  }

  /// Whether the clause says that it speaks of a 类.
  private func isMarkedCategory(_ index: Int) -> Bool {
    let statement = facts.statements[index]
    let text = facts.passages[statement.passage].text
    let start = min(statement.clause.lowerBound, statement.digits.lowerBound)
    let clause = NormalText.bytes(of: text.slice(start..<statement.digits.lowerBound).utf8)
    return clause.firstOffset(of: Self.categoryMark) != nil
  }

  private static let categoryMark = [UInt8]("（类）".utf8)

  /// Whether a name is that of a 类, where no mark says of which level it is.
  private func isCategory(_ name: String) -> Bool {
    vocabulary.officialItems?.isName(name, of: .category) ?? false
  }

  /// 主要用于以下方面：…（类）…: the 类 make up the whole, unless small ones were left out.
  mutating func buildCategories(whole: Int, parts: [Int]) {
    guard let total = interval(whole), quantity(whole).amount != nil,
      facts.statements[whole].meaning?.aspect == facts.statements[parts[0]].meaning?.aspect
    else { return }
    if addSum(.parts, whole: whole, parts: parts) { return }
    let isOver = sum(parts).lower > total.upper
    let balances = balances(of: facts.statements[whole].meaning?.subject)
    if !isOver, !balances.isEmpty {
      // Of what is left at the year's end there are no 类.
      let told = balances.compactMap { levels[.concept($0)]?.last { areOfOneSection($0, whole) } }
      if !told.isEmpty { _ = addSum(.parts, whole: whole, parts: parts + told) }
      return
    }
    guard isOver || !isCutOff(parts) && !namesMainOnly(whole, parts) else { return }
    let isCertain = isOver && parts.allSatisfy(isMarkedCategory)
    addBroken(.parts, whole: whole, parts: parts, suspects: isCertain ? nil : parts + [whole])
  }

  /// The parts of a total, or of those that it is the joint name of, that are no expenditure of the year: 支出总计 is
  /// 本年支出合计 and what is left.
  func balances(of whole: Subject?) -> [String] {
    guard case .concept(let id) = whole, let concept = vocabulary.concept(id) else { return [] }
    let totals = [concept] + concept.jointOf.compactMap { vocabulary.concept($0) }
    return totals.filter(\.isExhaustive).flatMap(\.parts).filter {
      vocabulary.concept($0)?.isBalance ?? false
    }
  }

  /// 教育支出（类）甲，占…；…, in a paragraph of its own: the 类 of the section make up what the section told last of
  /// its subject.
  mutating func buildCategoryPassages() {
    let tested = Set(checks.filter { $0.kind == .parts }.flatMap(\.operands))
    for passage in Set(facts.statements.map(\.passage)).sorted() {
      let told = facts.statements(of: passage)
      let parts = told.indices.filter { told[$0].quantity.amount != nil }
      guard parts.count > 2, !parts.contains(where: tested.contains), beginsAnew(passage),
        parts.allSatisfy({ hasShare($0) && told[$0].meaning?.year == nil }), areCategories(parts),
        let section = told[parts[0]].meaning?.section,
        let subject = vocabulary.section(section)?.subject,
        let whole = levels[.concept(subject)]?.last(where: { $0 < parts[0] }),
        facts.passages[facts.statements[whole].passage].role == facts.passages[passage].role,
        let total = interval(whole),
        haveSharesOfOther(parts) || !differsInCarried(sum(parts), total, whole)
      else { continue }
      buildCategories(whole: whole, parts: parts)
    }
  }

  /// Whether the passage before one is complete, so that no part of a list stands there.
  private func beginsAnew(_ passage: Int) -> Bool {
    guard passage > 0, facts.passages[passage - 1].kind == .paragraph else { return true }
    let text = facts.passages[passage - 1].text.utf8
    return text.isEmpty
      || Self.ends.contains { text.hasBytes($0, at: text.count - $0.count) }
  }

  private static let ends = ["。", "：", ":"].map { [UInt8]($0.utf8) }

  /// Whether the shares behind the parts show that these do not make up what they are shares of.
  private func haveSharesOfOther(_ parts: [Int]) -> Bool {
    let shares = parts.compactMap { quantity($0 + 1).interval }.reduce(.zero, +)
    return shares.upper < Interval.one * 99 / 100 || shares.lower > Interval.one * 101 / 100
  }

  /// Whether nothing behind a list says that it has ended, not even a stop: the rest may be lost.
  private func isCutOff(_ parts: [Int]) -> Bool {
    let last = facts.statements[parts[parts.count - 1]]
    let text = facts.passages[last.passage].text.utf8
    let isLast = !facts.statements(of: last.passage).contains {
      $0.digits.lowerBound >= last.range.upperBound && $0.quantity.amount != nil
    }
    return isLast && !Self.stops.contains { text.hasBytes($0, at: text.count - $0.count) }
  }

  private static let stops = ["。", "；", "："].map { [UInt8]($0.utf8) }

  /// 主要包括：甲…，乙…; 包括甲…、乙…等: whether a list says that it leaves something out. 主要用于以下方面 does not.
  private func namesMainOnly(_ whole: Int, _ parts: [Int]) -> Bool {
    let (total, first) = (facts.statements[whole], facts.statements[parts[0]])
    let text = facts.passages[first.passage].text.utf8
    if endsOpenly(parts) { return true }
    let start = total.passage == first.passage ? total.range.upperBound : 0
    let lead = text.part(min(start, first.digits.lowerBound)..<first.digits.lowerBound)
    return lead.firstOffset(of: Self.mainly) != nil && lead.firstOffset(of: Self.aspects) == nil
  }

  /// …、乙12.00万元等: whether the last of the parts is said not to be the last of all.
  func endsOpenly(_ parts: [Int]) -> Bool {
    let last = facts.statements[parts[parts.count - 1]]
    return facts.passages[last.passage].text.utf8.hasBytes(
      Self.andSoOn, at: last.range.upperBound)
  }

  private static let andSoOn = [UInt8]("等".utf8)
  private static let mainly = [UInt8]("主要".utf8)
  private static let aspects = [UInt8]("方面".utf8)
}
