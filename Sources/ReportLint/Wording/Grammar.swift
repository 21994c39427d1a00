internal import FiscalStandards
internal import FiscalText

/// The classes of words of `grammar.txt`, by which rules about clauses and marks judge.
struct Grammar: Sendable {
  /// Words behind which no mark may stand.
  private(set) var openEnded = PhraseSet([])
  /// Verbs that a semicolon cannot part from their object.
  private(set) var transitive = PhraseSet([])
  /// Words that cannot begin a sentence.
  private(set) var sequels = PhraseSet([])
  /// Phrases that hold such words and mean something else.
  private(set) var otherwise = PhraseSet([])
  /// Prepositions that a clause has only once.
  private(set) var prepositions = PhraseSet([])
  /// Characters before a second preposition that make it one of another clause.
  private(set) var joints: Set<UInt32> = []
  /// Places where what is carried out runs into another piece of work: 精神组织.
  private(set) var runOns = PhraseSet([])
  private(set) var carryingOut = PhraseSet([])
  private(set) var manners = PhraseSet([])
  /// Verbs that begin another clause behind a count.
  private(set) var countedActions = PhraseSet([])
  /// Reasons that say nothing.
  private(set) var emptyReasons = PhraseSet([])
  /// Words of which one stands wherever a reason is given.
  private(set) var reasons = PhraseSet([])
  /// Words with which a clause begins that gives one: 因压减接待，….
  private(set) var causes = PhraseSet([])
  /// Words of thrift, which are a reason for a fall wherever their section says them.
  private(set) var thrift = PhraseSet([])
  /// Words of reasons for a rise, and of those for a fall.
  private(set) var rises = PhraseSet([])
  private(set) var falls = PhraseSet([])
  /// Words of reasons that turn the meaning round or speak of another year.
  private(set) var turns = PhraseSet([])
  /// Words of reasons that cost money, and of those for which it was left over.
  private(set) var costlier: [[UInt8]] = []
  private(set) var unspent: [[UInt8]] = []
  /// What is done with the accounts of another year: 审计, 整改.
  private(set) var deeds = PhraseSet([])
  /// The kinds of units that a list of them counts, the longest name first.
  private(set) var unitKinds: [[UInt32]] = []
  /// What the name of an office within a body ends with.
  private(set) var officeEndings: Set<UInt32> = []
  /// What the names of bodies that issue documents end with, and the words behind them.
  private(set) var issuerEndings: Set<UInt32> = []
  private(set) var issuing = PhraseSet([])
  /// Changes of the units that a disclosure covers: 划转.
  private(set) var unitChanges = PhraseSet([])
  /// Words before the name of a 科目, that it is the former one, and words of the change of its name.
  private(set) var former = PhraseSet([])
  private(set) var renaming = PhraseSet([])
  /// By which the note below a table says that it holds nothing.
  private(set) var emptyTable = PhraseSet([])
  /// What stands before and behind the level where a definition speaks of the department's own
  /// money: 与…级财政有经费领拨.
  private(set) var ownLevels: [(lead: [UInt32], rest: [UInt32])] = []

  init() {}

  /// - Throws: a ``LayoutError`` with the place in the data file that is wrong.
  init(_ layout: Layout) throws(LayoutError) {
    var words: [String: [String]] = [:]
    for file in try layout.dataFiles("grammar.txt") {
      let reader = DataReader(file: file)
      for section in file.sections {
        guard let keys = Self.keys[section.keyword.text] else {
          throw reader.unknownSection(section, known: Self.keys.keys.sorted())
        }
        for entry in section.entries {
          guard keys.contains(entry.key.text) else { throw reader.unknownKey(entry, known: keys) }
          words[entry.key.text, default: []] += entry.values.map(\.text)
          guard entry.key.text == Self.ownLevel else { continue }
          for value in entry.values {
            ownLevels.append(try Self.frame(value, in: file))
          }
        }
      }
    }
    take(words)
  }

  private static let keys = [
    "停顿": ["不能停顿", "不能接分号", "不能起句", "除外"],
    "介词": ["不能重复", "可以重复"],
    "分句": ["内容", "动作", "贯彻", "依据", "计数后的动作"],
    "空泛原因": ["原因"],
    "说明原因": ["写明", "起头", "节约"],
    "原因方向": ["增加", "减少", "另说", "多花钱", "没花完"],
    "年度": ["处理"],
    "机构": ["单位种类", "科室结尾", "单位变动"],
    "公文": ["发文机关", "事由"],
    "科目更名": ["从前", "更名"],
    "空表": ["写明没有"],
    "释义": [ownLevel],
  ]

  private static let ownLevel = "本级"
  private static let level = [UInt8]("…级".utf8)

  private static func frame(
    _ value: DataToken, in file: DataFile
  ) throws(LayoutError) -> (lead: [UInt32], rest: [UInt32]) {
    let text = [UInt8](value.text.utf8)
    guard let start = text.firstOffset(of: level), start > 0, start + level.count < text.count
    else { throw file.error("应当写成“与…级财政有经费领拨”，“…”是级次所在", at: value) }
    let rest = (start + level.count)..<text.count
    return (
      String(validUTF8: text, 0..<start).scalarValues, String(validUTF8: text, rest).scalarValues
    )
  }

  private mutating func take(_ words: [String: [String]]) {
    func set(_ key: String) -> PhraseSet { PhraseSet(words[key] ?? []) }
    openEnded = set("不能停顿")
    transitive = set("不能接分号")
    sequels = set("不能起句")
    otherwise = set("除外")
    prepositions = set("不能重复")
    joints = Set((words["可以重复"] ?? []).flatMap(\.scalarValues))
    let actions = words["动作"] ?? []
    runOns = PhraseSet((words["内容"] ?? []).flatMap { content in actions.map { content + $0 } })
    carryingOut = set("贯彻")
    manners = set("依据")
    countedActions = set("计数后的动作")
    emptyReasons = set("原因")
    reasons = set("写明")
    causes = set("起头")
    thrift = set("节约")
    (rises, falls, turns) = (set("增加"), set("减少"), set("另说"))
    costlier = (words["多花钱"] ?? []).map { [UInt8]($0.utf8) }
    unspent = (words["没花完"] ?? []).map { [UInt8]($0.utf8) }
    deeds = set("处理")
    unitKinds = (words["单位种类"] ?? []).map(\.scalarValues).sorted { $0.count > $1.count }
    officeEndings = Set((words["科室结尾"] ?? []).flatMap(\.scalarValues))
    unitChanges = set("单位变动")
    issuerEndings = Set((words["发文机关"] ?? []).flatMap(\.scalarValues))
    issuing = set("事由")
    (former, renaming) = (set("从前"), set("更名"))
    emptyTable = set("写明没有")
  }

  /// Whether a reason says nothing that a reader did not know.
  func isEmptyReason(_ text: DocumentText, _ reason: Range<Int>) -> Bool {
    emptyReasons.phrases.contains { phrase in
      text.scalars[reason].elementsEqual(phrase)
    }
  }
}
