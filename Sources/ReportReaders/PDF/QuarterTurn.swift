internal import FiscalModel

/// A clockwise turn by quarters; as a direction, the way in which lines run when turned so.
enum QuarterTurn: Int, Sendable {
  case none, quarter, half, threeQuarters

  /// The direction of a vector in a space whose y runs down, or nil if it leans.
  init?(x: Double, y: Double) {
    let lean = 0.05
    if abs(y) <= lean * abs(x) {
      self = x > 0 ? .none : .half
    } else if abs(x) <= lean * abs(y) {
      self = y > 0 ? .quarter : .threeQuarters
    } else {
      return nil
    }
  }

  /// What is left of a direction when this turn is undone.
  func undone(in other: QuarterTurn) -> QuarterTurn {
    QuarterTurn(rawValue: (other.rawValue - rawValue + 4) % 4) ?? .none
  }

  /// Where a point goes when the turn of a page (its size as printed) is undone.
  func undo(x: Double, y: Double, width: Double, height: Double) -> (x: Double, y: Double) {
    switch self {
    case .none: (x, y)
    case .quarter: (y, width - x)
    case .half: (width - x, height - y)
    case .threeQuarters: (height - y, x)
    }
  }

  /// The box on the page as printed (its size given) of a box in the upright space.
  func redo(_ box: Box, width: Double, height: Double) -> Box {
    switch self {
    case .none:
      box
    case .quarter:
      Box(x: width - box.y - box.height, y: box.x, width: box.height, height: box.width)
    case .half:
      Box(
        x: width - box.x - box.width, y: height - box.y - box.height, width: box.width,
        height: box.height)
    case .threeQuarters:
      Box(x: box.y, y: height - box.x - box.width, width: box.height, height: box.width)
    }
  }
}
