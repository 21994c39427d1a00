internal import FiscalText

/// What a number is about.
public enum Subject: Hashable, Sendable {
  /// A concept of the layout, by its id.
  case concept(String)
  /// A functional 科目 with the names that were given, 类 first; missing levels are empty. Boxed,
  /// since statements are copied often.
  indirect case functional(ClassificationPath)
  /// An economic 科目 by its name.
  case economic(String)
  /// The project that a paragraph on performance is about.
  case project(passage: Int)
  /// Something that no layout knows, by the statement of its amount: what the sentence goes on to
  /// say of it hangs together all the same.
  case unnamed(statement: Int)

  public static func == (left: Subject, right: Subject) -> Bool {
    switch (left, right) {
    case (.concept(let one), .concept(let other)), (.economic(let one), .economic(let other)):
      one.hasSameBytes(as: other)
    case (.functional(let one), .functional(let other)): one == other
    case (.project(let one), .project(let other)): one == other
    case (.unnamed(let one), .unnamed(let other)): one == other
    default: false
    }
  }

  public func hash(into hasher: inout Hasher) {
    switch self {
    case .concept(let id): id.hashBytes(into: &hasher)
    case .functional(let path): hasher.combine(path)
    case .economic(let name): name.hashBytes(into: &hasher)
    case .project(let passage): hasher.combine(passage)
    case .unnamed(let statement): hasher.combine(statement)
    }
  }
}

extension Subject {
  /// Whether the sentence calls it by a name that no layout knows.
  public var isUnnamed: Bool {
    if case .unnamed = self { return true }
    return false
  }

  /// Whether it is on the side of revenue or on that of expenditure; nil where its name says neither,
  /// or both.
  var isRevenue: Bool? {
    guard case .concept(let id) = self else { return nil }
    switch (id.holds(Self.revenue), id.holds(Self.expenditure)) {
    case (true, false): return true
    case (false, true): return false
    default: return nil
    }
  }

  static let revenue = "收入"
  static let expenditure = "支出"
}

/// A functional 科目 as a sentence names it.
public struct ClassificationPath: Hashable, Sendable {
  public var category = ""
  public var subcategory = ""
  public var item = ""
  /// The code, where the sentence prints one.
  public var code = ""

  public init() {}

  public init(category: String, subcategory: String = "", item: String = "", code: String = "") {
    self.category = category
    self.subcategory = subcategory
    self.item = item
    self.code = code
  }

  public static func == (left: ClassificationPath, right: ClassificationPath) -> Bool {
    left.item.hasSameBytes(as: right.item) && left.category.hasSameBytes(as: right.category)
      && left.subcategory.hasSameBytes(as: right.subcategory)
      && left.code.hasSameBytes(as: right.code)
  }

  public func hash(into hasher: inout Hasher) {
    category.hashBytes(into: &hasher)
    subcategory.hashBytes(into: &hasher)
    item.hashBytes(into: &hasher)
    code.hashBytes(into: &hasher)
  }

  /// The name of the lowest level that is given.
  public var last: String { item.isEmpty ? (subcategory.isEmpty ? category : subcategory) : item }
}
