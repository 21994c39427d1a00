internal import FiscalStandards

/// A number that the tables do not tell.
struct DraftGap: Error {
  /// What is missing, in Chinese.
  var reason: String
  /// Whether something is printed there that cannot be relied on.
  var isUncertain = false

  init(reason: String) { self.reason = reason }

  /// A cell, in words for those who look it up: 公开09表“合计”的决算数/公务接待费.
  init(_ address: Address) {
    let row = address.row.joined(separator: "/")
    reason = "\(address.table)表“\(row)”" + (address.columnKey.map { "的\($0)" } ?? "")
  }
}
