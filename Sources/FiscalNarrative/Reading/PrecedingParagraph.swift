/// What a paragraph may go on with from the one before it in its section.
struct PrecedingParagraph: Sendable {
  /// What was spoken of first.
  var subject: Subject?
  /// Whether it ends with 其中 behind an amount that no concept names, so that the first sentence
  /// behind it tells the parts of that.
  var endsBehindItem = false
  /// The later year that was spoken of last: 2025年预算….
  var laterYear: Int?
  /// The amount or count that was told last, or the one whose parts were; and the last amount,
  /// bound or not.
  var whole: (index: Int, statement: Statement)?
  var amount: Int?
  /// The amount of what the section speaks of, which a paragraph behind it, or one behind that, may break
  /// down by something: 按性质划分….
  var divisible: (index: Int, statement: Statement)?
  /// With what it compared last.
  var base: Base?
}
