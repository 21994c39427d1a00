internal import FiscalModel
internal import FiscalText

/// What a flattened table says in one row of one block: code and label, and amounts of which only
/// the order is known.
struct FlatEntry {
  var block: Int
  /// One part, or 类, 款 and 项 apart.
  var code: [TracedText] = []
  var label = TracedText()
  var lineNumber: TracedText?
  var amounts: [TracedText] = []
  /// Whether it might belong to another block.
  var isUncertain = false

  /// The code as digits, parts of one digit with their zero; nil where there is none.
  var codeText: String? {
    guard let first = code.first else { return nil }
    return code.dropFirst().reduce(first.string) { whole, part in
      whole + (part.utf8.count == 1 ? "0" : "") + part.string
    }
  }
}
