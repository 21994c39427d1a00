internal import FiscalModel
internal import FiscalNarrative
internal import FiscalText

/// What the narrative says of a project that has a sheet. Statements are indices into the facts'.
struct ProjectNarrative: Sendable {
  var sheet: PerformanceSheet
  /// The number before 分.
  var score: Int?
  var budget: Int?
  var executed: Int?
  /// The rate at which the budget was spent.
  var rate: Int?
  /// What was counted: 在连创新创业申报人数108人.
  var counts: [Int] = []
  /// Amounts of which it is not known what they are.
  var others: [Int] = []

  /// The projects whose names stand in a passage about performance, with what it and those below
  /// it say of them.
  static func projects(_ facts: Facts, _ sheets: [PerformanceSheet]) -> [ProjectNarrative] {
    let names = ProjectNames(sheets)
    guard !names.isEmpty else { return [] }
    var statements: [Int: [Int]] = [:]
    for (index, statement) in facts.statements.enumerated() {
      statements[statement.passage, default: []].append(index)
    }
    var projects: [ProjectNarrative] = []
    var isOpen = false
    for index in facts.passages.indices
    where facts.passages[index].kind == .paragraph || facts.passages[index].kind == .heading {
      let passage = facts.passages[index]
      guard passage.kind == .paragraph, passage.role?.hasSuffix("performance") ?? false else {
        isOpen = false
        continue
      }
      if let sheet = names.sheet(heading: passage) {
        projects.append(ProjectNarrative(sheet: sheets[sheet]))
        isOpen = true
      } else if passage.number != nil {
        isOpen = false
      }
      guard isOpen else { continue }
      for statement in statements[index] ?? [] {
        projects[projects.count - 1].take(statement, facts)
      }
    }
    return projects
  }

  /// The sheets of the projects that head a passage about performance, by passage.
  static func sheets(
    _ sheets: [PerformanceSheet], _ facts: Facts
  ) -> [(passage: Int, sheet: PerformanceSheet)] {
    let names = ProjectNames(sheets)
    guard !names.isEmpty else { return [] }
    var found: [(passage: Int, sheet: PerformanceSheet)] = []
    for index in facts.passages.indices where facts.passages[index].kind == .paragraph {
      let passage = facts.passages[index]
      guard passage.role?.hasSuffix("performance") ?? false,
        let sheet = names.sheet(heading: passage)
      else { continue }
      found.append((index, sheets[sheet]))
    }
    return found
  }

  /// The passages that review one project each, under its number.
  static func reviews(_ context: LintContext) -> [Int] {
    context.text.prose.filter { index in
      let passage = context.facts.passages[index]
      guard passage.kind == .paragraph, passage.role?.hasSuffix("performance") ?? false,
        passage.number != nil, let name = ProjectNames.name(heading: passage)
      else { return false }
      let bytes = NormalText.bytes(of: passage.text.utf8)
      return bytes.firstOffset(
        of: review, to: min(bytes.count, name.count + reviewReach)) != nil
    }
  }

  private static let review = [UInt8]("自评".utf8)
  /// How far behind a name the word stands: its number, 项目支出绩效.
  private static let reviewReach = 48

  private mutating func take(_ index: Int, _ facts: Facts) {
    let statement = facts.statements[index]
    if case .count(_, let classifier) = statement.quantity {
      if classifier != "分" {
        counts.append(index)
      } else if score == nil, Self.isScore(statement, facts.passages[statement.passage]) {
        score = index
      }
      return
    }
    guard case .project = statement.meaning?.subject, let aspect = statement.meaning?.aspect else {
      if statement.quantity.amount != nil { others.append(index) }
      return
    }
    switch aspect {
    case .level(.adjustedBudget) where budget == nil: budget = index
    case .level(.finalAmount) where executed == nil: executed = index
    case .completion where rate == nil: rate = index
    default: break
    }
  }

  /// Whether 得分 stands shortly before the number.
  private static func isScore(_ statement: Statement, _ passage: Passage) -> Bool {
    let start = max(0, statement.digits.lowerBound - 24)
    return passage.text.utf8.firstOffset(
      of: [UInt8]("得分".utf8), from: start, to: statement.digits.lowerBound) != nil
  }
}
