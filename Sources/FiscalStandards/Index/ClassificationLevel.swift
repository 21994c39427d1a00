/// The level of a functional or economic 科目.
public enum ClassificationLevel: Int, Comparable, Sendable, CaseIterable {
  /// 类, three digits
  case category = 1
  /// 款, five digits
  case subcategory
  /// 项, seven digits
  case item

  /// The level of a code by its length; nil if it is none of ours.
  public init?(code: String) {
    switch code.utf8.count {
    case 3: self = .category
    case 5: self = .subcategory
    case 7: self = .item
    default: return nil
    }
  }

  /// 类, 款, 项
  public var word: String {
    switch self {
    case .category: "类"
    case .subcategory: "款"
    case .item: "项"
    }
  }

  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}
