import FiscalModel
import FiscalNarrative
import FiscalStandards
import FiscalText

@testable import ReportDraft

/// Holds a disclosure that was rolled forward against the one that was published.
struct RollComparison {
  /// A number of the published narrative.
  struct Number {
    var quote: String
    var place: String
    /// Why the draft does not have it, in Chinese; nil if it has it.
    var missing: String?
    var isAmount: Bool
    /// Whether last year's text does not speak of it in that section.
    var isNew = false
  }

  private(set) var numbers: [Number] = []
  private let published: DisclosureReading
  private let rolled: DisclosureReading

  init(published: Report, rolled: Report, layout: Layout) throws {
    self.published = try DisclosureReading(published, layout: layout)
    self.rolled = try DisclosureReading(rolled, layout: layout)
    var left = Dictionary(grouping: self.rolled.facts.statements.filter(Self.isFigure)) {
      Self.kind($0)
    }
    for statement in self.published.facts.statements where Self.isFigure(statement) {
      let kind = Self.kind(statement)
      let found = left[kind]?.firstIndex { isSame($0, statement) }
      if let found { left[kind]?.remove(at: found) }
      numbers.append(
        Number(
          quote: quote(statement, self.published), place: place(statement),
          missing: found == nil ? reason(statement) : nil,
          isAmount: statement.quantity.amount != nil, isNew: found == nil && !isNamed(statement)))
    }
  }

  var amounts: [Number] { numbers.filter(\.isAmount) }

  /// An amount or percentage that is understood.
  private static func isFigure(_ statement: Statement) -> Bool {
    statement.meaning != nil && statement.region == .plain
      && (statement.quantity.amount != nil || statement.quantity.percentage != nil)
  }

  private struct Kind: Hashable {
    var role: String?
    var aspect: String
  }

  /// What must agree of two numbers besides their value: the section, and what kind they are of.
  private static func kind(_ statement: Statement) -> Kind {
    let aspect =
      switch statement.meaning?.aspect {
      case .level: statement.meaning?.year == nil ? "level" : "earlier"
      case .change: "change"
      case .rate: "rate"
      case .multiple: "multiple"
      case .completion: "completion"
      case .share: "share"
      case .count, nil: "count"
      }
    return Kind(role: statement.meaning?.section, aspect: aspect)
  }

  private func isSame(_ one: Statement, _ other: Statement) -> Bool {
    guard let left = one.quantity.interval, let right = other.quantity.interval else {
      return false
    }
    return left.overlaps(right) && one.direction == other.direction
  }

  private func quote(_ statement: Statement, _ reading: DisclosureReading) -> String {
    reading.facts.passages[statement.passage].text.string(statement.range)
  }

  private func place(_ statement: Statement) -> String {
    let text = published.facts.passages[statement.passage].text
    return text.string(statement.clause)
  }

  private func isNamed(_ statement: Statement) -> Bool {
    rolled.facts.mentions.contains {
      $0.subject == statement.meaning?.subject && $0.section == statement.meaning?.section
    }
  }

  private func reason(_ statement: Statement) -> String {
    let same = rolled.facts.statements.first {
      Self.isFigure($0) && $0.meaning == statement.meaning
    }
    if let same { return "起草的是 \(quote(same, rolled))" }
    return isNamed(statement) ? "起草时留空，或上年没有这样的句子" : "上年的文字没有提到"
  }
}
