/// How a run of pages is numbered.
enum PageNumbering {
  case none
  /// I, II, III: the contents list.
  case roman
  case arabic

  func label(_ number: Int) -> String? {
    switch self {
    case .none: nil
    case .roman: Self.roman(number)
    case .arabic: String(number)
    }
  }

  private static func roman(_ number: Int) -> String {
    var rest = number
    var text = ""
    let digits = [
      (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"),
      (1, "I"),
    ]
    for (value, letters) in digits {
      while rest >= value {
        text += letters
        rest -= value
      }
    }
    return text
  }
}
