internal import FiscalText

/// The amounts that the text has told of a subject.
extension ClauseReader {
  func sameLevel(_ first: Subject, _ second: Subject) -> Bool {
    guard let one = level(first), let two = level(second) else { return false }
    return quantity(of: one) == quantity(of: two)
  }

  func level(_ subject: Subject) -> Int? {
    levels[LevelKey(subject: subject, measure: vocabulary.defaultMeasure)] ?? jointLevel(subject)
  }

  /// 收入总计96.00万元，支出总计96.00万元，收、支总计各增加…: the first of the levels that a joint name
  /// stands for, if they are the same.
  private func jointLevel(_ subject: Subject) -> Int? {
    guard case .concept(let id) = subject, let concept = vocabulary.concept(id),
      !concept.jointOf.isEmpty
    else { return nil }
    let measure = vocabulary.defaultMeasure
    let told = concept.jointOf.compactMap {
      levels[LevelKey(subject: .concept($0), measure: measure)]
    }
    guard told.count == concept.jointOf.count, let first = told.first,
      told.allSatisfy({ quantity(of: $0) == quantity(of: first) })
    else { return nil }
    return first
  }

  func quantity(of index: Int) -> Quantity {
    statements[index - firstStatement].quantity
  }
}
