internal import ReportLint

/// Pairs the numbers of two versions: those at the same place of the same sentence, then those
/// with the same meaning.
struct NumberPairs {
  private var pairs: [Int: Int] = [:]

  /// The number of the old version that a number of the new one was.
  func old(of new: Int) -> Int? { pairs[new] }

  init(_ old: ReadDocument, _ new: ReadDocument) {
    var taken = Set<Int>()
    pair(Self.places(old), Self.places(new), &taken)
    pair(Self.meanings(old, without: taken), Self.meanings(new, without: Set(pairs.keys)), &taken)
  }

  private mutating func pair(
    _ old: [(key: String, item: Int)], _ new: [(key: String, item: Int)], _ taken: inout Set<Int>
  ) {
    var left: [String: [Int]] = [:]
    for (key, item) in old.reversed() { left[key, default: []].append(item) }
    for (key, item) in new {
      guard let before = left[key]?.popLast() else { continue }
      pairs[item] = before
      taken.insert(before)
    }
  }

  /// The sentence with its digits left out, and which of its numbers it is.
  private static func places(_ document: ReadDocument) -> [(key: String, item: Int)] {
    var last: (sentence: String, text: Int?)?
    var number = 0
    return document.sentences.enumerated().compactMap { item, sentence in
      guard let sentence else { return nil }
      let text = document.content.items[item].stretch?.text
      if let last, last.sentence == sentence, last.text == text {
        number += 1
      } else {
        number = 0
      }
      last = (sentence, text)
      return ("\(skeleton(sentence))#\(number)", item)
    }
  }

  /// A sentence in which every number is one mark.
  private static func skeleton(_ sentence: String) -> String {
    var result: [UInt8] = []
    for byte in sentence.utf8 {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: ","):
        if result.last != UInt8(ascii: "#") { result.append(UInt8(ascii: "#")) }
      default: result.append(byte)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func meanings(
    _ document: ReadDocument, without taken: Set<Int>
  ) -> [(key: String, item: Int)] {
    document.content.items.enumerated().compactMap { item, number in
      guard !taken.contains(item), number.state != .excluded, let meaning = number.meaning,
        !meaning.isEmpty
      else { return nil }
      return ("\(number.isCell)\(meaning)", item)
    }
  }
}
