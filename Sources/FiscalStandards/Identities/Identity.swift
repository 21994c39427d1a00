/// A relation that the tables of a form keep, as its `identities.txt` says it.
public struct Identity: Sendable {
  public enum Level: String, Sendable, CaseIterable {
    case error = "错误"
    case warning = "警告"
    case hint = "提示"
  }

  /// The catalogue's id, such as `TI01`.
  public var id: String
  /// What it says, in Chinese.
  public var statement: String
  /// Each of them must hold.
  public var relations: [Relation]
  /// Cells with which a relation of their table is not looked at, because another says more: the
  /// parts of a subtotal beside the subtotal.
  public var exceptions: [Address] = []
  public var level: Level
  /// The code of the fault's kind in `truth/SPEC.md`, such as `N7`.
  public var category: String
  /// Where it comes from, in Chinese.
  public var source: String
}
