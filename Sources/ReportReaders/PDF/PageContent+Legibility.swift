internal import FiscalModel

/// Pages that show text which cannot be read: scanned ones, and those whose fonts do not tell what
/// their glyphs are.
extension PageContent {
  static let lacksCharacters = "PDF 里的字体没有说明各是什么字"
  static let isPicture = "整页是图片，可能是扫描件"

  /// A page is unreadable if more than this part of its characters is unknown, and so many of them:
  /// a few are signs or logos.
  private static let mostUnknown = 0.5
  private static let leastUnknown = 12
  /// A picture that covers as much of a page without text is the page itself.
  private static let leastCovered = 0.5

  /// The page as it can be read; one that cannot is a picture of its own, with the reason.
  func legible() -> PageContent {
    var page = self
    if isInUnknownCharacters {
      page = PageContent(number: number, width: width, height: height)
      page.pictures = [Box(x: 0, y: 0, width: width, height: height)]
      page.unreadReason = Self.lacksCharacters
    } else if isScanned {
      page.unreadReason = Self.isPicture
    }
    return page
  }

  private var isInUnknownCharacters: Bool {
    let inked = glyphs.count { !$0.isSpace }
    let unknown = glyphs.count { !$0.isSpace && $0.isUnknown }
    return unknown >= Self.leastUnknown && Double(unknown) > Self.mostUnknown * Double(inked)
  }

  private var isScanned: Bool {
    !glyphs.contains { !$0.isSpace }
      && pictures.contains {
        $0.width * $0.height > Self.leastCovered * width * height
      }
  }
}
