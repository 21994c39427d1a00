/// A wrong wording with the right one, from `confusions.txt`.
///
/// The wrong wording is literal but for `…`, a gap of up to twelve characters within a clause, and
/// `9`, a digit.
struct Slip: Sendable {
  enum Element: Hashable, Sendable {
    case scalar(UInt32)
    case digit
    case gap

    init(_ scalar: UInt32) {
      switch scalar {
      case 0x39: self = .digit
      case 0x2026: self = .gap
      default: self = .scalar(scalar)
      }
    }
  }

  static let longestGap = 12

  let wrong: String
  let right: String
  /// Right words that hold the wrong wording: 知己 for 己.
  let exceptions: [String]
  /// The elements before ``anchor``, and those behind it.
  private let before: [Element]
  private let after: [Element]
  /// The first literal stretch, by which the wording is found.
  let anchor: [UInt32]

  /// Nil if nothing of the wording is literal.
  init?(wrong: String, right: String, exceptions: [String]) {
    self.wrong = wrong
    self.right = right
    self.exceptions = exceptions
    let scalars = wrong.scalarValues
    guard let start = scalars.firstIndex(where: Self.isLiteral) else { return nil }
    let end = scalars[start...].firstIndex { !Self.isLiteral($0) } ?? scalars.endIndex
    anchor = start == 0 && end == scalars.count ? scalars : Array(scalars[start..<end])
    before = scalars[..<start].map(Element.init)
    after = scalars[end...].map(Element.init)
  }

  /// The right wording for what stands at a range: its digits and gaps are taken over.
  func correction(_ text: DocumentText, _ range: Range<Int>) -> String {
    guard !before.isEmpty || !after.isEmpty else { return right }
    let wrong = wrong.scalarValues
    var rest = Array(text.scalars[range])[...]
    var kept: [[UInt32]] = []
    for (index, scalar) in wrong.enumerated() {
      guard scalar == 0x2026 else {
        if scalar == 0x39, let digit = rest.first { kept.append([digit]) }
        rest = rest.dropFirst()
        continue
      }
      let tail = wrong.count - index - 1
      kept.append(Array(rest.dropLast(tail)))
      rest = rest.suffix(tail)
    }
    var taken = kept.makeIterator()
    let corrected = right.scalarValues.flatMap { scalar in
      scalar == 0x39 || scalar == 0x2026 ? taken.next() ?? [] : [scalar]
    }
    return String(scalars: corrected)
  }

  /// The whole wording around a match of the anchor, or nil if it does not stand there.
  func range(_ text: DocumentText, anchor: Range<Int>) -> Range<Int>? {
    var start = anchor.lowerBound
    for element in before.reversed() {
      guard element == .digit, isDigit(text.scalar(start - 1)) else { return nil }
      start -= 1
    }
    guard let end = end(text, from: anchor.upperBound, after[...]) else { return nil }
    let isException = exceptions.contains { word in
      Self.contains(text, word.scalarValues, around: start..<end)
    }
    return isException ? nil : start..<end
  }

  private func end(
    _ text: DocumentText, from start: Int, _ elements: ArraySlice<Element>
  ) -> Int? {
    guard let element = elements.first else { return start }
    let rest = elements.dropFirst()
    switch element {
    case .scalar(let scalar):
      return text.scalar(start) == scalar ? end(text, from: start + 1, rest) : nil
    case .digit:
      return isDigit(text.scalar(start)) ? end(text, from: start + 1, rest) : nil
    case .gap:
      for index in start...(start + Self.longestGap) {
        if let end = end(text, from: index, rest) { return end }
        if !Self.isWordCharacter(text.scalar(index)) { return nil }
      }
      return nil
    }
  }

  /// Whether a word that covers part of a range stands in the text.
  private static func contains(
    _ text: DocumentText, _ word: [UInt32], around range: Range<Int>
  ) -> Bool {
    for start in (range.lowerBound - word.count + 1)..<range.upperBound
    where text.has(word, at: start) {
      return true
    }
    return false
  }

  private static func isLiteral(_ scalar: UInt32) -> Bool { scalar != 0x39 && scalar != 0x2026 }

  /// What may stand in a gap: anything but the marks that end a clause.
  private static func isWordCharacter(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x0A, 0x3001, 0x3002, 0xFF0C, 0xFF1B, 0xFF1A, 0x2C, 0x3B, 0x3A: false
    default: true
    }
  }
}
