internal import FiscalModel
internal import FiscalText

/// Characters that stand on one baseline, in reading order.
struct TextLine: Sendable {
  struct Item: Sendable {
    var scalar: UInt32
    var box: Box
    /// Whether a space parts it from the character before it.
    var hasSpace: Bool
    /// Which drawing operation it came from.
    var run: Int

    var end: Double { box.x + box.width }
  }

  var items: [Item]
  var box: Box
  /// Where the characters stand; for lines that run down or up the page, the box's lower edge.
  var baseline: Double
  /// The size of most of the characters.
  var fontSize: Double
  /// Whether all characters are bold.
  var isBold: Bool
  /// Whether any character was drawn without ink.
  var isHidden: Bool
  /// The edges of the column of text that it stands in; nil where the text has one column.
  var column: Measure?

  var end: Double { box.x + box.width }
  var bottom: Double { box.y + box.height }
  var centerY: Double { box.y + box.height / 2 }

  /// The text of the items, each word and each ideograph with its own place.
  func text(_ maker: PlaceMaker) -> TracedText {
    var text = TracedText()
    append(to: &text, maker)
    return text
  }

  func append(to text: inout TracedText, _ maker: PlaceMaker) {
    var word: [UInt8] = []
    var wordBox: Box?
    for (index, item) in items.enumerated() {
      if let box = wordBox, item.hasSpace || !joinsWord(index) {
        // The space belongs to the word before it, so that every byte has a place.
        if item.hasSpace { word.append(0x20) }
        text.append(utf8: word, place: maker.place(box))
        word.removeAll(keepingCapacity: true)
        wordBox = nil
      }
      appendUTF8(item.scalar, to: &word)
      wordBox = wordBox.map { $0.union(item.box) } ?? item.box
    }
    if let wordBox { text.append(utf8: word, place: maker.place(wordBox)) }
  }

  /// Whether a character goes on with the word or number before it.
  private func joinsWord(_ index: Int) -> Bool {
    index > 0 && items[index].scalar < 0x80 && items[index - 1].scalar < 0x80
  }
}

/// Appends a code point in UTF-8.
func appendUTF8(_ scalar: UInt32, to bytes: inout [UInt8]) {
  let scalar = Unicode.Scalar(scalar) ?? "\u{FFFD}"
  if scalar.isASCII {
    bytes.append(UInt8(truncatingIfNeeded: scalar.value))
  } else {
    bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
  }
}
