internal import FiscalModel
public import FiscalStandards
internal import FiscalText

/// Reads the words of a layout: `words.txt`, which all share, and its `concepts.txt`.
public struct VocabularyReader {
  private let layout: Layout
  private var vocabulary = Vocabulary()
  /// By id, in the order in which they were first named; a layout's own replace its parents'.
  private var concepts: [(concept: Concept, names: [String], shortNames: [String])] = []
  private var conceptPlaces: [TextKey: Int] = [:]
  private var sections: [SectionWords] = []
  /// Where concepts name others.
  private var references: [(tokens: [DataToken], file: DataFile)] = []

  private init(_ layout: Layout) { self.layout = layout }

  /// - Throws: a ``LayoutError`` with the place in the data file that is wrong.
  public static func vocabulary(for layout: Layout) throws(LayoutError) -> Vocabulary {
    var reader = VocabularyReader(layout)
    try reader.read()
    return reader.vocabulary
  }

  private mutating func read() throws(LayoutError) {
    vocabulary.defaultMeasure = layout.kind == .budget ? .budget : .finalAmount
    for file in try layout.dataFiles("concepts.txt") { try readConcepts(file) }
    try checkReferences()
    vocabulary.reserve(names: concepts.reduce(0) { $0 + $1.names.count + $1.shortNames.count })
    for (concept, names, shortNames) in concepts {
      vocabulary.add(concept, names: names, shortNames: shortNames)
    }
    for words in sections { vocabulary.add(words) }
    for file in try layout.dataFiles("words.txt") { try readWords(file) }
  }

  /// A concept may be named before it is described, in another file too.
  private func checkReferences() throws(LayoutError) {
    for (tokens, file) in references {
      for token in tokens where conceptPlaces[TextKey(token.text)] == nil {
        throw file.error("没有“\(token.text)”这个概念", at: token)
      }
    }
  }

  // MARK: words.txt

  private mutating func readWords(_ file: DataFile) throws(LayoutError) {
    for section in file.sections {
      let lists = WordList.allCases.filter { $0.place.section == section.keyword.text }
      if !lists.isEmpty {
        try readLists(section, lists, file)
        continue
      }
      guard let meanings = Self.meanings[section.keyword.text] else {
        throw file.error("不认识的节“[\(section.keyword.text)]”", at: section.keyword)
      }
      for entry in section.entries {
        guard let meaning = meanings[entry.key.text] else {
          throw file.error("不认识的键“\(entry.key.text)”", at: entry.key)
        }
        for word in try spelledOut(entry, file) { vocabulary.add(word, meaning) }
      }
    }
  }

  private mutating func readLists(
    _ section: DataSection, _ lists: [WordList], _ file: DataFile
  ) throws(LayoutError) {
    for entry in section.entries {
      guard let list = lists.first(where: { $0.place.key == entry.key.text }) else {
        let known = lists.map(\.place.key).joined(separator: "、")
        throw file.error("不认识的键“\(entry.key.text)”，可用的是：\(known)", at: entry.key)
      }
      vocabulary.add(entry.values.map(\.text), to: list)
    }
  }

  private static let meanings: [String: [String: Word]] = [
    "计量": Dictionary(
      uniqueKeysWithValues: Measure.allCases.map { ($0.rawValue, .measure($0)) }),
    "基期": [
      "上年": .base(.priorYear), "上年预算数": .base(.priorBudget), "上年执行数": .base(.priorFinal),
    ],
    "关系": [
      "比较": .compare, "相比": .compared, "增加": .direction(.up), "减少": .direction(.down),
      "持平": .direction(.unchanged), "未选": .undecided, "大于": .order(.above),
      "小于": .order(.below), "等于": .order(.equal), "不大于": .order(.notAbove),
      "不小于": .order(.notBelow), "占": .share, "完成": .completion,
      "其中": .ofWhich, "原因": .reason, "用途": .purpose, "没有": .absence, "分别": .respectively,
      "调整": .adjustment,
      "简称": .definition,
      "各": .each, "由": .from, "变为": .becoming, "平均": .average,
      "剔除": .exclusion, "差异": .deviation,
    ],
    "资金": Dictionary(uniqueKeysWithValues: Fund.allCases.map { ($0.rawValue, .fund($0)) }),
    "虚词": ["略过": .idle, "填充": .filler, "补足": .complement],
  ]

  // MARK: concepts.txt

  private mutating func readConcepts(_ file: DataFile) throws(LayoutError) {
    for section in file.sections {
      guard let argument = section.argument else {
        throw file.error("“[\(section.keyword.text)]”后面缺少名称", at: section.keyword)
      }
      switch section.keyword.text {
      case "概念": try readConcept(argument, section.entries, file)
      case "章节": try readSection(argument, section.entries, file)
      default:
        throw file.error(
          "不认识的节“[\(section.keyword.text)]”，可用：[概念]、[章节]", at: section.keyword)
      }
    }
  }

  /// The names of an entry, those written as one each by itself.
  private func spelledOut(_ entry: DataEntry, _ file: DataFile) throws(LayoutError) -> [String] {
    var names: [String] = []
    for value in entry.values {
      guard let all = NamePattern.names(value.text) else {
        throw file.error(
          "〔〕应当成对，里面不再有〔〕，合起来不超过 \(NamePattern.mostNames) 个名称", at: value)
      }
      names += all
    }
    return names
  }

  private mutating func readConcept(
    _ id: DataToken, _ entries: [DataEntry], _ file: DataFile
  ) throws(LayoutError) {
    let key = TextKey(id.text)
    let inherited = conceptPlaces[key].map { concepts[$0] }
    var (concept, names, shortNames) = inherited ?? (Concept(id: id.text), [], [])
    for entry in entries {
      switch entry.key.text {
      case "名称": names = try spelledOut(entry, file)
      case "简称": shortNames = try spelledOut(entry, file)
      case "章节": concept.sections = entry.values.map(\.text)
      case "分项": concept.parts = named(entry, file)
      case "另分": concept.otherParts = named(entry, file)
      case "当年不含": concept.carriedOver = entry.values.map(\.text)
      case "属于": concept.wholes = named(entry, file)
      case "资金来源": concept.isSource = isYes(entry)
      case "按来源": concept.listsSources = isYes(entry)
      case "不超过": concept.limits = named(entry, file)
      case "并列除外": concept.besides = entry.values.map { [UInt8]($0.text.utf8) }
      case "合称": concept.jointOf = named(entry, file)
      case "同": concept.sameAs = named(entry, file).first
      case "对应": concept.otherSide = named(entry, file).first
      case "规则": concept.tableRule = entry.values.first?.text
      case "分项规则": concept.partsRule = entry.values.first?.text
      case "完整": concept.isExhaustive = isYes(entry)
      case "结转结余": concept.isBalance = isYes(entry)
      case "公布的预算": concept.budgetConcept = entry.values.first?.text
      case "参考": concept.references[try measure(entry, file)] = try formulas(entry, file)
      case "个数":
        guard let classifier = entry.argument else {
          throw file.error("“个数”后面应当是数的单位，如辆、批次", at: entry.key)
        }
        concept.counts[classifier.text] = try formulas(entry, file)
      default:
        guard let measure = Measure(rawValue: entry.key.text) else {
          throw file.error("不认识的键“\(entry.key.text)”", at: entry.key)
        }
        concept.formulas[measure] = try formulas(entry, file)
      }
    }
    if let index = conceptPlaces[key] {
      concepts[index] = (concept, names, shortNames)
    } else {
      conceptPlaces[key] = concepts.count
      concepts.append((concept, names, shortNames))
    }
  }

  /// The values of an entry that are other concepts, which must be there in the end.
  private mutating func named(_ entry: DataEntry, _ file: DataFile) -> [String] {
    references.append((entry.values, file))
    return entry.values.map(\.text)
  }

  private func isYes(_ entry: DataEntry) -> Bool {
    entry.values.count == 1 && entry.values[0].text == "是"
  }

  /// The formulas that the values of an entry are.
  private func formulas(_ entry: DataEntry, _ file: DataFile) throws(LayoutError) -> [Formula] {
    var formulas: [Formula] = []
    for token in entry.values {
      do {
        formulas.append(try Formula(token.text))
      } catch {
        throw file.error("公式有误：\(error.message)", at: token.offset + error.offset)
      }
    }
    return formulas
  }

  private mutating func readSection(
    _ role: DataToken, _ entries: [DataEntry], _ file: DataFile
  ) throws(LayoutError) {
    var words = SectionWords(role: role.text)
    for entry in entries {
      switch entry.key.text {
      case "主体": words.subject = file.value(of: entry).text
      case "规则": words.tableRule = file.value(of: entry).text
      case "功能科目":
        words.functional[try measure(entry, file)] = try address(file.value(of: entry), file)
      case "自有来源": words.hasOwnSources = isYes(entry)
      case "项级见": words.itemSections += entry.values.map(\.text)
      case "经济科目":
        words.economic[try measure(entry, file)] = try address(file.value(of: entry), file)
      default: throw file.error("不认识的键“\(entry.key.text)”", at: entry.key)
      }
    }
    sections.removeAll { $0.role == words.role }
    sections.append(words)
  }

  private func measure(_ entry: DataEntry, _ file: DataFile) throws(LayoutError) -> Measure {
    guard let argument = entry.argument, let measure = Measure(rawValue: argument.text) else {
      throw file.error("“\(entry.key.text)”后面应当是年初预算数、全年预算数、决算数或预算数", at: entry.key)
    }
    return measure
  }

  private func address(_ token: DataToken, _ file: DataFile) throws(LayoutError) -> ColumnAddress {
    let parts = token.text.split(separator: "!", maxSplits: 1)
    guard parts.count == 2 else { throw file.error("应当写成“表!列”", at: token) }
    return ColumnAddress(table: String(parts[0]), column: String(parts[1]))
  }
}
