/// How numbers of the narrative hang together, as the sentence says. Numbers are indices into
/// ``Facts/statements``.
public enum NumberRelation: Hashable, Sendable {
  /// `rate` of `budget` is `final`.
  case completion(budget: Int, final: Int, rate: Int)
  /// `share` of `whole` is `part`.
  case share(part: Int, whole: Int, share: Int)
  /// `share` of what another sentence or a table says of `whole` is `part`. The same words may mean
  /// `general`, the whole of that name outside the section.
  case shareOf(part: Int, whole: Subject, general: Subject?, share: Int)
  /// `current` came about by `change`, which is `rate` of the level before.
  case change(current: Int, change: Int, rate: Int)
  /// `current` stands to the stated level before it as `change` says.
  case difference(current: Int, previous: Int, change: Int)
  /// `rate` is the growth from `previous` to `current`.
  case growth(current: Int, previous: Int, rate: Int)
  /// `rate` is what `current` is of `previous`, in percent.
  case multiple(current: Int, previous: Int, rate: Int)
  /// `rate` is what `current` is, in percent, of the level from which it came about by `change`.
  case multipleOfBase(current: Int, change: Int, rate: Int)
  /// `parts` follow `whole` behind 其中 in one sentence, each of another subject.
  case parts(whole: Int, parts: [Int])
  /// `parts` are the amounts of a list that `whole` stands before. Nothing says that the list is
  /// of amounts of one kind, or whole.
  case list(whole: Int, parts: [Int])
}

/// A word that says how the final amount stands to the budget: 决算数大于预算数.
public struct Comparison: Hashable, Sendable {
  public var passage: Int
  /// The bytes of the word (大于, 小于, 持平), and of the clause around it.
  public var range: Range<Int>
  public var clause: Range<Int>
  public var order: Order
  /// The statements of budget, final amount and completion rate that it speaks of.
  public var budget: Int?
  public var final: Int?
  public var rate: Int?
  public var subject: Subject?
}
