internal import FiscalModel
internal import FiscalText
internal import ReportLint

/// What the page's script tells about the numbers of a document, as JSON; strings that come up
/// again and again stand once.
struct ReviewData {
  private let content: ReviewContent
  private let numbering: Numbering
  private var strings: [String] = []
  private var known: [String: Int] = [:]

  init(content: ReviewContent, numbering: Numbering) {
    self.content = content
    self.numbering = numbering
  }

  /// The JSON, in which nothing can end the element that it stands in.
  func json() -> [UInt8] {
    var data = self
    let items = data.items()
    var writer = JSONWriter()
    writer.beginObject()
    writer.array("s") { array in
      for string in data.strings { array.value(string) }
    }
    let bytes = writer.bytes + [UInt8](",\"n\":".utf8) + items + [UInt8(ascii: "}")]
    // A string that holds </script> or <!-- would end the data.
    return bytes.escapingLess()
  }

  private mutating func items() -> [UInt8] {
    var writer = JSONWriter()
    writer.beginArray()
    for (number, item) in content.items.enumerated() { write(item, number, into: &writer) }
    writer.endArray()
    return writer.bytes
  }

  /// state, meaning, reason, place, fact, is a cell, evidence, proofs, citations.
  private mutating func write(_ item: ReviewItem, _ number: Int, into writer: inout JSONWriter) {
    writer.beginArray()
    writer.value(NumberRecord.State.allCases.firstIndex(of: item.state))
    writer.value(intern(item.meaning ?? ""))
    writer.value(intern(item.reason ?? ""))
    writer.value(intern(item.location.words(inside: content.result.path)))
    writer.value(item.fact ?? -1)
    writer.value(item.isCell ? 1 : 0)
    writer.beginArray()
    for place in item.evidence { write(place, into: &writer) }
    writer.endArray()
    writer.beginArray()
    for proof in item.proofs.prefix(8) { write(proof, into: &writer) }
    writer.endArray()
    writer.beginArray()
    for citing in (content.citations[number] ?? []).prefix(20) { writer.value(citing) }
    writer.endArray()
    writer.endArray()
  }

  /// label, quote, place, the item there or -1.
  private mutating func write(_ place: Finding.Related, into writer: inout JSONWriter) {
    let item = content.index.stretch(place.spot).flatMap { content.item(at: $0) }
    writer.beginArray()
    writer.value(intern(place.label))
    writer.value(intern(String(place.quote.prefix(80))))
    writer.value(intern(place.location.words(inside: content.result.path)))
    writer.value(item ?? -1)
    writer.endArray()
  }

  private mutating func write(_ proof: Proof, into writer: inout JSONWriter) {
    writer.beginArray()
    writer.value(intern(proof.title))
    writer.value(proof.holds ? 1 : 0)
    for line in proof.lines { writer.value(intern(line)) }
    writer.endArray()
  }

  private mutating func intern(_ text: String) -> Int {
    if let index = known[text] { return index }
    let visible = printable(text)
    known[text] = strings.count
    strings.append(visible)
    return strings.count - 1
  }
}

extension [UInt8] {
  /// JSON with `<` written as an escape, which only ever stands in strings.
  fileprivate func escapingLess() -> [UInt8] {
    guard contains(UInt8(ascii: "<")) else { return self }
    var result: [UInt8] = []
    result.reserveCapacity(count)
    for byte in self {
      if byte == UInt8(ascii: "<") {
        result += [UInt8]("\\u003c".utf8)
      } else {
        result.append(byte)
      }
    }
    return result
  }
}
