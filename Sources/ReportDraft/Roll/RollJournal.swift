internal import FiscalModel
internal import FiscalText

/// Tells what became of every number when a disclosure was rolled forward, for people and for
/// programs.
public struct RollJournal {
  private let rolled: RolledReport
  private let from: Int?

  /// - Parameter from: the year of the disclosure that was rolled forward.
  public init(_ rolled: RolledReport, from: Int?) {
    self.rolled = rolled
    self.from = from
  }

  /// The counts, in a few words.
  public var summary: String {
    let counts = RolledNumber.State.allCases.map { "\($0.word)\(rolled.count($0))处" }
    return counts.joined(separator: "、")
  }

  // MARK: For people

  public func markdown() -> String {
    var text = "# 起草说明\n\n"
    let last = from.map { "\($0)年度" } ?? "上年"
    let now = rolled.report.year.map { "\($0)年度" } ?? "本年"
    text += "由\(last)的公开文本和\(now)的表格起草。\(summary)。\n"
    for note in rolled.notes { text += "\n- \(note)\n" }
    text += items()
    text += table("待填写", rolled.numbers.filter { $0.state == .open }, reason: "为什么不能算")
    text += table("已计算，请核对", rolled.numbers.filter { $0.doubt != nil }, reason: "核对什么") {
      $0.doubt ?? ""
    }
    text += table("照抄上年", rolled.numbers.filter { $0.state == .copied }, reason: "为什么没有改")
    text += table("已计算", rolled.numbers.filter { $0.state == .computed }, reason: "怎样算得")
    return text
  }

  private func items() -> String {
    guard !rolled.items.isEmpty else { return "" }
    var text = "\n## 科目的变化\n\n| 变化 | 编码 | 科目 | 所在章节 |\n| --- | --- | --- | --- |\n"
    for item in rolled.items {
      let name = item.formerly.map { "\(item.name)（上年：\($0)）" } ?? item.name
      text += row([item.word, item.code, name, item.section])
    }
    return text
  }

  private func table(
    _ title: String, _ numbers: [RolledNumber], reason: String,
    _ explain: (RolledNumber) -> String = { $0.reason }
  ) -> String {
    guard !numbers.isEmpty else { return "" }
    var text = "\n## \(title)（\(numbers.count)处）\n\n"
    text += row(["章节", "上年", "本年", reason]) + "| --- | --- | --- | --- |\n"
    for number in numbers {
      text += row([number.section, number.before, number.after, explain(number)])
    }
    return text
  }

  private func row(_ cells: [String]) -> String {
    var bytes: [UInt8] = []
    for cell in cells {
      bytes += bytes.isEmpty ? "| ".utf8 : " | ".utf8
      if cell.isEmpty { bytes.append(UInt8(ascii: " ")) }
      for byte in cell.utf8 {
        switch byte {
        case UInt8(ascii: "|"): bytes += "｜".utf8
        case UInt8(ascii: "\n"): bytes.append(UInt8(ascii: " "))
        default: bytes.append(byte)
        }
      }
    }
    return String(decoding: bytes + " |\n".utf8, as: UTF8.self)
  }

  // MARK: For programs

  public func json() -> [UInt8] {
    var writer = JSONWriter()
    writer.object { writer in
      writer.value(from, "from")
      writer.value(rolled.report.year, "year")
      writer.object("counts") { writer in
        for state in RolledNumber.State.allCases { write(state, &writer) }
      }
      writer.array("numbers") { writer in
        for number in rolled.numbers { write(number, &writer) }
      }
      writer.array("items") { writer in
        for item in rolled.items { write(item, &writer) }
      }
      writer.array("notes") { writer in
        for note in rolled.notes { writer.value(note) }
      }
    }
    return writer.bytes + [0x0A]
  }

  private func write(_ state: RolledNumber.State, _ writer: inout JSONWriter) {
    switch state {
    case .computed: writer.value(rolled.count(state), "computed")
    case .copied: writer.value(rolled.count(state), "copied")
    case .open: writer.value(rolled.count(state), "open")
    }
  }

  private func write(_ number: RolledNumber, _ writer: inout JSONWriter) {
    writer.object { writer in
      writer.value(number.state.rawValue, "state")
      writer.value(number.section, "section")
      writer.value(number.before, "before")
      writer.value(number.after, "after")
      writer.value(number.reason, "reason")
      if let doubt = number.doubt { writer.value(doubt, "doubt") }
    }
  }

  private func write(_ item: RolledReport.ItemChange, _ writer: inout JSONWriter) {
    writer.object { writer in
      writer.value(item.kind.rawValue, "kind")
      writer.value(item.code, "code")
      writer.value(item.name, "name")
      writer.value(item.section, "section")
      if let formerly = item.formerly { writer.value(formerly, "formerly") }
    }
  }
}
