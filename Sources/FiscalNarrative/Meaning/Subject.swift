/// What a number is about.
public enum Subject: Hashable, Sendable {
  /// A concept of the layout, by its id.
  case concept(String)
  /// A functional 科目 with the names that were given, 类 first; missing levels are empty.
  case functional(ClassificationPath)
  /// An economic 科目 by its name.
  case economic(String)
  /// The project that a paragraph on performance is about.
  case project(passage: Int)
  /// Something that no layout knows, by the statement of its amount: what the sentence goes on to
  /// say of it hangs together all the same.
  case unnamed(statement: Int)
}

extension Subject {
  /// Whether the sentence calls it by a name that no layout knows.
  public var isUnnamed: Bool {
    if case .unnamed = self { return true }
    return false
  }
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

  /// The name of the lowest level that is given.
  public var last: String { item.isEmpty ? (subcategory.isEmpty ? category : subcategory) : item }
}
