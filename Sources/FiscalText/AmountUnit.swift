/// The unit in which money is printed.
public enum AmountUnit: String, CaseIterable, Sendable, Codable {
  case yuan = "元"
  case tenThousandYuan = "万元"
  case hundredMillionYuan = "亿元"

  /// How many yuan one of it is.
  public var yuan: Int128 {
    switch self {
    case .yuan: 1
    case .tenThousandYuan: 10_000
    case .hundredMillionYuan: 100_000_000
    }
  }
}
