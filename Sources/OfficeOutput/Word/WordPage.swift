/// The page of official documents (GB/T 9704-2012, 5.2): A4, the text 156 mm wide and 225 mm
/// high, 22 lines of 28 characters. Lengths are in twentieths of a point.
enum WordPage {
  case portrait
  /// For tables that are too wide.
  case landscape

  static let portraitWidth = 8845
  static let landscapeWidth = 12_757

  var textWidth: Int { self == .portrait ? Self.portraitWidth : Self.landscapeWidth }

  var textHeight: Int { self == .portrait ? Self.landscapeWidth : Self.portraitWidth }

  /// What a section is for, which tells its page numbers.
  enum Part { case cover, contents, body }

  /// The properties of a section.
  ///
  /// - Parameter isFirst: whether page numbers start with it.
  func properties(_ part: Part, isFirst: Bool = false) -> String {
    var text = "<w:sectPr>"
    if part == .body {
      text += #"<w:footerReference w:type="default" r:id="rIdFooterOdd"/>"#
      text += #"<w:footerReference w:type="even" r:id="rIdFooterEven"/>"#
    } else {
      text += #"<w:footerReference w:type="default" r:id="rIdFooterNone"/>"#
      text += #"<w:footerReference w:type="even" r:id="rIdFooterNone"/>"#
    }
    text += #"<w:type w:val="nextPage"/>"#
    switch self {
    case .portrait:
      text += #"<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1474""#
      text += #" w:bottom="1984" w:left="1587" w:header="851" w:footer="1417" w:gutter="0"/>"#
    case .landscape:
      text += #"<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/><w:pgMar w:top="1587""#
      text += #" w:right="1984" w:bottom="1474" w:left="2098" w:header="851" w:footer="850""#
      text += #" w:gutter="0"/>"#
    }
    if isFirst { text += #"<w:pgNumType w:start="1"/>"# }
    return text + #"<w:docGrid w:type="lines" w:linePitch="580"/></w:sectPr>"#
  }

  /// An empty paragraph that ends a section.
  func end(_ part: Part, isFirst: Bool = false) -> String {
    #"<w:p><w:pPr><w:pStyle w:val="SectionEnd"/>\#(properties(part, isFirst: isFirst))</w:pPr></w:p>"#
  }
}
