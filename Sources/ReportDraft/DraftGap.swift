/// A number that the tables do not tell.
struct DraftGap: Error {
  /// What is missing, in Chinese.
  var reason: String
  /// Whether something is printed there that cannot be relied on.
  var isUncertain = false
}
