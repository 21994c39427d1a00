internal import FiscalNarrative
internal import FiscalText

/// The changes that a passage states, by where they stand, with their signs of this year, which
/// reasons depend on.
struct StatedChanges {
  struct Change {
    var offset: Int
    var subject: Subject
    /// Nil where it is not known.
    var sign: Int?
    var oldSign: Int
  }

  private let context: PassageContext
  private(set) var all: [Change] = []

  init(_ context: PassageContext) {
    self.context = context
    collect()
  }

  private mutating func collect() {
    for index in context.statements {
      let statement = context.facts.statements[index]
      guard let meaning = statement.meaning, statement.region == .plain else { continue }
      switch meaning.aspect {
      case .change, .rate:
        let result = try? context.numbers.result(index)
        all.append(
          Change(
            offset: statement.range.upperBound, subject: meaning.subject,
            sign: result.map { sign($0.grains, like: statement) },
            oldSign: statement.direction == .down ? -1 : 1))
      default: continue
      }
    }
    for unchanged in context.facts.unchanged where unchanged.passage == context.index {
      let result = try? context.result(unchanged)
      all.append(
        Change(
          offset: unchanged.range.upperBound, subject: unchanged.subject,
          sign: result.map { Int($0.grains.signum()) }, oldSign: 0))
    }
    all.sort { $0.offset < $1.offset }
  }

  /// The sign of a change as it is printed: what rounds to nothing is none.
  private func sign(_ grains: Int128, like statement: Statement) -> Int {
    if let amount = statement.quantity.amount,
      let text = context.style.digits(grains, like: amount), context.isZero(text)
    {
      return 0
    }
    return Int(grains.signum())
  }
}
