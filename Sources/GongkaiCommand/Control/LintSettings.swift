internal import ReportLint

/// How one document is checked: what the command line says, then what its `gongkai.conf` says.
struct LintSettings: Sendable {
  /// The name of the file of accepted findings beside a document.
  static let acceptedName = "accepted.txt"

  var selection = Selection()
  /// The mildest severity that counts for the exit status.
  var threshold = Severity.error
  /// The layout that the configuration names, or nil.
  var layout: String?
  /// Where the accepted findings stand, or would stand.
  var accepted: String
  /// Whether ``accepted`` was asked for by name, so that it must be there.
  var isAcceptedRequired = false
}
