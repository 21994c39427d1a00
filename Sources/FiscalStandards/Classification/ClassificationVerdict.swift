/// What the 科目 table says to a code and name of a year.
public enum ClassificationVerdict: Hashable, Sendable {
  /// The name is the code's in that year.
  case right
  /// The name was the code's in other years; the entry is the one of the year, if it is known.
  case otherYears(ClassificationEntry?)
  /// The code is another 科目, which the entry names.
  case otherName(ClassificationEntry)
  /// The table does not have the code for the year: nothing follows from that.
  case unknown
}
