/// What kind of yearly disclosure a report is.
public enum ReportKind: String, Sendable, Codable, CaseIterable {
  /// 部门预算
  case budget
  /// 部门决算
  case finalAccounts

  /// The word that people use: 预算 or 决算.
  public var word: String { self == .budget ? "预算" : "决算" }
}
