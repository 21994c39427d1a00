public import FiscalStandards
internal import FiscalText

/// The words by which performance sheets are read, as `performance.txt` says them.
public struct PerformanceForm: Sendable {
  /// What a column of a sheet holds.
  enum Column: Hashable {
    case target
    case actual
    case weight
    case score
    case reason
    case name
    case kind
    case unit
    case budget
    case executed
    case rate
  }

  /// Words that are not heads of columns.
  enum Mark: Int, CaseIterable {
    /// In the title of a sheet of goals.
    case plan
    case project
    case total
    /// At the beginning of the head of the first column of money.
    case originalBudget
    case moneyTotal
    /// At the end of the total of the year's money, beside that of the whole project.
    case yearTotal
    case moneyPart
    case goal
    /// The heads of goal and result, between the label of the goal and them.
    case goalHead
    case qualitative
    case executionRate
    /// At the end of a level-1 indicator's name.
    case group
    /// At the beginning of what ends so and is none.
    case otherGroup
  }

  typealias Head = (word: [UInt8], column: Column)

  private(set) var indicatorHeads: [Head] = []
  private(set) var moneyHeads: [Head] = []
  private var marks: [[[UInt8]]] = Array(repeating: [], count: Mark.allCases.count)

  /// - Throws: a ``LayoutError`` with the place in the data file that is wrong.
  public init(_ layout: Layout) throws(LayoutError) {
    for file in try layout.dataFiles("performance.txt") {
      let reader = DataReader(file: file)
      for section in file.sections {
        guard let uses = Self.uses[section.keyword.text] else {
          throw reader.unknownSection(section, known: Self.uses.keys.sorted())
        }
        for entry in section.entries {
          guard let use = uses[entry.key.text] else {
            throw reader.unknownKey(entry, known: uses.keys.sorted())
          }
          add(entry.values.map { [UInt8]($0.text.utf8) }.filter { !$0.isEmpty }, to: use)
        }
      }
    }
  }

  func words(_ mark: Mark) -> [[UInt8]] { marks[mark.rawValue] }

  private enum Use {
    case indicatorHead(Column)
    case moneyHead(Column)
    case mark(Mark)
  }

  private mutating func add(_ words: [[UInt8]], to use: Use) {
    switch use {
    case .indicatorHead(let column): indicatorHeads += words.map { ($0, column) }
    case .moneyHead(let column): moneyHeads += words.map { ($0, column) }
    case .mark(let mark): marks[mark.rawValue] += words
    }
  }

  private static let uses: [String: [String: Use]] = [
    "表": ["目标表": .mark(.plan), "项目名称": .mark(.project), "合计": .mark(.total)],
    "指标表头": [
      "指标值": .indicatorHead(.target), "完成值": .indicatorHead(.actual),
      "分值": .indicatorHead(.weight), "得分": .indicatorHead(.score),
      "原因": .indicatorHead(.reason), "名称": .indicatorHead(.name),
      "类别": .indicatorHead(.kind), "计量单位": .indicatorHead(.unit),
    ],
    "资金表头": [
      "年初预算数": .mark(.originalBudget), "全年预算数": .moneyHead(.budget),
      "执行数": .moneyHead(.executed), "分值": .moneyHead(.weight),
      "得分": .moneyHead(.score), "执行率": .moneyHead(.rate),
    ],
    "资金": ["总额": .mark(.moneyTotal), "年度总额": .mark(.yearTotal), "部分": .mark(.moneyPart)],
    "目标": ["年度目标": .mark(.goal), "小标题": .mark(.goalHead)],
    "指标": [
      "定性": .mark(.qualitative), "预算执行率": .mark(.executionRate), "分组": .mark(.group),
      "不分组": .mark(.otherGroup),
    ],
  ]
}
