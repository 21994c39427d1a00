/// Where the text block of a page stands, in points from the top left.
struct PageGeometry {
  var width: Double
  var height: Double
  var left: Double
  var top: Double
  var textWidth: Double
  var textHeight: Double

  /// - Parameter number: the rank of the page among those that are numbered together, which tells
  ///   right pages from left ones.
  ///
  /// A landscape page is a portrait page turned so that its left edge is the top: the head of a
  /// table lies at the binding edge of odd pages and at the fore edge of even ones, and the page
  /// number keeps its place on the sheet (GB/T 9704-2012, 7.6).
  init(_ style: PageStyle, number: Int, isLandscape: Bool) {
    let isLeftPage = style.isTwoSided && number % 2 == 0
    let left = isLeftPage ? style.outerMargin : style.innerMargin
    let right = isLeftPage ? style.innerMargin : style.outerMargin
    if isLandscape {
      width = style.pageHeight
      height = style.pageWidth
      self.left = style.bottomMargin
      top = left
      textWidth = style.pageHeight - style.topMargin - style.bottomMargin
      textHeight = style.pageWidth - left - right
    } else {
      width = style.pageWidth
      height = style.pageHeight
      self.left = left
      top = style.topMargin
      textWidth = style.textWidth
      textHeight = style.textHeight
    }
  }
}
