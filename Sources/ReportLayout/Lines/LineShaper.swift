internal import Typography

/// A text shaper whose type is not known to the code that sets lines.
protocol LineShaper: AnyObject {
  func shape(_ text: [UInt8], _ style: TextStyle) -> ShapedText
}

/// Holds the shaper while a report is set.
final class ShaperBox<Shaper: TextShaper>: LineShaper {
  var shaper: Shaper

  init(_ shaper: Shaper) { self.shaper = shaper }

  func shape(_ text: [UInt8], _ style: TextStyle) -> ShapedText {
    shaper.shape(text, role: style.role, isBold: style.isBold, size: style.size)
  }
}
