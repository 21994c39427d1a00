internal import FiscalModel
internal import FiscalNarrative
internal import FiscalText

/// Something that the result of a performance sheet calls unfinished: 数字化 in 数字化工作正在进行.
struct UnfinishedThing {
  /// What is unfinished, in normal bytes without the words that change nothing.
  var name: [UInt8]
  /// The bytes of the clause in the text.
  var range: Range<Int>

  private static let ideograph = 3
  /// Three ideographs: a shorter name is a word of everyday.
  private static let shortestName = 3 * ideograph

  /// The things in the words of a sheet's result.
  ///
  /// A result that was flattened into one cell with its goal is what stands last there.
  static func all(in sheet: PerformanceSheet, _ vocabulary: Vocabulary) -> [(TracedText, Self)] {
    guard let text = sheet.result ?? sheet.goal else { return [] }
    let normal = NormalText(text.utf8)
    let words = vocabulary.words(.unfinished)
    guard words.contains(where: { normal.bytes.firstOffset(of: $0) != nil }) else { return [] }
    let clauses = Clause.all(in: normal.bytes)
    let last = clauses.last?.sentence
    return clauses.indices.compactMap { index in
      let clause = clauses[index]
      guard sheet.result != nil || clause.sentence == last,
        let name = name(normal.bytes[clause.range], vocabulary),
        !isDoneElsewhere(name, index, clauses, normal.bytes, vocabulary)
      else { return nil }
      return (text, Self(name: name, range: normal.origin(clause.range)))
    }
  }

  /// The subject of a clause that ends in a word for what is not done.
  private static func name(_ clause: ArraySlice<UInt8>, _ vocabulary: Vocabulary) -> [UInt8]? {
    let word = vocabulary.words(.unfinished).filter { clause.ends(with: $0) }
      .max { $0.count < $1.count }
    guard let word else { return nil }
    let name = bare(clause.dropLast(word.count), vocabulary.words(.idle))
    return name.count >= shortestName ? Array(name) : nil
  }

  /// Without the words around it that change nothing, and without 的 in the middle. A single
  /// ideograph at the start may be part of the name: 现 of 现代化.
  private static func bare(_ name: ArraySlice<UInt8>, _ idle: [[UInt8]]) -> [UInt8] {
    let leading = idle.filter { $0.count > ideograph }
    var name = name
    while let word = idle.first(where: { name.ends(with: $0) }) { name.removeLast(word.count) }
    while let word = leading.first(where: { name.starts(with: $0) }) {
      name.removeFirst(word.count)
    }
    return without(possessive, Array(name))
  }

  private static let possessive = [UInt8]("的".utf8)

  private static func without(_ word: [UInt8], _ bytes: [UInt8]) -> [UInt8] {
    guard let offset = bytes.firstOffset(of: word) else { return bytes }
    return bytes[..<offset] + without(word, Array(bytes[(offset + word.count)...]))
  }

  /// Whether the result says too that the thing was finished: in another clause that names it, or
  /// in the rest of the sentence, unless that is still to come.
  private static func isDoneElsewhere(
    _ name: [UInt8], _ index: Int, _ clauses: [Clause], _ bytes: [UInt8], _ vocabulary: Vocabulary
  ) -> Bool {
    clauses.indices.contains { other in
      guard other != index else { return false }
      let clause = Array(bytes[clauses[other].range])
      let follows = other > index && clauses[other].sentence == clauses[index].sentence
      guard follows || clause.firstOffset(of: name) != nil else { return false }
      return vocabulary.words(.done).contains { clause.firstOffset(of: $0) != nil }
        && !vocabulary.words(.future).contains { clause.firstOffset(of: $0) != nil }
    }
  }

  /// Whether an indicator measures whether the whole thing is done.
  func isMeasured(by indicator: PerformanceSheet.Indicator, _ vocabulary: Vocabulary) -> Bool {
    guard let printed = indicator.name else { return false }
    let words = NormalText.bytes(of: printed.utf8).filter { $0 != 0x20 }
    guard let offset = words.firstOffset(of: name),
      case let before = Array(words[..<offset]),
      !before.contains(where: { (0x30...0x39).contains($0) }),
      !vocabulary.words(.partial).contains(where: { before.firstOffset(of: $0) != nil })
    else { return false }
    var rest = words[(offset + name.count)...]
    while let word = vocabulary.words(.idle).first(where: { rest.starts(with: $0) }) {
      rest.removeFirst(word.count)
    }
    if vocabulary.words(.completion).contains(where: { rest.elementsEqual($0) }) { return true }
    return rest.isEmpty && Self.isCalledDone(indicator, vocabulary)
  }

  /// Whether the value of an indicator is nothing but a word for what is done.
  static func isCalledDone(
    _ indicator: PerformanceSheet.Indicator, _ vocabulary: Vocabulary
  ) -> Bool {
    guard let actual = indicator.actualText else { return false }
    return vocabulary.words(.done).contains(NormalText.bytes(of: actual.utf8).filter { $0 != 0x20 })
  }

  /// A stretch between two marks, and the sentence that it belongs to.
  private struct Clause {
    var range: Range<Int>
    var sentence: Int

    static func all(in bytes: [UInt8]) -> [Self] {
      var clauses: [Self] = []
      var (start, offset, sentence) = (0, 0, 0)
      while offset < bytes.count {
        let length = decodeScalar(bytes, at: offset).length
        let isStop = stops.contains { bytes.hasBytes($0, at: offset) }
        if isStop || marks.contains(where: { bytes.hasBytes($0, at: offset) }) {
          if start < offset { clauses.append(Self(range: start..<offset, sentence: sentence)) }
          start = offset + length
          if isStop { sentence += 1 }
        }
        offset += length
      }
      if start < offset { clauses.append(Self(range: start..<offset, sentence: sentence)) }
      return clauses
    }

    private static let stops = ["。", "；", "！"].map { Array($0.utf8) }
    private static let marks = ["，", ",", "、", "：", "（", "）"].map { Array($0.utf8) }
  }
}

extension ArraySlice<UInt8> {
  fileprivate func ends(with word: [UInt8]) -> Bool { suffix(word.count).elementsEqual(word) }
}
