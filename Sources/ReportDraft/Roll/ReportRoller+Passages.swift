internal import FiscalModel
internal import FiscalNarrative
internal import FiscalStandards
internal import FiscalText

/// The passages, sentence by sentence, and the years of those outside the narrative.
extension ReportRoller {
  mutating func rollPassages(_ lists: [RollList]) {
    let renamed = renamedEntries(lists)
    var heading = ""
    var sign: Int?
    for (index, passage) in reading.facts.passages.enumerated() {
      if passage.kind == .heading {
        heading = passage.text.trimmed().string
        sign = nil
      }
      if outline.lines[index].isStruck { continue }
      switch passage.kind {
      case .paragraph, .heading, .unrecognised:
        guard passage.role?.hasPrefix("narrative") ?? false else {
          rollYears(index, passage, heading)
          continue
        }
        var roller = roller(index, section: heading)
        roller.introSign = sign
        roller.projects = RollProjects.isPerformance(passage) ? projects : nil
        if let (range, change) = renamed[index] {
          roller.rename(range, to: change.newName, because: "科目改名")
        }
        roller.roll()
        take(roller, index)
        sign = roller.firstSign ?? sign
      case .cover, .contents, .caption, .glossaryEntry: rollYears(index, passage, heading)
      case .tableLine, .tableNote, .cell: continue
      }
    }
  }

  private mutating func rollYears(_ index: Int, _ passage: Passage, _ section: String) {
    let place: YearMover.Place =
      switch passage.kind {
      case .cover: .cover
      case .heading, .contents, .caption: .heading
      default: .other
      }
    var edits = TextEdits()
    var moved: Set<Int> = []
    for mention in years.mentions(in: passage.text.utf8, place) {
      let before = passage.text.string(mention.range)
      if let text = mention.text {
        edits.add(mention.range, text)
        moved.insert(OtherNumbers.sentenceEnd(passage.text.utf8, mention.range.upperBound))
      }
      // The contents list says what the headings say.
      if passage.kind == .contents { continue }
      result.numbers.append(
        RolledNumber(
          state: mention.text == nil ? .copied : .computed, section: section, before: before,
          after: mention.text ?? before, reason: mention.text == nil ? mention.note ?? "" : "年度",
          doubt: mention.text == nil ? nil : mention.note))
    }
    if passage.kind == .paragraph, place == .other, distance != 0 {
      openReasons(of: passage, section, &edits)
      keepNumbers(of: passage, section, moved, &edits)
    }
    guard !edits.isEmpty else { return }
    outline.lines[index].text = edits.applied(to: passage.text.utf8)
    outline.lines[index].isChanged = true
  }

  /// Leaves open the reasons for changes outside the narrative.
  private mutating func openReasons(
    of passage: Passage, _ section: String, _ edits: inout TextEdits
  ) {
    let bytes = passage.text.utf8
    for clause in ReasonClauses.all(in: bytes, reading.vocabulary) {
      let before = passage.text.string(0..<clause.intro.upperBound)
      guard before.contains("原因"), DirectionWords.direction(before) != nil else { continue }
      let blank = "【请填写：变动的原因】"
      guard edits.add(clause.body, blank) else { continue }
      result.numbers.append(
        RolledNumber(
          state: .open, section: section, before: passage.text.string(clause.body), after: blank,
          reason: "原因每年不同，不能照抄"))
    }
  }

  /// Marks the amounts outside the narrative, which nothing reads, and the counts of a year; tells
  /// of the other counts.
  ///
  /// - Parameter moved: the ends of the sentences with a year that is another now.
  private mutating func keepNumbers(
    of passage: Passage, _ section: String, _ moved: Set<Int>, _ edits: inout TextEdits
  ) {
    var marked: Set<Int> = []
    for kept in OtherNumbers.all(in: passage.text.utf8) {
      let text = passage.text.string(kept.range)
      result.numbers.append(
        RolledNumber(
          state: .copied, section: section, before: text, after: text, reason: "不在情况说明中，没有改"))
      let end = OtherNumbers.sentenceEnd(passage.text.utf8, kept.range.upperBound)
      guard kept.isAmount || moved.contains(end), marked.insert(end).inserted else { continue }
      edits.add(end..<end, PassageDraft.mark)
    }
  }
}
