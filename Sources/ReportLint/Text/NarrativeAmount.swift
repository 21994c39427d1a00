internal import FiscalModel
internal import FiscalNarrative
internal import FiscalStandards
internal import FiscalText

/// An amount of money in the narrative as it is printed.
struct NarrativeAmount {
  var text: TracedText
  var range: Range<Int>
  var number: PrintedNumber
  var unit: AmountUnit
  /// Whether it is one of the accounts' figures, and no threshold or standard.
  var isFigure: Bool
}

extension NarrativeAmount {
  static func all(_ context: LintContext) -> [NarrativeAmount] {
    context.facts.statements.compactMap { NarrativeAmount($0, context) }
  }

  /// - Returns: nil for a number that is no amount.
  init?(_ statement: Statement, _ context: LintContext) {
    guard let amount = statement.quantity.amount else { return nil }
    text = context.facts.passages[statement.passage].text
    range = statement.digits
    (number, unit) = (amount.number, amount.unit)
    isFigure = statement.meaning.map { !$0.subject.isUnnamed } ?? false
  }
}

extension NarrativeAmount {
  /// The amounts that a table prints.
  static func all(_ table: BoundTable) -> [NarrativeAmount] {
    var amounts: [NarrativeAmount] = []
    for block in table.blocks {
      for row in block.rows where row.hasNumber && !row.isCount {
        for column in block.amountColumns {
          guard let cell = table.cell(row, column), !cell.isUncertain,
            let number = cell.number.value
          else { continue }
          let text = cell.text.trimmed()
          amounts.append(
            NarrativeAmount(
              text: text, range: 0..<text.utf8.count, number: number, unit: table.unit,
              isFigure: true))
        }
      }
    }
    return amounts
  }
}

/// Reports what is written otherwise than nearly all the rest, once for all that it is given.
struct MinorityReport {
  private let amounts: [NarrativeAmount]
  private let odd: (NarrativeAmount) -> Bool
  private let message: (Bool) -> String
  private let suggestion: String

  private static let leastUsual = 5
  private static let mostPlaces = 24

  init(
    _ amounts: [NarrativeAmount], isOdd: @escaping (NarrativeAmount) -> Bool,
    message: @escaping (Bool) -> String, suggestion: String
  ) {
    self.amounts = amounts
    odd = isOdd
    self.message = message
    self.suggestion = suggestion
  }

  /// - Returns: whether there was something to report.
  @discardableResult
  func report(into findings: inout FindingSink) -> Bool {
    let isOdd = amounts.map(odd)
    let odds = isOdd.count { $0 }
    let isFirstUsual = odds * 2 >= amounts.count
    let usual = max(odds, amounts.count - odds)
    let rare = amounts.indices.filter { isOdd[$0] != isFirstUsual }.map { amounts[$0] }
    guard let place = rare.first, usual >= Self.leastUsual, usual >= 4 * rare.count else {
      return false
    }
    let others = rare.dropFirst().prefix(Self.mostPlaces).map {
      FindingSink.Evidence("同样的写法", $0.text, $0.range)
    }
    findings.report(
      place.text, place.range,
      message(!isFirstUsual) + (rare.count > 1 ? "（共\(rare.count)处）" : ""), confidence: .medium,
      actual: place.number.description, evidence: others, suggestion: suggestion)
    return true
  }
}
