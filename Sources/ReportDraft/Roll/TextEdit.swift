/// A stretch of a text that is replaced.
struct TextEdit {
  var range: Range<Int>
  var text: String
}

/// The changes of one text. What was added first wins over what overlaps it; insertions at one place
/// stand in the order in which they were added.
struct TextEdits {
  private var edits: [TextEdit] = []

  var isEmpty: Bool { edits.isEmpty }

  /// Adds a change unless it meets another one.
  ///
  /// - Returns: whether it was added.
  @discardableResult
  mutating func add(_ range: Range<Int>, _ text: String) -> Bool {
    guard !meets(range) else { return false }
    let place =
      edits.firstIndex { edit in
        edit.range.lowerBound >= range.upperBound && !(range.isEmpty && edit.range == range)
      } ?? edits.count
    edits.insert(TextEdit(range: range, text: text), at: place)
    return true
  }

  func meets(_ range: Range<Int>) -> Bool {
    edits.contains { $0.range.overlaps(range) || $0.range.contains(range.lowerBound) }
  }

  func applied(to bytes: [UInt8]) -> [UInt8] { applied(to: bytes, in: bytes.indices) }

  /// A part of the text with its changes.
  func applied(to bytes: [UInt8], in part: Range<Int>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(part.count + 64)
    var start = part.lowerBound
    for edit in edits {
      result += bytes[start..<edit.range.lowerBound]
      result += edit.text.utf8
      start = edit.range.upperBound
    }
    return result + bytes[start..<part.upperBound]
  }
}
