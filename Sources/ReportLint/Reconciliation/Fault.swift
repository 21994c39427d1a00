internal import FiscalNarrative
internal import FiscalText

/// A wrong number: the one statement that explains why relations fail, with all of them.
///
/// Where a wrong number breaks five relations, the number is named once and the relations are its
/// evidence.
public struct Fault: Sendable {
  /// The statement that is taken to be wrong.
  public var statement: Int
  /// The relation that tells most plainly what is wrong.
  public var primary: Check
  /// The other relations that fail because of it.
  public var others: [Check]
  /// How many relations agree with the statements that are taken to be right.
  public var support: Int
  /// Whether nothing but order of presentation told which number of the relation is wrong.
  public var isUndecided: Bool
  /// The statement whose number changed places with this one's.
  public var exchanged: Int?
  /// Whether all numbers of the relation are right by the tables: then a part was left out.
  public var isOmission = false

  /// Whether the number that should stand here stands at another fault of the same kind.
  func isAnswered(by other: Fault, _ facts: Facts) -> Bool {
    guard !isOmission, !other.isOmission, primary.kind == other.primary.kind,
      primary.operands.last == statement
    else { return false }
    let told = facts.statements[other.statement].quantity
    if primary.kind == .table {
      return primary.sources.first?.amount?.grains == told.amount?.grains && told.amount != nil
    }
    guard let expected = primary.expected.flatMap({ NumberScanner.tokens(Array($0.utf8)).first }),
      let percentage = told.percentage
    else { return false }
    return percentage.interval.contains(expected.value.grains)
  }
}
