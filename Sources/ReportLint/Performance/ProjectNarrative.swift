internal import FiscalModel
internal import FiscalNarrative
internal import FiscalText

/// What the narrative says of a project that has a sheet.
struct ProjectNarrative {
  var sheet: PerformanceSheet
  /// The number before 分.
  var score: PerformanceSheet.Value?
  var budget: Statement?
  var executed: Statement?
  /// The percentage of the budget that was spent.
  var completion: Statement?

  /// The projects whose names stand in a passage about performance, with what it says of them.
  static func projects(_ context: LintContext) -> [ProjectNarrative] {
    var statements: [Int: [Statement]] = [:]
    for statement in context.facts.statements {
      statements[statement.passage, default: []].append(statement)
    }
    return context.projectSheets.compactMap { index, sheet in
      statements[index].map { project(sheet, $0, context.facts.passages[index]) }
    }
  }

  /// The sheets of the projects that head a passage about performance, by passage.
  static func sheets(
    _ sheets: [PerformanceSheet], _ facts: Facts
  ) -> [(passage: Int, sheet: PerformanceSheet)] {
    let names = sheets.compactMap { sheet in
      sheet.project.map { (NormalText($0.utf8).bytes, sheet) }
    }.filter { $0.0.count >= shortestName }
    guard !names.isEmpty else { return [] }
    var found: [(passage: Int, sheet: PerformanceSheet)] = []
    for (index, passage) in facts.passages.enumerated() {
      guard passage.kind == .paragraph, passage.role?.hasSuffix("performance") ?? false,
        let name = name(passage)
      else { continue }
      let named = names.filter { isAlike($0.0, name) }
      // Of several sheets that the name fits none is certain, unless one bears it exactly.
      guard let sheet = named.first(where: { $0.0 == name }) ?? (named.count == 1 ? named[0] : nil)
      else { continue }
      found.append((index, sheet.1))
    }
    return found
  }

  /// The passages that review one project each, under its number.
  static func reviews(_ context: LintContext) -> [Int] {
    context.facts.passages.indices.filter { index in
      let passage = context.facts.passages[index]
      guard passage.kind == .paragraph, passage.role?.hasSuffix("performance") ?? false,
        passage.number != nil, let name = name(passage)
      else { return false }
      let bytes = NormalText(passage.text.utf8).bytes
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
    let needed = min(left.count, right.count) * 3 / 4
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
    let bytes = NormalText(passage.text.utf8).bytes
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

  private static func project(
    _ sheet: PerformanceSheet, _ statements: [Statement], _ passage: Passage
  ) -> ProjectNarrative {
    var project = ProjectNarrative(sheet: sheet)
    for statement in statements {
      if case .count(let number, "分") = statement.quantity, project.score == nil,
        Self.isScore(statement, passage)
      {
        project.score = .init(number: number, text: passage.text, range: statement.digits)
      }
      guard case .project = statement.meaning?.subject else { continue }
      if case .completion = statement.meaning?.aspect, project.completion == nil {
        project.completion = statement
      }
      guard case .level(let measure) = statement.meaning?.aspect else { continue }
      switch measure {
      case .adjustedBudget where project.budget == nil: project.budget = statement
      case .finalAmount where project.executed == nil: project.executed = statement
      default: break
      }
    }
    return project
  }

  /// Whether 得分 stands shortly before the number.
  private static func isScore(_ statement: Statement, _ passage: Passage) -> Bool {
    let start = max(0, statement.digits.lowerBound - 24)
    return passage.text.utf8.firstOffset(
      of: [UInt8]("得分".utf8), from: start, to: statement.digits.lowerBound) != nil
  }
}
