internal import FiscalText

/// Names that differ in some parts alone, written as one:
/// `〔公务用车、公车〕购置〔及、和〕运行〔维护、〕费`.
struct NamePattern {
  private static let open = [UInt8]("〔".utf8)
  private static let close = [UInt8]("〕".utf8)
  private static let comma = [UInt8]("、".utf8)
  /// More than the ways in which anybody writes a name.
  static let mostNames = 1000

  private let bytes: [UInt8]
  /// What may stand in each part of the name, one behind the other.
  private var parts: [[Range<Int>]] = []

  /// All names, those with the first choices first; one without brackets is its own.
  ///
  /// - Returns: nil if a bracket has no partner, or if there are more than ``mostNames``.
  static func names(_ pattern: String) -> [String]? {
    guard mayBeOne(pattern) else { return [pattern] }
    return NamePattern(pattern)?.names
  }

  /// Whether a text has a bracket, or another mark of its first two bytes.
  private static func mayBeOne(_ text: String) -> Bool {
    text.utf8Span.span.withUnsafeBufferPointer { bytes in
      bytes.contains(0xE3)
    }
  }

  /// Nil if a bracket has no partner.
  private init?(_ pattern: String) {
    bytes = [UInt8](pattern.utf8)
    var start = 0
    while let open = bytes.firstOffset(of: Self.open, from: start) {
      guard let close = bytes.firstOffset(of: Self.close, from: open),
        addPlain(start..<open), addChoices((open + Self.open.count)..<close)
      else { return nil }
      start = close + Self.close.count
    }
    guard addPlain(start..<bytes.count) else { return nil }
  }

  private mutating func addPlain(_ range: Range<Int>) -> Bool {
    parts.append([range])
    return bytes.firstOffset(of: Self.close, from: range.lowerBound, to: range.upperBound) == nil
  }

  private mutating func addChoices(_ range: Range<Int>) -> Bool {
    var choices: [Range<Int>] = []
    var start = range.lowerBound
    while let comma = bytes.firstOffset(of: Self.comma, from: start, to: range.upperBound) {
      choices.append(start..<comma)
      start = comma + Self.comma.count
    }
    parts.append(choices + [start..<range.upperBound])
    return bytes.firstOffset(of: Self.open, from: range.lowerBound, to: range.upperBound) == nil
  }

  private var names: [String]? {
    var count = 1
    for part in parts {
      count *= part.count
      guard count <= Self.mostNames else { return nil }
    }
    var names: [String] = []
    names.reserveCapacity(count)
    var name: [UInt8] = []
    addNames(behind: &name, parts[...], to: &names)
    return names
  }

  /// Adds the names that begin with what has been chosen.
  private func addNames(
    behind name: inout [UInt8], _ parts: ArraySlice<[Range<Int>]>, to names: inout [String]
  ) {
    guard let part = parts.first else {
      return names.append(String(validUTF8: name, 0..<name.count))
    }
    for choice in part {
      name += bytes[choice]
      addNames(behind: &name, parts.dropFirst(), to: &names)
      name.removeLast(choice.count)
    }
  }
}
