internal import FiscalModel
internal import FiscalText

/// The names of subjects.
extension ClauseReader {
  mutating func read(_ term: Term, _ range: Range<Int>) {
    switch term {
    case .concept(let index):
      if isTotalBehindName(range) { return }
      if !state.isSharing, let part = partListed(index) {
        name(.concept(part.sameAs ?? part.id), range)
      } else if let concept = vocabulary.concept(name: index, in: passage.role) {
        if state.isSharing { keepGeneralMeaning(of: index, besides: concept) }
        let isOwnSource = isOwnSource(concept)
        name(.concept(concept.sameAs ?? concept.id), range)
        if isOwnSource { state.hasGap = true }
      } else if let part = partAtHand(index) {
        name(.concept(part.sameAs ?? part.id), range)
      } else {
        name(classification(vocabulary.conceptName(index), range), range)
      }
    case .classification(let index):
      name(classification(vocabulary.classification(index), range), range)
    case .word(let word): read(word, range)
    }
  }

  /// “三公”经费总支出: whether a name of a total stands right behind another name, and so says only that the amount
  /// is all of it.
  private func isTotalBehindName(_ range: Range<Int>) -> Bool {
    guard let named = state.subjectRange, named.upperBound == range.lowerBound, !state.hasGap,
      case .concept = state.subject
    else { return false }
    return vocabulary.words(.total).contains { text.bytes[range].elementsEqual($0) }
  }

  /// 信息系统运行费: whether a token is a short name where the text does not speak of what it is a part of.
  func isUnknown(_ token: Token) -> Bool {
    guard case .term(.concept(let name)) = token.kind, vocabulary.isShort(name: name) else {
      return false
    }
    return partAtHand(name) == nil
  }

  /// 财政拨款收入甲，其中：本年收入乙: what a name is short for in the list at hand or those around it, below its
  /// heading, or where no section says what its paragraph speaks of.
  private func partListed(_ name: Int) -> Concept? {
    guard vocabulary.isShortInLists(name: name) else { return nil }
    let lists = [state.whole].compactMap { $0 } + state.outerLists.lazy.map(\.whole).reversed()
    let general = passage.role == Self.general ? firstSubject : nil
    for whole in lists.map(subject(of:)) + [inherited.subject, general] {
      if case .concept(let id) = whole, let part = vocabulary.concept(name: name, listedIn: id) {
        return part
      }
    }
    return nil
  }

  private static let general = "narrative"

  /// 政府采购预算甲，其中：一般公共预算拨款乙: whether a source of money is named as that of something else than the
  /// whole body.
  private func isOwnSource(_ concept: Concept) -> Bool {
    guard concept.isSource, !state.isSharing else { return false }
    if let whole = state.whole ?? state.listWhole {
      guard case .concept(let id) = subject(of: whole) else {
        return subject(of: whole).map { !$0.isUnnamed } ?? false
      }
      return id != concept.id && !(vocabulary.concept(id)?.listsSources ?? false)
    }
    return vocabulary.section(passage.role)?.hasOwnSources ?? false
  }

  /// “三公”经费甲，其中：公务接待费乙: in whatever section, a name is that of a part of what the paragraph, or the
  /// heading above it, speaks of.
  private func partAtHand(_ name: Int) -> Concept? {
    for case .concept(let whole)? in [firstSubject, inherited.subject] {
      if let part = vocabulary.concept(name: name, partOf: whole) { return part }
    }
    return nil
  }

  /// A whole that a share names may be that of the section or that of the whole body.
  private mutating func keepGeneralMeaning(of name: Int, besides concept: Concept) {
    let general = vocabulary.generalConcept(name: name)
    state.generalDenominator =
      general.map { $0.sameAs ?? $0.id }.flatMap { $0 == concept.id ? nil : .concept($0) }
  }

  /// A 科目 named without its level: an economic one where the section speaks of those, else a
  /// functional one of the level at hand.
  func classification(_ name: String, _ range: Range<Int>) -> Subject {
    if let words = vocabulary.section(passage.role), !words.economic.isEmpty {
      return .economic(name)
    }
    return .functional(ClassificationPath(category: name))
  }

  /// 基本工资（款） in a section that speaks of economic 科目 only, else a functional 科目.
  func classification(_ path: ClassificationPath) -> Subject {
    if let words = vocabulary.section(passage.role), words.functional.isEmpty,
      !words.economic.isEmpty
    {
      return .economic(path.last)
    }
    return .functional(inherited.completed(path))
  }

  mutating func name(_ subject: Subject, _ range: Range<Int>) {
    defer { lastNameEnd = range.upperBound }
    // （简称丙）支出合计: the tail of the name, and none of its own.
    if state.definedEnd == range.lowerBound { return }
    if state.isSharing {
      state.denominator = subject
      return
    }
    if state.isAverage { return }
    // Two names in a row make a third one, which nobody has defined; only the section's own
    // subject adds nothing to the name behind it.
    // So does a short unknown word before a name; a long one is that of a body.
    // The code behind a name says what is meant: 教育费附加安排的城市中小学校舍建设（2050903）.
    let isCompound =
      !isCodedItem(subject)
      && (isBehindName(range.lowerBound) && state.subject != sectionSubject
        || (1...Self.longestModifier).contains(state.unknownLength)
          && !isOwnLevel(before: range.lowerBound) && !isOwnShortName(before: range.lowerBound)
        || isQualified(range) || isNarrowed(subject, range)
        || state.isEnumerating
        || state.complementEnd == range.lowerBound)
    if state.isAbsent, state.year == nil {
      absences.append(
        .init(
          passage: passageIndex, range: text.origin(range),
          clause: text.origin(min(state.clauseStart, range.lowerBound)..<range.upperBound),
          subject: subject, section: passage.role))
    }
    if state.region == .reason {
      state.reasonName = String(decoding: text.bytes[range], as: UTF8.self)
      return
    }
    mentions.append(
      .init(
        passage: passageIndex, range: text.origin(range), subject: subject, section: passage.role))
    // 主要用于委员视察: what money is for is no 类 of the items behind.
    if case .functional(let path) = subject, state.region == .plain { inherited.remember(path) }
    let isPartOfUnknown = isPartOfItemBefore(subject)
    if isPartOfUnknown || isPartOfItem(subject) || isAboutProjects(subject) {
      // Nor is what the paragraph goes on to say of it said of what its section speaks of.
      if isPartOfUnknown { state.subject = nil }
      state.hasGap = true
      state.subjectRange = range
      return
    }
    // …，其中养老服务中心支出合计205.00万元: what was told of the body already is told of another one.
    if state.unknownLength > 0, level(subject) != nil, isOtherBody(before: range.lowerBound) {
      state.isOfOtherBody = true
    }
    state.enumeratedFirst = state.isEnumerating ? state.subject : nil
    namedSubject = subject
    namedSentence = sentence
    state.countsUnknown = false
    state.subject = subject
    state.subjectRange = range
    state.hasGap = isCompound || state.isUnknown
    state.isCompound = isCompound
    state.fund = state.pendingFund
    state.pendingFund = nil
  }

  private func isCodedItem(_ subject: Subject) -> Bool {
    guard case .functional(let path) = subject else { return false }
    return path.code.utf8.count == Self.itemCodeLength
  }

  private static let itemCodeLength = 7

  /// 甲乙, 甲2024年乙: whether nothing but a year stands between the name before and another one.
  private func isBehindName(_ start: Int) -> Bool {
    guard let end = state.subjectRange?.upperBound else { return false }
    if end == start { return true }
    guard end == lastNumberStart, start == lastNumberEnd, case .year = statements.last?.quantity
    else { return false }
    return true
  }

  /// 委托某某事务支出预算: whether unknown text that is no body's name stands right before a name, and
  /// so is a part of it.
  private func isQualified(_ name: Range<Int>) -> Bool {
    unknownBefore > 0 && !isBody(before: name.lowerBound)
  }

  /// 人员支出80.00万元，对个人和家庭的补助支出6.00万元: whether the list at hand tells beside a name what it holds elsewhere, so
  /// that it means less here.
  private func isNarrowed(_ subject: Subject, _ name: Range<Int>) -> Bool {
    guard case .concept(let id) = subject,
      let words = vocabulary.narrowable.first(where: { $0.id.hasSameBytes(as: id) })?.besides
    else { return false }
    let end = text.bytes.firstOffset(of: Self.stopMark, from: name.upperBound) ?? text.bytes.count
    return words.contains { word in
      guard let other = text.bytes.firstOffset(of: word, from: name.upperBound, to: end) else {
        return false
      }
      return isAmountNear(other + word.count, end)
        && !Self.listWords.contains {
          text.bytes.firstOffset(of: $0, from: name.upperBound, to: other) != nil
        }
    }
  }

  /// Whether a number stands behind at most the rest of a name.
  private func isAmountNear(_ start: Int, _ end: Int) -> Bool {
    text.bytes[start..<min(end, start + Self.longestRest)].contains { (0x30...0x39).contains($0) }
  }

  private static let stopMark = [UInt8]("。".utf8)
  /// What begins a list of what a name holds, or of what it is spent on.
  private static let listWords = ["其中", "包", "主要", "用于", "：", "（"].map { [UInt8]($0.utf8) }
  /// Six ideographs.
  private static let longestRest = 18

  /// Whether the clause begins with the name of another body than the one that reports, which ends
  /// at an offset.
  func isOtherBody(before offset: Int) -> Bool {
    guard lastNumberEnd <= state.clauseStart, lastNameEnd <= state.clauseStart else {
      return false
    }
    var start = state.clauseStart
    if text.bytes.hasBytes(Self.ofWhich, at: start) { start += Self.ofWhich.count }
    return isOtherBody(text.bytes[min(start, offset)..<offset])
  }

  private func isOtherBody(_ name: ArraySlice<UInt8>) -> Bool {
    guard (Self.shortestBody...Self.longestBody).contains(name.count), isBody(before: name.endIndex)
    else { return false }
    let name = withoutUnits(Array(name))
    if Self.ownWords.contains(where: { name.hasBytes($0, at: 0) }) { return false }
    guard !entity.isEmpty else { return true }
    return entity.firstOffset(of: name) == nil && name.firstOffset(of: entity) == nil
  }

  /// 柳汀街道各单位: a name without the words for all that belongs to the body.
  private func withoutUnits(_ name: [UInt8]) -> [UInt8] {
    guard
      let tail = vocabulary.words(.allUnits).first(where: {
        name.suffix($0.count).elementsEqual($0)
      }),
      name.count > tail.count
    else { return name }
    return Array(name.dropLast(tail.count))
  }

  /// Whether the passage is nothing but the name of another body.
  var namesOtherBody: Bool {
    guard firstSubject == nil, statements.isEmpty else { return false }
    return isOtherBody(text.bytes[bodyStart...])
  }

  /// 镇本级“三公”经费: whether what stands before a name ends with words for the body itself.
  private func isOwnLevel(before offset: Int) -> Bool {
    text.bytes.hasBytes(Self.ownLevel, at: offset - Self.ownLevel.count)
  }

  /// 县政协办支出预算, 街道各单位支出预算: whether what the clause begins with before a name is a short name of the body that
  /// reports, all of whose ideographs its full name has.
  private func isOwnShortName(before offset: Int) -> Bool {
    let start = max(state.clauseStart, lastNumberEnd)
    guard !entity.isEmpty, start < offset, offset - start <= Self.longestBody,
      isBody(before: offset)
    else { return false }
    let name = withoutUnits(Array(text.bytes[start..<offset]))
    guard name.count >= state.unknownLength, name.count.isMultiple(of: 3) else { return false }
    return stride(from: 0, to: name.count, by: 3).allSatisfy {
      entity.firstOffset(of: Array(name[$0..<$0 + 3])) != nil
    }
  }

  private static let ownLevel = [UInt8]("本级".utf8)
  static let ofWhich = [UInt8]("其中".utf8)
  private static let ownWords = ["本", "我", "该", "全", "各"].map { [UInt8]($0.utf8) }
  /// Three ideographs, and twenty-five.
  private static let shortestBody = 9
  private static let longestBody = 75

  /// Whether what stands before an offset ends as the names of bodies do.
  func isBody(before offset: Int) -> Bool { vocabulary.isBody(text.bytes, before: offset) }

  /// Behind a 科目 its sentence speaks of that 科目's own 基本支出 and 项目支出.
  func isPartOfItem(_ subject: Subject) -> Bool {
    guard case .concept = subject, case .functional(let path) = state.subject else { return false }
    if !path.item.isEmpty { return true }
    // 总收入甲，其中本年收入乙: a name of the accounts that its section does not know is no 科目.
    return state.whole.map { self.subject(of: $0) } == state.subject
      && !vocabulary.isConcept(name: path.category)
  }

  /// 基本养老保险缴费支出52.00万元，其中： above 基本支出52.00万元，项目支出0.00万元。
  private func isPartOfItemBefore(_ subject: Subject) -> Bool {
    guard preceding.endsBehindItem, sentence == 0, case .concept = subject else { return false }
    return true
  }

  /// A section on performance speaks of projects: a name of the accounts only says of which kind.
  func isAboutProjects(_ subject: Subject) -> Bool {
    guard let role = passage.role, role.hasSuffix("performance") else { return false }
    if case .project = subject { return false }
    return true
  }
}
