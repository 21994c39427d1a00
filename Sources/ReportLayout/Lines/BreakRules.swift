/// Between which kinds of characters a line may end.
struct BreakRules {
  private let level: LineBreakLevel

  init(_ level: LineBreakLevel) { self.level = level }

  func allows(_ left: CharacterClass, _ right: CharacterClass) -> Bool {
    if right.isBlankKind { return false }
    if level != .none {
      if right.isNeverFirst || left == .opening { return false }
      if left == .solidus, level == .national || level == .strict { return false }
      if level == .strict, right == .dash || right == .ellipsis { return false }
    }
    return !isUnbreakable(left, right)
  }

  /// What holds at every level: dashes, ellipses, numbers with their signs, words.
  private func isUnbreakable(_ left: CharacterClass, _ right: CharacterClass) -> Bool {
    switch (left, right) {
    case (.dash, .dash), (.ellipsis, .ellipsis): true
    case (.prefix, _): right == .digit || right == .latin || right == .prefix
    case (.digit, .digit), (.digit, .suffix), (.suffix, .suffix), (.digit, .latin),
      (.latin, .digit), (.latin, .latin):
      true
    case (.digit, .latinMark), (.latin, .latinMark), (.latinMark, .digit),
      (.latinMark, .latin), (.latinMark, .latinMark):
      true
    default: false
    }
  }
}

extension CharacterClass {
  fileprivate var isBlankKind: Bool { self == .space || self == .newline }
}
