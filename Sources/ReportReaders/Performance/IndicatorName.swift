internal import FiscalModel
internal import FiscalText

/// The names of an indicator, read from the text that stands before its values: 一级, 二级 where
/// they change, and 三级.
struct IndicatorName {
  private(set) var first = TracedText()
  private(set) var second = TracedText()
  private(set) var third = TracedText()

  private static let firsts = [
    "共性指标", "产出指标", "效益指标", "效果指标", "满意度指标", "成本指标", "过程指标", "投入指标", "管理指标", "履职效能",
    "社会效应", "可持续性",
  ].map { [UInt8]($0.utf8) }
  private static let seconds = [
    "预算管理", "数量指标", "质量指标", "时效指标", "成本指标", "经济成本指标", "社会成本指标", "生态环境成本指标",
    "经济效益指标", "社会效益指标", "生态效益指标", "可持续影响指标", "可持续发展指标", "服务对象满意度指标", "满意度指标",
  ].map { [UInt8]($0.utf8) }

  /// The offset in a text at which the name of a first or second level starts, or nil.
  static func levelStart(_ text: [UInt8]) -> Int? {
    var offset = 0
    while offset < text.count {
      if length(seconds, text, at: offset) != nil || length(firsts, text, at: offset) != nil {
        return offset
      }
      offset += decodeScalar(text, at: offset).length
    }
    return nil
  }

  /// - Parameter text: without white space.
  init(_ text: TracedText) {
    var start = 0
    if let length = Self.length(Self.firsts, text.utf8, at: 0) {
      first = text.slice(0..<length)
      start = length
    }
    if let length = Self.length(Self.seconds, text.utf8, at: start) {
      second = text.slice(start..<(start + length))
      start += length
    }
    third = text.slice(start..<text.utf8.count)
  }

  private static func length(_ names: [[UInt8]], _ text: [UInt8], at offset: Int) -> Int? {
    var longest: Int?
    for name in names where name.count > longest ?? 0 && text.hasBytes(name, at: offset) {
      longest = name.count
    }
    return longest
  }

  /// Adds the rest of a name that a page break parted: the end of a second-level name if one lacks
  /// just that, else the end of the third-level one.
  mutating func append(_ rest: TracedText) {
    for name in Self.seconds where name.count > rest.utf8.count {
      let head = Array(name.dropLast(rest.utf8.count))
      guard name.suffix(rest.utf8.count).elementsEqual(rest.utf8), second.isEmpty,
        third.utf8.starts(with: head)
      else { continue }
      second = third.slice(0..<head.count)
      second.append(rest)
      third = third.slice(head.count..<third.utf8.count)
      return
    }
    third.append(rest)
  }

  func text(_ role: IndicatorHead.Role) -> TracedText {
    switch role {
    case .first: first
    case .second: second
    case .third: third
    default: TracedText()
    }
  }
}
