internal import FiscalNarrative
internal import FiscalText

/// The words for more and less, in pairs.
enum DirectionWords {
  private static let pairs: [(up: String, down: String)] = [
    ("增加", "减少"), ("增长", "下降"), ("上升", "下降"), ("提高", "降低"), ("上涨", "下降"),
    ("增幅", "降幅"), ("增加", "压减"), ("多", "少"),
  ]
  static let unchanged = "持平"

  /// The word with its direction turned, what stands around it (同比, 净, 了) kept; nil for a word
  /// that has no counterpart.
  static func turned(_ word: String, to direction: Direction) -> String? {
    for pair in pairs {
      let (from, to) = direction == .up ? (pair.down, pair.up) : (pair.up, pair.down)
      if word.contains(from) { return word.replacing(from, with: to) }
    }
    return nil
  }

  /// The direction that a word tells.
  static func direction(_ word: String) -> Direction? {
    for pair in pairs {
      if word.contains(pair.up) { return .up }
      if word.contains(pair.down) { return .down }
    }
    return nil
  }

  /// The word of a rate beside the one of its change.
  static func rate(_ direction: Direction) -> String { direction == .down ? "下降" : "增长" }

  static func amount(_ direction: Direction) -> String { direction == .down ? "减少" : "增加" }

  static func order(_ order: Order) -> String {
    switch order {
    case .above: "大于"
    case .below: "小于"
    case .equal: "等于"
    case .notAbove: "不大于"
    case .notBelow: "不小于"
    }
  }
}
