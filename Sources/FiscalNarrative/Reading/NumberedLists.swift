internal import FiscalModel
internal import FiscalText

/// Finds the amounts that numbered paragraphs give one by one: （一）…、（二）… below the paragraph
/// that tells what they make up.
///
/// Which amount of the paragraph before is the whole, and whether the list is whole, is not known:
/// the lists are offers to test.
struct NumberedLists {
  private struct List {
    var style: HeadingNumber.Style
    var last: Int
    /// The amounts of the paragraph before the list.
    var wholes: [Int]
    /// For each item its amounts, in order, and how many items are as they were.
    var items: [[Int]]
    var unchanged: Int
    /// Whether one number was skipped: with its item, or by a slip.
    var hasGap = false
  }

  private let facts: Facts
  private var amounts: [Int: [Int]] = [:]
  /// The passages that say that something is as it was.
  private let unchanged: Set<Int>
  /// The last change that was told of each subject.
  private var changes: [Subject: Int] = [:]
  private var open: [List] = []
  /// The list at hand whose items have the codes of 科目 in the place of numbers: 2010301 行政运行….
  private var coded: List?
  private var previous: [Int] = []
  /// Whether the paragraph before ends with what announces a list.
  private var isAnnounced = false
  private var relations: [NumberRelation] = []

  private init(_ facts: Facts) {
    self.facts = facts
    unchanged = Set(facts.unchanged.map(\.passage))
    for (index, statement) in facts.statements.enumerated()
    where Self.isListed(statement) && statement.region == .plain {
      amounts[statement.passage, default: []].append(index)
    }
  }

  static func relations(_ facts: Facts) -> [NumberRelation] {
    var lists = NumberedLists(facts)
    for index in facts.passages.indices { lists.read(index) }
    lists.close(downTo: 0)
    lists.closeCoded()
    return lists.relations
  }

  private static func isListed(_ statement: Statement) -> Bool {
    guard statement.quantity.amount != nil else { return false }
    guard let meaning = statement.meaning else { return true }
    // 预算21.50万元，为上年22.50万元的95.56%: the list is of this year's.
    switch meaning.aspect {
    case .level, .change: return meaning.year == nil
    case .rate, .multiple, .completion, .share, .count: return false
    }
  }

  private mutating func read(_ index: Int) {
    let passage = facts.passages[index]
    guard passage.kind == .paragraph || passage.kind == .heading else { return }
    if passage.kind == .heading || !isCoded(passage) { closeCoded() }
    guard passage.kind == .paragraph, passage.role?.hasPrefix("narrative") ?? false else {
      close(downTo: 0)
      previous = []
      isAnnounced = false
      return
    }
    defer {
      isAnnounced = Self.colons.contains {
        passage.text.utf8.hasBytes($0, at: passage.text.utf8.count - $0.count)
      }
    }
    let here = amounts[index] ?? []
    if let number = passage.number {
      enter(number, here, isUnchanged: unchanged.contains(index))
    } else if !here.isEmpty, isCoded(passage) {
      enterCoded(here, isUnchanged: unchanged.contains(index))
      if coded != nil { return }
    }
    for amount in here where Self.isChange(measure(amount)) {
      changes[facts.statements[amount].meaning?.subject ?? .unnamed(statement: amount)] = amount
    }
    if !here.isEmpty { previous = here }
  }

  private mutating func enter(_ number: HeadingNumber, _ amounts: [Int], isUnchanged: Bool) {
    if let depth = open.lastIndex(where: { $0.style == number.style }) {
      close(downTo: depth + 1)
      let isSkipping = number.value == open[depth].last + 2 && !open[depth].hasGap
      // （四）…（四）…: a number that stands twice is a slip of its own.
      let isRepeated = number.value == open[depth].last && number.value > 1 && !open[depth].hasGap
      if number.value == open[depth].last + 1 || isSkipping || isRepeated, !amounts.isEmpty {
        if isSkipping || isRepeated { open[depth].hasGap = true }
        open[depth].last = number.value
        open[depth].items.append(amounts)
        if isUnchanged { open[depth].unchanged += 1 }
        return
      }
      close(downTo: depth)
    }
    let lacksFirst = number.value == 2 && isAnnounced
    guard number.value == 1 || lacksFirst, !amounts.isEmpty, !previous.isEmpty else { return }
    open.append(
      List(
        style: number.style, last: number.value, wholes: wholes(), items: [amounts],
        unchanged: isUnchanged ? 1 : 0, hasGap: lacksFirst))
  }

  /// Whether a paragraph begins with the code of an item, or with a name and its code: 工资福利支出（301）….
  private func isCoded(_ passage: Passage) -> Bool {
    let text = passage.text.utf8
    if text.first == UInt8(ascii: "2") { return Self.digits(text, at: 0) == Self.codeLength }
    guard let open = text.firstOffset(of: Self.opening, to: min(text.count, Self.longestName)),
      open > 0, case let start = open + Self.opening.count,
      Self.bracketed.contains(Self.digits(text, at: start))
    else { return false }
    return text.hasBytes(Self.closing, at: start + Self.digits(text, at: start))
  }

  private static func digits(_ text: [UInt8], at start: Int) -> Int {
    text[start...].prefix(codeLength + 1).prefix { (0x30...0x39).contains($0) }.count
  }

  private static let codeLength = 7
  private static let bracketed: Set<Int> = [3, 5, codeLength]
  private static let opening = [UInt8]("（".utf8)
  private static let closing = [UInt8]("）".utf8)
  /// Twenty ideographs.
  private static let longestName = 60

  private mutating func enterCoded(_ amounts: [Int], isUnchanged: Bool) {
    if coded != nil {
      coded?.items.append(amounts)
      if isUnchanged { coded?.unchanged += 1 }
    } else if isAnnounced, !previous.isEmpty {
      coded = List(
        style: .arabic, last: 1, wholes: wholes(), items: [amounts],
        unchanged: isUnchanged ? 1 : 0)
    }
  }

  /// The amounts right before a list, and what was told before of the changes of the same.
  private func wholes() -> [Int] {
    // 1.规模：…，比上年增加…。2.构成：支出…，其中：（1）…，比上年增加…
    let told = previous.compactMap { facts.statements[$0].meaning.flatMap { changes[$0.subject] } }
    return previous + Set(told).subtracting(previous).sorted()
  }

  private mutating func closeCoded() {
    if let list = coded { emit(list) }
    coded = nil
  }

  private mutating func close(downTo depth: Int) {
    while open.count > depth { emit(open.removeLast()) }
  }

  private static let colons = ["：", ":"].map { [UInt8]($0.utf8) }

  /// Most paragraphs before a list have one or two amounts.
  private static let mostWholes = 6

  private mutating func emit(_ list: List) {
    for measure in measures(list) {
      for whole in list.wholes.prefix(Self.mostWholes)
      where measure == nil || self.measure(whole) == measure {
        let isChange = Self.isChange(measure)
        let parts = list.items.compactMap { item in
          item.first {
            (self.measure($0) == measure || !isChange && self.measure($0) == nil)
              && isOfOneSide($0, whole)
          }
        }
        // 其中：甲…，乙…。（1）甲…；（2）乙…: the same again, and no whole.
        guard parts.count == list.items.count - (isChange ? list.unchanged : 0),
          parts.count > 1 || !isChange, !parts.contains(where: { isSame($0, whole) })
        else { continue }
        relations.append(.list(whole: whole, parts: parts))
      }
    }
  }

  private static func isChange(_ aspect: Meaning.Aspect?) -> Bool {
    if case .change = aspect { return true }
    return false
  }

  private func isSame(_ part: Int, _ whole: Int) -> Bool {
    guard let meaning = facts.statements[part].meaning else { return false }
    return meaning.subject == facts.statements[whole].meaning?.subject
  }

  /// Whether not one of two amounts is revenue and the other one expenditure.
  private func isOfOneSide(_ part: Int, _ whole: Int) -> Bool {
    guard let left = facts.statements[part].meaning?.subject.isRevenue,
      let right = facts.statements[whole].meaning?.subject.isRevenue
    else { return true }
    return left == right
  }

  /// The measures of the first item's amounts, each once, or, if none of these is known, the first that
  /// another item has; and of what the changes before the list are.
  private func measures(_ list: List) -> [Meaning.Aspect?] {
    var levels = distinct(list.items[0]).filter { !Self.isChange($0) }
    if levels == [nil] {
      let others = list.items.dropFirst().joined().lazy.compactMap { self.measure($0) }
      levels = [others.first { !Self.isChange($0) }]
    }
    return levels + distinct(list.wholes).filter(Self.isChange)
  }

  private func distinct(_ amounts: [Int]) -> [Meaning.Aspect?] {
    amounts.reduce(into: []) { measures, index in
      let measure = measure(index)
      if !measures.contains(measure) { measures.append(measure) }
    }
  }

  /// Nil for an amount without meaning, which may be any; what is a change is one whatever it is called.
  private func measure(_ index: Int) -> Meaning.Aspect? {
    guard let meaning = facts.statements[index].meaning,
      !meaning.subject.isUnnamed || Self.isChange(meaning.aspect)
    else { return nil }
    return meaning.aspect
  }
}
