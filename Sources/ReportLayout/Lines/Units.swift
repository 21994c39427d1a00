internal import FiscalText

/// Units and counters that stay beside their number.
enum Units {
  /// The bytes of the longest unit at an offset, or nil.
  static func length(_ text: [UInt8], at offset: Int) -> Int? {
    guard offset + 2 < text.count else { return nil }
    return units.first { text.hasBytes($0, at: offset) }?.count
  }

  /// Longest first.
  private static let units = [
    "个百分点", "万平方米", "平方公里", "立方米", "平方米", "亿元", "万元", "千元", "百元", "万吨", "公里",
    "公顷", "千米", "年度", "月份", "人次", "批次", "小时", "分钟", "人", "元", "万", "亿", "年", "月", "日",
    "个", "辆", "台", "套", "次", "批", "户", "项", "家", "件", "份", "所", "处", "间", "亩", "米", "吨",
    "名", "位", "天", "期", "场", "条", "倍", "岁", "号", "周", "季", "时", "分", "秒", "册", "篇", "度",
  ].map { [UInt8]($0.utf8) }
}
