internal import FiscalText

/// Reads the code of a row: whole (`2013201`), in cells of its own for 类, 款 and 项
/// (`201｜32｜01`), or with the outer parts printed only where they change.
struct CodeReading {
  /// The parts of the row before.
  private var last: [String] = []

  /// The code in the code cells of a row, or nil where there is none.
  mutating func read(_ cells: [[UInt8]]) -> String? {
    let parts = cells.map { Self.digits($0) }
    guard !parts.contains(where: { $0 == nil }) else { return nil }
    let texts = parts.compactMap(\.self)
    guard texts.contains(where: { !$0.isEmpty }) else { return nil }
    if texts.count == 1 { return whole(texts[0]) }
    if let single = only(texts), [5, 7].contains(single.utf8.count) { return whole(single) }
    return joined(texts)
  }

  private mutating func whole(_ code: String) -> String? {
    switch code.utf8.count {
    case 3, 5, 7:
      last = Self.parted(code)
      return code
    // 目 of the revenue classification
    case 9: return code
    default: return nil
    }
  }

  private func only(_ texts: [String]) -> String? {
    let filled = texts.filter { !$0.isEmpty }
    return filled.count == 1 ? filled[0] : nil
  }

  /// Parts left of the first printed one are those of the row before.
  private mutating func joined(_ texts: [String]) -> String? {
    guard let first = texts.firstIndex(where: { !$0.isEmpty }),
      let end = texts.lastIndex(where: { !$0.isEmpty })
    else { return nil }
    var parts = Array(texts[...end])
    guard !parts[first...].contains("") else { return nil }
    if first > 0 {
      guard last.count >= first else { return nil }
      parts.replaceSubrange(..<first, with: last[..<first])
    }
    // Each part may be printed whole: 201｜20132｜2013201.
    if let whole = parts.last, whole.utf8.count == 1 + 2 * parts.count, parts.count > 1 {
      last = Self.parted(whole)
      return whole
    }
    // A sheet that takes 02 for a number prints 2.
    parts = parts.enumerated().map { $0 > 0 && $1.utf8.count == 1 ? "0" + $1 : $1 }
    guard parts[0].utf8.count == 3, parts.dropFirst().allSatisfy({ $0.utf8.count == 2 }) else {
      return nil
    }
    last = parts
    return parts.joined()
  }

  private static func parted(_ code: String) -> [String] {
    var parts = [String(code.prefix(3))]
    var rest = code.dropFirst(3)
    while !rest.isEmpty {
      parts.append(String(rest.prefix(2)))
      rest = rest.dropFirst(2)
    }
    return parts
  }

  /// The digits of a cell that holds nothing else; empty for an empty one, nil for another.
  private static func digits(_ bytes: [UInt8]) -> String? {
    var digits: [UInt8] = []
    for scalar in Name(utf8: bytes).scalars {
      guard (0x30...0x39).contains(scalar) else { return nil }
      digits.append(UInt8(scalar))
    }
    return String(decoding: digits, as: UTF8.self)
  }
}
