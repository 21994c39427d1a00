/// Why a formula has no value. None of these is a fault of the report.
public enum EvaluationFailure: Error, Hashable, Sendable {
  /// An address leads to no cell, or to an empty one of which nothing says that it means zero.
  case absent(Address)
  /// A cell of which the reader was not certain, or that does not read as a number.
  case uncertain(CellReference)
  /// The rows of a block cannot be added up: some are missing or stand there twice.
  case incomplete(Address)
  /// Division by what may be zero, or a number too great.
  case undefined

  /// For people, in Chinese.
  public var reason: String {
    switch self {
    case .absent(let address): "没有“\(address)”的数"
    case .uncertain: "有单元格的数无法确定"
    case .incomplete(let address): "“\(address)”的下级行不全或有重复"
    case .undefined: "除数可能为零，或数值过大"
    }
  }
}
