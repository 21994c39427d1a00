internal import FiscalNarrative

/// Whoever holds the text of a report and the passages that it is made of.
protocol PlacedText {
  var passages: [Passage] { get }
  var text: DocumentText { get }
}
