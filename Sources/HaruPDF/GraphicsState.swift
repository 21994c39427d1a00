internal import ReportLayout

/// What a content stream has set so far, so that nothing is set twice.
struct GraphicsState {
  var font: Int?
  /// In hundredths of a point.
  var fontSize = 0
  /// In thousandths of a point.
  var characterSpacing = 0
  /// In hundredths of a point.
  var rise = 0
  var fill = Colour.black
  var stroke = Colour.black
  /// In hundredths of a point.
  var lineWidth = 100
  var dashes: [Int] = []
}
