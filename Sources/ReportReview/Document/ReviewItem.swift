internal import FiscalModel
internal import ReportLint

/// A number that the review shows with its state: one of the narrative or one of a table.
struct ReviewItem {
  /// Where it stands among the shown texts; nil if its text is not shown.
  var stretch: TextIndex.Stretch?
  var quote: String
  var location: Location
  var state: NumberRecord.State
  var meaning: String?
  var reason: String?
  var proofs: [Proof]
  var evidence: [Finding.Related]
  var fact: Int?
  var isCell: Bool
}
