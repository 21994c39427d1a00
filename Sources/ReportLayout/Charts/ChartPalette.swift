/// Fills that people with colour-blindness, and black-and-white printers, can tell apart: the
/// colours of Okabe and Ito (2008), each with a hatching of its own.
enum ChartPalette {
  /// The directions of the white lines over a fill.
  enum Hatching: CaseIterable {
    case none, rising, horizontal, falling, vertical, crossed

    /// The directions of its lines as unit vectors.
    var directions: [Point] {
      let half = 0.7071067811865476
      return switch self {
      case .none: []
      case .rising: [Point(half, -half)]
      case .horizontal: [Point(1, 0)]
      case .falling: [Point(half, half)]
      case .vertical: [Point(0, 1)]
      case .crossed: [Point(half, -half), Point(half, half)]
      }
    }
  }

  static func colour(_ index: Int) -> Colour { colours[index % colours.count] }

  static func hatching(_ index: Int) -> Hatching {
    Hatching.allCases[index % Hatching.allCases.count]
  }

  private static let colours = [
    Colour(0, 0.447, 0.698), Colour(0.902, 0.624, 0), Colour(0, 0.62, 0.451),
    Colour(0.835, 0.369, 0), Colour(0.337, 0.706, 0.914), Colour(0.8, 0.475, 0.655),
    Colour(0.35, 0.35, 0.35),
  ]
}
