/// Pages that are being filled from the top.
struct PageStack {
  private let style: PageStyle
  private let numbering: PageNumbering
  private(set) var frames: [Frame] = []
  private(set) var geometry: PageGeometry
  /// How far the current page is filled, from the top of its text block.
  private(set) var y = 0.0
  /// Whether there is a page to go on with.
  private(set) var isOpen = false
  private(set) var isLandscape = false

  init(_ style: PageStyle, _ numbering: PageNumbering) {
    self.style = style
    self.numbering = numbering
    geometry = PageGeometry(style, number: 1, isLandscape: false)
  }

  var page: Int { frames.count - 1 }
  /// The y of the current place on the sheet.
  var sheetY: Double { geometry.top + y }
  var isAtTop: Bool { y == 0 }
  var remaining: Double { isOpen ? geometry.textHeight - y : 0 }

  /// The geometry of the page that would come next.
  func nextGeometry(landscape: Bool) -> PageGeometry {
    PageGeometry(style, number: frames.count + 1, isLandscape: landscape)
  }

  mutating func startPage(landscape: Bool = false) {
    geometry = nextGeometry(landscape: landscape)
    frames.append(
      Frame(
        width: geometry.width, height: geometry.height,
        label: numbering.label(frames.count + 1)))
    y = 0
    isOpen = true
    isLandscape = landscape
  }

  /// Leaves the rest of the page empty.
  mutating func finishPage() { isOpen = false }

  /// Adds a page that stays empty and has no number, if the next page would be a left one.
  mutating func fillToOddPage() {
    finishPage()
    guard frames.count % 2 == 1 else { return }
    let blank = nextGeometry(landscape: false)
    frames.append(Frame(width: blank.width, height: blank.height))
  }

  mutating func advance(_ distance: Double) { y += distance }

  /// Leaves some space under a table or figure: up to the next line of the grid, in styles that
  /// have one.
  mutating func leaveSpace() {
    guard style.hasGrid, !isLandscape else {
      y += style.linePitch * 0.4
      return
    }
    y = style.linePitch * Double(wholeNumber(above: y / style.linePitch - 0.001))
  }

  mutating func append(_ item: FrameItem) { frames[frames.count - 1].items.append(item) }
}
