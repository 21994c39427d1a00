internal import ReportLayout

/// The page numbers that readers show, so that they are the printed ones
/// (ISO 32000-1, 12.4.2).
enum PageLabels {
  /// Pages that count on from each other.
  private enum Style: Equatable {
    case none
    case decimal(Int)
    case plain(String)

    init(_ label: String?) {
      guard let label else {
        self = .none
        return
      }
      if let number = Int(label), number > 0, String(number) == label {
        self = .decimal(number)
      } else {
        self = .plain(label)
      }
    }

    func continues(_ other: Style, distance: Int) -> Bool {
      switch (other, self) {
      case (.none, .none): true
      case (.decimal(let first), .decimal(let number)): number == first + distance
      default: false
      }
    }
  }

  static func value(for frames: [Frame]) -> HaruValue {
    var entries: [HaruValue] = []
    var last: (page: Int, style: Style)?
    for (page, frame) in frames.enumerated() {
      let style = Style(frame.label)
      if let last, style.continues(last.style, distance: page - last.page) { continue }
      last = (page, style)
      entries += [.integer(page), .dictionary(dictionary(of: style, isFirst: page == 0))]
    }
    return .dictionary([("Nums", .array(entries))])
  }

  private static func dictionary(of style: Style, isFirst: Bool) -> [(String, HaruValue)] {
    switch style {
    case .none: isFirst ? [("P", .text("封面"))] : []
    case .decimal(let first): [("S", .name("D")), ("St", .integer(first))]
    case .plain(let label): [("P", .text(label))]
    }
  }
}
