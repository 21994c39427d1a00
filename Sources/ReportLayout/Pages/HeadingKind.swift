internal import FiscalText

/// The look of a heading (GB/T 9704-2012, 7.3.3).
enum HeadingKind {
  case part, chinese, bracketed, minor

  /// From its number; a heading without one looks like its level.
  init(_ number: HeadingNumber?, depth: Int) {
    switch number?.style {
    case .part: self = .part
    case .chinese: self = .chinese
    case .bracketedChinese: self = .bracketed
    case .arabic, .bracketedArabic, .circled: self = .minor
    case nil: self = [Self.part, .chinese, .bracketed][min(depth, 2)]
    }
  }

  func textStyle(_ style: PageStyle) -> TextStyle {
    switch self {
    case .part: style.part
    case .chinese: style.heading
    case .bracketed: style.subheading
    case .minor: style.minorHeading
    }
  }
}
