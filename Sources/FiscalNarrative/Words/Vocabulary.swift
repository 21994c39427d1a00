public import FiscalStandards
internal import FiscalText

/// All words of a layout, ready to be found: concepts, 科目 and the words that bind numbers.
public struct Vocabulary: Sendable {
  public private(set) var lexicon = Lexicon()
  public private(set) var concepts: [Concept] = []
  /// Those that mean less beside what they hold elsewhere.
  private(set) var narrowable: [Concept] = []
  /// For each name in the lexicon, the concepts that bear it.
  private var conceptNames: [[Int]] = []
  /// Those that it means only where the text speaks of what they are a part of.
  private var shortNames: [Int: [Int]] = [:]
  private var nameIndices: [TextKey: Int] = [:]
  private var nameList: [String] = []
  private var conceptIndices: [TextKey: Int] = [:]
  /// The 科目 names in the lexicon, as normal text.
  public private(set) var classificationNames: [[UInt8]] = []
  private var classificationIndices: [TextKey: Int] = [:]
  /// The functional 科目 by the official table, for names that the report's own tables do not have.
  public var officialItems: ClassificationTable?
  private var sections: [TextKey: SectionWords] = [:]
  private var sectionsBySubject: [TextKey: String] = [:]
  /// The measure that an amount without word for it has: final in final accounts, budget in a
  /// budget.
  public var defaultMeasure: Measure = .finalAmount

  /// By ``WordList``.
  private var lists: [[[UInt8]]] = Array(repeating: [], count: WordList.allCases.count)

  public init() {}

  /// Makes room, so that what is added to is not copied again and again as it grows.
  mutating func reserve(names count: Int) {
    nameIndices.reserveCapacity(count)
    conceptNames.reserveCapacity(count)
    nameList.reserveCapacity(count)
    lexicon.reserve(count)
  }

  /// The words of a list as bytes, longest first.
  public func words(_ list: WordList) -> [[UInt8]] { lists[list.rawValue] }

  mutating func add(_ words: [String], to list: WordList) {
    lists[list.rawValue] += words.filter { !$0.isEmpty }.map { [UInt8]($0.utf8) }
    lists[list.rawValue].sort { $0.count > $1.count }
  }

  /// Whether what stands before an offset ends as the names of bodies and places do.
  public func isBody(_ text: [UInt8], before offset: Int) -> Bool {
    words(.bodyEnding).contains { text.hasBytes($0, at: offset - $0.count) }
  }

  public mutating func add(_ word: String, _ meaning: Word) {
    lexicon.add(word, .word(meaning))
  }

  /// - Parameter shortNames: those that mean it only where the text speaks of what it is a part of: 运行费.
  public mutating func add(_ concept: Concept, names: [String], shortNames: [String] = []) {
    conceptIndices[TextKey(concept.id)] = concepts.count
    for name in names { conceptNames[nameIndex(name)].append(concepts.count) }
    for name in shortNames { self.shortNames[nameIndex(name), default: []].append(concepts.count) }
    concepts.append(concept)
    if !concept.besides.isEmpty { narrowable.append(concept) }
  }

  private mutating func nameIndex(_ name: String) -> Int {
    let count = conceptNames.count
    let index = nameIndices[TextKey(name), default: count]
    guard index == count else { return index }
    nameIndices[TextKey(name)] = index
    conceptNames.append([])
    nameList.append(name)
    lexicon.add(name, .concept(name: index))
    return index
  }

  public mutating func add(_ words: SectionWords) {
    sections[TextKey(words.role)] = words
    guard let subject = words.subject else { return }
    let role = sectionsBySubject[TextKey(subject)]
    if role.map({ words.role.utf8.count < $0.utf8.count }) ?? true {
      sectionsBySubject[TextKey(subject)] = words.role
    }
  }

  /// The outermost section whose sentences without subject are about a concept.
  public func section(about concept: String) -> String? { sectionsBySubject[TextKey(concept)] }

  /// Adds the name of a 科目, which yields to a concept of the same name.
  public mutating func add(classification name: String) {
    let count = classificationNames.count
    let index = classificationIndices[TextKey(name), default: count]
    guard index == count else { return }
    classificationIndices[TextKey(name)] = count
    lexicon.add(name, .classification(name: classificationNames.count))
    // 对个人和家庭补助 is 对个人和家庭的补助.
    var bytes = [UInt8](name.utf8)
    classificationNames.append(NormalText.bytes(of: bytes))
    guard let particle = bytes.firstOffset(of: Self.particle) else { return }
    bytes.removeSubrange(particle..<(particle + Self.particle.count))
    lexicon.add(String(decoding: bytes, as: UTF8.self), .classification(name: count))
  }

  private static let particle = [UInt8]("的".utf8)

  public func concept(_ id: String) -> Concept? { conceptIndices[TextKey(id)].map { concepts[$0] } }

  /// Whether a subject is money that was carried over or is left.
  public func isBalance(_ subject: Subject?) -> Bool {
    guard case .concept(let id) = subject else { return false }
    return concept(id)?.isBalance ?? false
  }

  /// The concept that a name means in a section: the one that fits it most closely.
  public func concept(name: Int, in role: String?) -> Concept? {
    var best: (fit: Int, index: Int)?
    for index in conceptNames[name] {
      guard let fit = concepts[index].fit(role) else { continue }
      if best.map({ fit > $0.fit }) ?? true { best = (fit, index) }
    }
    return best.map { concepts[$0.index] }
  }

  /// The concept that a name means where no section gives it another meaning: 本年支出合计 is that
  /// of a fund in the section on it, and that of the whole body everywhere else.
  public func generalConcept(name: Int) -> Concept? {
    conceptNames[name].lazy.map { concepts[$0] }.first { $0.sections.isEmpty }
  }

  /// The concept that a name means among the parts of another one and their parts.
  public func concept(name: Int, partOf whole: String) -> Concept? {
    guard let parts = concept(whole)?.parts, !parts.isEmpty else { return nil }
    let named = (conceptNames[name] + (shortNames[name] ?? [])).map { concepts[$0] }
    if let part = named.first(where: { parts.contains($0.id) }) { return part }
    let inner = parts.flatMap { concept($0)?.parts ?? [] }
    return named.first { inner.contains($0.id) }
  }

  /// Whether words name something that their section does not speak of: they have none of those with
  /// which a section tells its own parts.
  public func isOtherThing(_ bytes: [UInt8], in range: Range<Int>) -> Bool {
    !words(.heading).contains {
      bytes.firstOffset(of: $0, from: range.lowerBound, to: range.upperBound) != nil
    }
  }

  /// Whether a name may be short for a part of what is listed.
  public func isShortInLists(name: Int) -> Bool {
    shortNames[name]?.contains { !concepts[$0].wholes.isEmpty } ?? false
  }

  /// The concept that a name is short for in a list of the parts of another one.
  public func concept(name: Int, listedIn whole: String) -> Concept? {
    shortNames[name]?.lazy.map { concepts[$0] }.first { $0.wholes.contains(whole) }
  }

  /// Whether a name means a concept only where the text speaks of what that is a part of.
  public func isShort(name: Int) -> Bool { conceptNames[name].isEmpty }

  /// All names of a concept but the short ones, in the order in which they were added.
  ///
  /// - Complexity: O(n) in the names of the layout.
  public func names(of id: String) -> [String] {
    guard let concept = conceptIndices[TextKey(id)] else { return [] }
    return nameList.indices.filter { conceptNames[$0].contains(concept) }.map { nameList[$0] }
  }

  /// The name itself, for names that in a section mean no concept but a 科目.
  public func conceptName(_ index: Int) -> String { nameList[index] }

  /// Whether a concept bears a name, in whatever section.
  public func isConcept(name: String) -> Bool { nameIndices[TextKey(name)] != nil }

  public func classification(_ name: Int) -> String {
    String(decoding: classificationNames[name], as: UTF8.self)
  }

  /// The words of a section, from its role or the nearest one around it that has any.
  public func section(_ role: String?) -> SectionWords? {
    var role = role
    while let name = role {
      if let words = sections[TextKey(name)] { return words }
      role = name.outerRole
    }
    return nil
  }
}
