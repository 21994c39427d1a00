internal import FiscalModel
internal import FiscalNarrative
internal import FiscalText

/// The 类 of the general public budget that the narrative tells with their amounts, and the items
/// that it goes through one by one.
struct CategoryItems {
  /// The statement of a 类.
  private var wholes: [(category: String, statement: Int)] = []
  /// The sum of the items told of each 类.
  private var sums: [String: Interval] = [:]
  /// The passages of the items.
  private var passages: [Int] = []
  private let context: LintContext

  /// A 类 of which no item is told.
  struct Missing {
    var category: String
    var statement: Int
    /// The passages of the items of the others.
    var items: [Int]
    /// The numbers of an item of the 类 that are told of another year.
    var doubts: [Ground]
  }

  init(_ context: LintContext) {
    self.context = context
    var seen = Set<ClassificationPath>()
    for (index, statement) in context.facts.statements.enumerated() {
      guard let path = path(statement), let amount = statement.quantity.interval,
        seen.insert(path).inserted
      else { continue }
      let category = Self.name(path)
      if path.item.isEmpty {
        if !wholes.contains(where: { $0.category == category }) {
          wholes.append((category, index))
        }
      } else {
        sums[category] = (sums[category] ?? .zero) + amount
        passages.append(statement.passage)
      }
    }
  }

  /// The only 类 of which no item is told, where those of all others make them up; nil where there
  /// is none, or where the text says that it does not go through all.
  var onlyWithoutItems: Missing? {
    let missing = wholes.filter { sums[$0.category] == nil }
    guard missing.count == 1, wholes.count - missing.count >= Self.fewestOthers,
      sums.count == wholes.count - missing.count,
      !(quantity(missing[0].statement)?.contains(0) ?? true),
      wholes.allSatisfy({ whole in
        guard let sum = sums[whole.category], let amount = quantity(whole.statement) else {
          return whole.category == missing[0].category
        }
        return sum.overlaps(amount)
      }), !leavesOut
    else { return nil }
    return Missing(
      category: missing[0].category, statement: missing[0].statement, items: passages,
      doubts: ofOtherYears(missing[0].category))
  }

  private func ofOtherYears(_ category: String) -> [Ground] {
    context.facts.statements.indices.filter { index in
      guard let meaning = context.facts.statements[index].meaning, meaning.year != nil,
        case .functional(let path) = meaning.subject
      else { return false }
      return !path.item.isEmpty && Self.name(path) == category
    }.map { .reading($0) }
  }

  /// Of fewer nothing shows that each item is told.
  private static let fewestOthers = 2

  private func quantity(_ statement: Int) -> Interval? {
    context.facts.statements[statement].quantity.interval
  }

  private func path(_ statement: Statement) -> ClassificationPath? {
    guard statement.region == .plain, statement.quantity.amount != nil,
      let meaning = statement.meaning, meaning.year == nil, meaning.fund == nil,
      meaning.aspect == .level(context.vocabulary.defaultMeasure),
      meaning.section?.hasPrefix(Self.section) ?? false,
      case .functional(let path) = meaning.subject, !path.category.isEmpty,
      path.item.isEmpty == path.subcategory.isEmpty
    else { return nil }
    return path
  }

  /// 教育 and 教育支出 are one 类.
  private static func name(_ path: ClassificationPath) -> String {
    path.category.hasSuffix(spending)
      ? path.category : path.category + spending
  }

  private static let section = "narrative.general"
  private static let spending = "支出"

  /// 其余科目不再逐项说明.
  private var leavesOut: Bool {
    context.facts.passages.contains { passage in
      passage.role?.hasPrefix(Self.section) ?? false
        && context.vocabulary.words(.leftOut).contains {
          passage.text.utf8.firstOffset(of: $0) != nil
        }
    }
  }
}
