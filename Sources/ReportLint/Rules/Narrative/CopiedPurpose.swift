internal import FiscalModel
internal import FiscalNarrative
internal import FiscalText

/// NN51: an item whose purpose is that of another one, word for word, and names the other one.
struct CopiedPurpose: Rule {
  static let metadata = RuleMetadata(
    id: "NN51", category: "T6", severity: .warning, title: "用途照抄另一科目",
    summary: "每个科目的“主要用于”说的是这个科目的用途。",
    rationale: "两个科目的用途一字不差，而所说的是其中一个科目的名称，另一处多是复制后没有改。",
    source: "文字校对通则",
    examples: [
      RuleExample(
        "有误",
        """
        # 第二部分 部门决算情况说明
        ## 五、一般公共预算财政拨款支出决算情况说明
        ### （三）一般公共预算财政拨款支出决算具体情况
        1.卫生健康支出（类）行政事业单位医疗（款）行政单位医疗（项）。主要用于：行政单位医疗保险缴费。年初预算为20.00万元，支出决算为20.00万元，完成年初预算的100%。

        2.卫生健康支出（类）行政事业单位医疗（款）公务员医疗补助（项）。主要用于：⟦行政单位医疗保险缴费⟧。年初预算为8.00万元，支出决算为8.00万元，完成年初预算的100%。
        """),
      RuleExample(
        "预算",
        """
        # 第二部分 部门预算情况说明
        ## 五、一般公共预算支出情况说明
        1.社会保障和就业支出（类）行政事业单位养老支出（款）机关事业单位基本养老保险缴费支出（项）预算30.00万元，主要用于⟦机关事业单位职业年金缴费支出⟧。

        2.社会保障和就业支出（类）行政事业单位养老支出（款）机关事业单位职业年金缴费支出（项）预算15.00万元，主要用于机关事业单位职业年金缴费支出。
        """, layout: "budget"),
      RuleExample(
        "编制说明里的各项",
        """
        # 部门预算编制说明
        2024年财政拨款支出主要内容如下：

        1.“城乡社区支出（类）城乡社区管理事务（款）一般行政管理事务（项）”120.00万元，主要用于城乡社区管理事务一般行政管理事务。

        2.“城乡社区支出（类）城乡社区管理事务（款）工程建设管理（项）”60.00万元，主要用于⟦城乡社区管理事务一般行政管理事务⟧。

        3.“城乡社区支出（类）城乡社区环境卫生（款）城乡社区环境卫生（项）”30.00万元，主要用于城乡社区环境卫生。
        """, layout: "budget/shanghai"),
      RuleExample(
        "各说各的",
        """
        # 第二部分 部门决算情况说明
        ## 五、一般公共预算财政拨款支出决算情况说明
        ### （三）一般公共预算财政拨款支出决算具体情况
        1.卫生健康支出（类）行政事业单位医疗（款）行政单位医疗（项）。主要用于：行政单位医疗保险缴费。年初预算为20.00万元，支出决算为20.00万元，完成年初预算的100%。

        2.卫生健康支出（类）行政事业单位医疗（款）公务员医疗补助（项）。主要用于：公务员医疗补助缴费。年初预算为8.00万元，支出决算为8.00万元，完成年初预算的100%。
        """),
      RuleExample(
        "同样的用途不是哪个科目的名称",
        """
        # 第二部分 部门决算情况说明
        ## 五、一般公共预算财政拨款支出决算情况说明
        ### （三）一般公共预算财政拨款支出决算具体情况
        1.教育支出（类）普通教育（款）小学教育（项）。主要用于：人员经费和日常公用经费。年初预算为20.00万元，支出决算为20.00万元，完成年初预算的100%。

        2.教育支出（类）普通教育（款）初中教育（项）。主要用于：人员经费和日常公用经费。年初预算为8.00万元，支出决算为8.00万元，完成年初预算的100%。
        """),
      RuleExample(
        "一处合说两个科目",
        """
        # 第二部分 部门决算情况说明
        ## 五、一般公共预算财政拨款支出决算情况说明
        ### （三）一般公共预算财政拨款支出决算具体情况
        1.卫生健康支出（类）行政事业单位医疗（款）行政单位医疗（项）。主要用于：行政单位医疗、事业单位医疗缴费。年初预算为20.00万元，支出决算为20.00万元，完成年初预算的100%。

        2.卫生健康支出（类）行政事业单位医疗（款）事业单位医疗（项）。主要用于：行政单位医疗、事业单位医疗缴费。年初预算为8.00万元，支出决算为8.00万元，完成年初预算的100%。
        """),
    ])

  func check(_ context: LintContext, into findings: inout FindingSink) {
    let purposes = Self.purposes(context)
    let copies = Dictionary(grouping: purposes, by: \.words)
    for purpose in purposes where !purpose.names(purpose.item) {
      guard let other = copies[purpose.words]?.first(where: { $0.names($0.item) }) else { continue }
      findings.report(
        purpose.text, purpose.range,
        "这里是“\(string(purpose.item))”，用途与“\(string(other.item))”一字不差", confidence: .medium,
        evidence: [.init(string(other.item), other.text, other.range)],
        suggestion: "改写为“\(string(purpose.item))”的用途")
    }
  }

  /// The purposes that the narrative tells of items, each of the last item named before it.
  private static func purposes(_ context: LintContext) -> [Purpose] {
    var purposes: [Purpose] = []
    var normal: (passage: Int, text: NormalText)?
    for mention in context.facts.mentions {
      guard mention.section?.isRole("narrative") ?? false,
        case .functional(let path) = mention.subject, !path.item.isEmpty
      else { continue }
      let text = context.facts.passages[mention.passage].text
      if normal?.passage != mention.passage {
        normal = (mention.passage, NormalText(text.utf8))
      }
      guard let normal = normal?.text,
        let purpose = Purpose(of: path.item, in: mention, text, normal, context.vocabulary)
      else { continue }
      if let last = purposes.last, last.passage == purpose.passage, last.range == purpose.range {
        purposes.removeLast()
      }
      purposes.append(purpose)
    }
    return purposes
  }

  private func string(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  /// What an item is said to be for.
  private struct Purpose {
    /// The item's name and what it is for, in normal bytes.
    var item: [UInt8]
    var words: [UInt8]
    var passage: Int
    var text: TracedText
    /// The bytes of the words in the text.
    var range: Range<Int>

    /// Nil where the sentence behind the item's name does not tell it.
    init?(
      of item: String, in mention: Facts.Mention, _ text: TracedText, _ normal: NormalText,
      _ vocabulary: Vocabulary
    ) {
      let name = [UInt8](item.utf8)
      guard let named = Self.place(of: name, in: mention, normal),
        let start = Self.start(in: normal.bytes, from: named + name.count, vocabulary)
      else { return nil }
      let end = Self.marks.compactMap { normal.bytes.firstOffset(of: $0, from: start) }.min()
      let words = start..<(end ?? normal.bytes.count)
      guard words.count >= Self.leastLength else { return nil }
      self.item = name
      self.text = text
      passage = mention.passage
      self.words = normal.bytes.part(words)
      range = normal.origin(words)
    }

    /// Where the name stands that a mention is of.
    private static func place(
      of name: [UInt8], in mention: Facts.Mention, _ normal: NormalText
    ) -> Int? {
      var place = normal.bytes.firstOffset(of: name)
      while let found = place,
        normal.origin(found..<(found + name.count)).lowerBound < mention.range.lowerBound
      {
        place = normal.bytes.firstOffset(of: name, from: found + name.count)
      }
      return place
    }

    func names(_ item: [UInt8]) -> Bool { words.firstOffset(of: item) != nil }

    /// Where the words begin behind 主要用于 and its colon.
    private static func start(
      in bytes: [UInt8], from first: Int, _ vocabulary: Vocabulary
    ) -> Int? {
      var offset = first
      while offset < bytes.count {
        if let (term, length) = vocabulary.lexicon.longest(bytes, at: offset) {
          offset += length
          if term == .word(.purpose) {
            return bytes.hasBytes(colon, at: offset) ? offset + colon.count : offset
          }
        } else {
          offset += 1
        }
      }
      return nil
    }

    private static let colon = NormalText.bytes(of: [UInt8]("：".utf8))
    private static let marks = ["。", "；"].map { NormalText.bytes(of: [UInt8]($0.utf8)) }
    /// Four ideographs.
    private static let leastLength = 12
  }
}
