internal import FiscalModel
internal import FiscalNarrative
internal import FiscalText

/// What the narrative says of a project that has a sheet.
struct ProjectNarrative: Sendable {
  var sheet: PerformanceSheet
  /// The number before 分.
  var score: PerformanceSheet.Value?
  var budget: Statement?
  var executed: Statement?

  /// The projects whose names stand in a passage about performance, with what it says of them.
  static func projects(_ facts: Facts, sheets: [PerformanceSheet]) -> [ProjectNarrative] {
    let names = sheets.map { $0.project.map { NormalText.bytes(of: $0.utf8) } ?? [] }
    let named = names.indices.filter { names[$0].count >= shortestName }
    guard !named.isEmpty else { return [] }
    let exact = Dictionary(named.map { (names[$0], $0) }) { first, _ in first }
    var statements: [Int: [Statement]] = [:]
    for statement in facts.statements {
      statements[statement.passage, default: []].append(statement)
    }
    var projects: [ProjectNarrative] = []
    for (index, passage) in facts.passages.enumerated() {
      guard passage.kind == .paragraph, passage.role?.hasSuffix("performance") ?? false,
        let here = statements[index]
      else { continue }
      guard let name = name(passage) else { continue }
      // Of several sheets that the name fits none is certain, unless one bears it exactly.
      let sheet = exact[name] ?? only(named.lazy.filter { Self.isAlike(names[$0], name) })
      guard let sheet else { continue }
      projects.append(project(sheets[sheet], here, passage))
    }
    return projects
  }

  private static func only(_ numbers: some Sequence<Int>) -> Int? {
    var iterator = numbers.makeIterator()
    guard let first = iterator.next(), iterator.next() == nil else { return nil }
    return first
  }

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
      guard case .project = statement.meaning?.subject,
        case .level(let measure) = statement.meaning?.aspect
      else { continue }
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
