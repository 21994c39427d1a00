internal import FiscalStandards
internal import FiscalText

/// The words by which the rolling forward of last year's text knows what to renew, as `rolling.txt`
/// says them.
struct RollWords: Sendable {
  /// What stands around the slot of a grade: “{等次}”的.
  struct Wording: Sendable {
    var before: String
    var after: String
  }

  /// A fund with the section in whose table its project expenditure stands.
  struct Fund: Sendable {
    var name: String
    var section: String
  }

  /// A word as the bytes that it is looked for by.
  typealias Word = [UInt8]

  // Performance
  private(set) var scores: [Word] = []
  private(set) var gradeNouns: [Word] = []
  private(set) var grades: [Wording] = []
  private(set) var gradeCounts: [Wording] = []
  /// “{等次}”的{个数}个, with which a grade that came is told.
  private var addedGrade = ""
  private(set) var beforeProjectCount: [Word] = []
  private(set) var behindProjectCount: [Word] = []
  private(set) var otherProjects: [Word] = []
  private(set) var executed: [String] = []
  private(set) var measures: [Word] = []
  private(set) var outcomes: [Word] = []
  private(set) var outcomeEnds: [Word] = []
  // Project expenditure
  private(set) var shares: [Word] = []
  /// The column of the project expenditure, and the section whose table has all of it.
  private(set) var projectColumn = ""
  private(set) var wholeSection = ""
  private(set) var funds: [Fund] = []
  // Blanks, by the end of what they ask for
  private(set) var reasonedChange: [String] = []
  private(set) var change: [String] = []
  private(set) var completion: [String] = []
  private(set) var originalBudget: [String] = []
  // 科目
  private(set) var wholly: [String] = []
  private(set) var ofWhich = ""
  private(set) var comparing: [Word] = []

  static let fileName = "rolling.txt"
  private static let gradeSlot = "{等次}"
  private static let countSlot = "{个数}"

  private static let keys = [
    "绩效": [
      "得分", "等次", "等次写法", "个数写法", "新增等次", "项目前", "项目后", "例外", "执行", "改进措施", "完成情况", "完成情况止",
    ],
    "项目支出": ["占", "列", "全部", "资金"],
    "科目": ["全部", "其中", "比较"],
    "空白": ["增减和原因", "增减", "完成率", "年初预算"],
  ]

  /// The words of a layout and its parents, which add up.
  ///
  /// - Throws: a ``LayoutError`` with the place that is wrong.
  init(_ layout: Layout) throws(LayoutError) {
    for file in try layout.dataFiles(Self.fileName) { try read(file) }
  }

  mutating func read(_ file: DataFile) throws(LayoutError) {
    let reader = DataReader(file: file)
    for section in file.sections {
      guard let keys = Self.keys[section.keyword.text] else {
        throw reader.unknownSection(section, known: ["绩效", "项目支出", "科目", "空白"])
      }
      for entry in section.entries {
        guard keys.contains(entry.key.text) else { throw reader.unknownKey(entry, known: keys) }
        let value = try reader.value(entry)
        switch section.keyword.text {
        case "绩效": try readPerformance(entry, value, reader)
        case "项目支出": try readProjects(entry, value, reader)
        case "空白": readBlanks(entry)
        default: readItems(entry, value)
        }
      }
    }
  }

  private mutating func readPerformance(
    _ entry: DataEntry, _ value: DataToken, _ reader: DataReader
  ) throws(LayoutError) {
    let words = entry.values.map { Word($0.text.utf8) }
    switch entry.key.text {
    case "得分": scores += words
    case "等次": gradeNouns += words
    case "等次写法": grades += try Self.wordings(entry, reader)
    case "个数写法": gradeCounts += try Self.wordings(entry, reader)
    case "新增等次":
      for slot in [Self.gradeSlot, Self.countSlot] where !value.text.contains(slot) {
        throw reader.file.error("要有“\(slot)”", at: value)
      }
      addedGrade = value.text
    case "项目前": beforeProjectCount += words
    case "项目后": behindProjectCount += words
    case "例外": otherProjects += words
    case "执行": executed += entry.values.map(\.text)
    case "改进措施": measures += words
    case "完成情况": outcomes += words
    default: outcomeEnds += words
    }
  }

  private mutating func readProjects(
    _ entry: DataEntry, _ value: DataToken, _ reader: DataReader
  ) throws(LayoutError) {
    switch entry.key.text {
    case "占": shares += entry.values.map { Word($0.text.utf8) }
    case "列": projectColumn = value.text
    case "全部": wholeSection = try Self.section(value, reader)
    default:
      let name = try reader.argument(entry).text
      funds.removeAll { $0.name == name }
      funds.append(Fund(name: name, section: try Self.section(value, reader)))
    }
  }

  private mutating func readBlanks(_ entry: DataEntry) {
    let words = entry.values.map(\.text)
    switch entry.key.text {
    case "增减和原因": reasonedChange += words
    case "增减": change += words
    case "完成率": completion += words
    default: originalBudget += words
    }
  }

  private mutating func readItems(_ entry: DataEntry, _ value: DataToken) {
    switch entry.key.text {
    case "全部": wholly += entry.values.map(\.text)
    case "其中": ofWhich = value.text
    default: comparing += entry.values.map { Word($0.text.utf8) }
    }
  }

  private static func section(
    _ value: DataToken, _ reader: DataReader
  ) throws(LayoutError) -> String {
    guard !value.text.contains(".") else {
      throw reader.file.error("只写代号的最后一段，例如 general", at: value)
    }
    return "narrative.\(value.text)"
  }

  private static func wordings(
    _ entry: DataEntry, _ reader: DataReader
  ) throws(LayoutError) -> [Wording] {
    var wordings: [Wording] = []
    for value in entry.values {
      let bytes = Word(value.text.utf8)
      let slot = Word(gradeSlot.utf8)
      guard let place = bytes.firstOffset(of: slot) else {
        throw reader.file.error("要有“\(gradeSlot)”", at: value)
      }
      wordings.append(
        Wording(
          before: String(decoding: bytes[..<place], as: UTF8.self),
          after: String(decoding: bytes[(place + slot.count)...], as: UTF8.self)))
    }
    return wordings
  }

  /// How a grade that came is told with its number of projects.
  func added(_ grade: String, count: String) -> String {
    addedGrade.replacing(Self.gradeSlot, with: grade).replacing(Self.countSlot, with: count)
  }
}
