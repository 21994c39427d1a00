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
    let names = names(sheets)
    guard !names.isEmpty else { return [] }
    var statements: [Int: [Int]] = [:]
    for (index, statement) in facts.statements.enumerated() {
      statements[statement.passage, default: []].append(index)
    }
    var projects: [ProjectNarrative] = []
    var isOpen = false
    for (index, passage) in facts.passages.enumerated()
    where passage.kind == .paragraph || passage.kind == .heading {
      guard passage.kind == .paragraph, passage.role?.hasSuffix("performance") ?? false else {
        isOpen = false
        continue
      }
      if let sheet = sheet(passage, names) {
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
    let names = names(sheets)
    guard !names.isEmpty else { return [] }
    var found: [(passage: Int, sheet: PerformanceSheet)] = []
    for (index, passage) in facts.passages.enumerated() {
      guard passage.kind == .paragraph, passage.role?.hasSuffix("performance") ?? false,
        let sheet = sheet(passage, names)
      else { continue }
      found.append((index, sheets[sheet]))
    }
    return found
  }

  /// The name of a project, with the first sheet that bears it.
  private struct ProjectName {
    var name: [UInt8]
    var sheet: Int
    /// How many sheets bear it.
    var count = 1
  }

  private static func names(_ sheets: [PerformanceSheet]) -> [ProjectName] {
    var names: [ProjectName] = []
    var places: [[UInt8]: Int] = [:]
    for index in sheets.indices {
      guard let project = sheets[index].project else { continue }
      let name = NormalText.bytes(of: project.utf8)
      guard name.count >= shortestName else { continue }
      if let place = places[name] {
        names[place].count += 1
      } else {
        places[name] = names.count
        names.append(ProjectName(name: name, sheet: index))
      }
    }
    return names
  }

  /// The sheet of the project that a passage is headed by.
  private static func sheet(_ passage: Passage, _ names: [ProjectName]) -> Int? {
    guard let name = name(passage) else { return nil }
    let named = names.filter { isAlike($0.name, name) }
    if let exact = named.first(where: { $0.name == name }) { return exact.sheet }
    // Of several sheets that the name fits none is certain.
    return named.count == 1 && named[0].count == 1 ? named[0].sheet : nil
  }

  /// The passages that review one project each, under its number.
  static func reviews(_ context: LintContext) -> [Int] {
    context.facts.passages.indices.filter { index in
      let passage = context.facts.passages[index]
      guard passage.kind == .paragraph, passage.role?.hasSuffix("performance") ?? false,
        passage.number != nil, let name = name(passage)
      else { return false }
      let bytes = NormalText.bytes(of: passage.text.utf8)
      return bytes.firstOffset(
        of: review, to: min(bytes.count, name.count + reviewReach)) != nil
    }
  }

  private static let review = [UInt8]("自评".utf8)
  /// How far behind a name the word stands: its number, 项目支出绩效.
  private static let reviewReach = 48

  /// Four ideographs: a shorter name stands in many sentences.
  private static let shortestName = 12

  /// Whether two names have a stretch in common that is three quarters of the shorter one: the
  /// narrative puts the place before a name, and leaves out what stands in brackets.
  private static func isAlike(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    let (short, long) = left.count <= right.count ? (left, right) : (right, left)
    let needed = short.count * 3 / 4
    // Wherever in the shorter name such a stretch starts, it covers the middle.
    let middle = Array(short[(short.count - needed)..<needed])
    guard long.firstOffset(of: middle) != nil else { return false }
    var ends = [Int](repeating: 0, count: right.count + 1)
    for byte in left {
      var diagonal = 0
      for index in right.indices {
        let above = ends[index + 1]
        ends[index + 1] = byte == right[index] ? diagonal + 1 : 0
        if ends[index + 1] >= needed { return true }
        diagonal = above
      }
    }
    return false
  }

  /// What is longer is a sentence.
  private static let longestName = 240

  /// The project that a paragraph is headed by: 1.某某项目绩效自评综述：….
  private static func name(_ passage: Passage) -> [UInt8]? {
    let bytes = NormalText.bytes(of: passage.text.utf8)
    let start = HeadingNumber.scan(bytes)?.range.upperBound ?? 0
    let ends = endings.compactMap { bytes.firstOffset(of: $0, from: start) }
    guard let end = ends.min(), (shortestName...longestName).contains(end - start) else {
      return nil
    }
    return Array(bytes[start..<end])
  }

  private static let endings = [
    "项目支出绩效自评", "项目绩效自评", "绩效自评", "项目自评综述", "自评综述", "项目：", "：",
  ].map { [UInt8]($0.utf8) }

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
