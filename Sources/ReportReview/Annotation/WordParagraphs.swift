internal import FiscalText

/// Where the paragraphs of a Word document part stand in its bytes, and their runs.
struct WordParagraphs {
  struct Run {
    /// From the start tag to behind the end tag.
    var range: Range<Int>
    /// The text without white space.
    var text: [UInt8] = []
  }

  struct Paragraph {
    /// Behind the start tag, and before the end tag.
    var content: Range<Int>
    /// Behind the properties, or the start of the content.
    var afterProperties: Int
    var runs: [Run] = []
  }

  /// By the number that places count, from 1; a paragraph without an end tag is missing.
  private(set) var paragraphs: [Int: Paragraph] = [:]
  /// The number of the first paragraph with text.
  private(set) var first: Int?

  /// An element that is open.
  private enum Open {
    case paragraph(number: Int, Paragraph)
    case run(Run)
    case text
    case properties(start: Int)
    case other
  }

  /// - Complexity: O(n) in the size of the part.
  init(_ part: [UInt8]) {
    var scanner = TagScanner(part)
    var stack: [Open] = []
    var count = 0
    var fallbacks = 0
    while let token = scanner.next() {
      // What is kept for old versions of Word is not counted.
      if scanner.isNamed(token, "Fallback") {
        fallbacks += token.kind == .start ? 1 : token.kind == .end ? -1 : 0
        continue
      }
      guard fallbacks == 0 else { continue }
      switch token.kind {
      case .text: add(part[token.range], to: &stack)
      case .empty: if scanner.isNamed(token, "p"), isWord(token, scanner) { count += 1 }
      case .start:
        if scanner.isNamed(token, "p"), isWord(token, scanner) { count += 1 }
        stack.append(opened(token, scanner, number: count))
      case .end: close(&stack, token)
      }
    }
  }

  /// Drawings have paragraphs and runs of their own, under another prefix.
  private func isWord(_ token: TagScanner.Token, _ scanner: TagScanner) -> Bool {
    let name = scanner.bytes[token.name]
    return !name.contains(UInt8(ascii: ":")) || name.starts(with: [UInt8]("w:".utf8))
      || !["a:", "m:", "dgm:", "c:"].contains { name.starts(with: [UInt8]($0.utf8)) }
  }

  private func opened(
    _ token: TagScanner.Token, _ scanner: TagScanner, number: Int
  ) -> Open {
    guard isWord(token, scanner) else { return .other }
    let end = token.range.upperBound
    if scanner.isNamed(token, "p") {
      return .paragraph(number: number, Paragraph(content: end..<end, afterProperties: end))
    }
    if scanner.isNamed(token, "r") {
      return .run(Run(range: token.range.lowerBound..<token.range.lowerBound))
    }
    if scanner.isNamed(token, "t") { return .text }
    if scanner.isNamed(token, "pPr") { return .properties(start: token.range.lowerBound) }
    return .other
  }

  private func add(_ text: ArraySlice<UInt8>, to stack: inout [Open]) {
    guard case .text = stack.last, stack.count > 1,
      let index = stack.lastIndex(where: { if case .run = $0 { true } else { false } }),
      case .run(var run) = stack[index]
    else { return }
    run.text += Self.unescaped(text).filter { $0 > 0x20 }
    stack[index] = .run(run)
  }

  private mutating func close(_ stack: inout [Open], _ token: TagScanner.Token) {
    guard let open = stack.popLast() else { return }
    let outer = stack.lastIndex { if case .paragraph = $0 { true } else { false } }
    switch open {
    case .paragraph(let number, var paragraph):
      paragraph.content = paragraph.content.lowerBound..<token.range.lowerBound
      paragraphs[number] = paragraph
      if first == nil || number < (first ?? 0), !paragraph.runs.allSatisfy(\.text.isEmpty) {
        first = number
      }
    case .run(var run):
      run.range = run.range.lowerBound..<token.range.upperBound
      guard let outer, case .paragraph(let number, var paragraph) = stack[outer] else { return }
      paragraph.runs.append(run)
      stack[outer] = .paragraph(number: number, paragraph)
    case .properties:
      guard let outer, outer == stack.count - 1,
        case .paragraph(let number, var paragraph) = stack[outer]
      else { return }
      paragraph.afterProperties = token.range.upperBound
      stack[outer] = .paragraph(number: number, paragraph)
    case .text, .other: break
    }
  }

  /// The five entities of XML; others do not stand in numbers and words.
  static func unescaped(_ text: ArraySlice<UInt8>) -> [UInt8] {
    guard text.contains(UInt8(ascii: "&")) else { return Array(text) }
    var string = String(decoding: text, as: UTF8.self)
    for (entity, mark) in [
      ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&amp;", "&"),
    ] {
      string = string.replacing(entity, with: mark)
    }
    return [UInt8](string.utf8)
  }
}
