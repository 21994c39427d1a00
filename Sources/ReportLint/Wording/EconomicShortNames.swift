internal import FiscalText

/// The other ways in which a list may name an economic 科目: 养老保险缴费 for
/// 机关事业单位基本养老保险缴费, 社会保障缴费 for all contributions, 购置办公设备 for 办公设备购置.
struct EconomicShortNames {
  private let ends: [[UInt8]]
  private let wholes: [[UInt8]]

  init(_ label: String, umbrellas: [[UInt8]]) {
    let bytes = [UInt8](label.utf8)
    ends = stride(from: 3, through: bytes.count - Self.shortest, by: 3).map { Array(bytes[$0...]) }
    if label.hasSuffix(Self.contribution) {
      wholes = umbrellas
    } else if label.hasSuffix(Self.purchase) {
      wholes = [[UInt8]((Self.purchase + label.dropLast(Self.purchase.count)).utf8)]
    } else {
      wholes = []
    }
  }

  /// Whether one of them stands in a text as an entry of a list begins.
  func stand(in text: String) -> Bool {
    let bytes = Array(text.utf8)
    return (ends + wholes).contains { name in
      var start = 0
      while let found = bytes.firstOffset(of: name, from: start) {
        if Self.isBehindMark(bytes, found) { return true }
        start = found + name.count
      }
      return false
    }
  }

  private static func isBehindMark(_ bytes: [UInt8], _ offset: Int) -> Bool {
    leads.contains { bytes.hasBytes($0, at: offset - $0.count) }
  }

  private static let leads = ["、", "：", "，", "；", "（", "括", "于", "及", "和", "元"].map {
    [UInt8]($0.utf8)
  }
  private static let contribution = "缴费"
  private static let purchase = "购置"
  /// Four ideographs.
  private static let shortest = 12
}
