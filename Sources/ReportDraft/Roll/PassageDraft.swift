internal import FiscalNarrative
internal import FiscalText

/// The new text of a passage as it comes about, with what is told of its numbers.
final class PassageDraft {
  private let context: PassageContext
  private let section: String
  var edits = TextEdits()
  private(set) var journal: [RolledNumber] = []
  private(set) var items: [RolledReport.ItemChange] = []
  /// Sentences that keep a number of last year, by the offset of their end.
  private var keptSentences: [Int] = []

  init(_ context: PassageContext, section: String) {
    self.context = context
    self.section = section
  }

  func note(
    _ state: RolledNumber.State, _ range: Range<Int>, _ after: String, _ reason: String,
    doubt: String? = nil
  ) {
    journal.append(
      RolledNumber(
        state: state, section: section, before: context.quote(range), after: after, reason: reason,
        doubt: doubt))
  }

  func replace(_ range: Range<Int>, _ text: String) {
    if context.quote(range) != text { edits.add(range, text) }
  }

  func tell(
    _ kind: RolledReport.ItemChange.Kind, _ code: String, _ name: String
  ) {
    items.append(RolledReport.ItemChange(kind: kind, section: section, code: code, name: name))
  }

  func keep(_ statement: Statement, _ reason: String) {
    note(.copied, statement.range, context.quote(statement.range), reason)
    guard !context.numbers.keepsText else { return }
    let end = context.sentenceEnd(statement.range.upperBound)
    if keptSentences.last != end { keptSentences.append(end) }
  }

  /// Leaves a number open; text that stays in its own year keeps it.
  func open(_ statement: Statement, _ what: String, _ reason: String) {
    // The unit of what is counted stays: 【请填写：…】辆.
    var range = statement.range
    if case .count = statement.quantity { range = statement.digits }
    open(range, what, reason, quoting: statement.range)
  }

  /// - Parameter quoted: what is told of, where it is more than the range.
  func open(
    _ range: Range<Int>, _ what: String, _ reason: String, quoting quoted: Range<Int>? = nil
  ) {
    let quoted = quoted ?? range
    guard !context.numbers.keepsText else {
      note(.copied, quoted, context.quote(quoted), reason)
      return
    }
    let blank = "【请填写：\(what)】"
    guard edits.add(range, blank) else { return }
    note(.open, quoted, blank, reason)
  }

  /// What is put behind a sentence that keeps numbers of last year.
  static let mark = "【请填写：核对本句沿用的上年数】"

  func markKeptSentences() {
    for end in keptSentences { edits.add(end..<end, Self.mark) }
  }

  /// Tells of a number that comes in with a new part.
  func noteAdded(_ text: String, _ reason: String) {
    journal.append(
      RolledNumber(state: .computed, section: section, before: "", after: text, reason: reason))
  }
}
