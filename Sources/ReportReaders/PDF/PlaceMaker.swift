internal import FiscalModel

/// Tells the places of what stands on a page.
struct PlaceMaker: Sendable {
  let source: Int
  let number: Int
  /// The size of the page as printed.
  let width: Double
  let height: Double
  /// How the content was turned to stand upright.
  let turn: QuarterTurn

  func place(_ box: Box) -> Place {
    .page(source: source, number: number, box: turn.redo(box, width: width, height: height))
  }
}
