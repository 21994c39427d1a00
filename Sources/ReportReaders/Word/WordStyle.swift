internal import FiscalModel

/// The formatting of a style, run or paragraph as far as it tells what the text is; nil where
/// nothing is stated and the style below holds.
struct WordStyle {
  var outlineLevel: Int?
  var numberingID: String?
  var numberingLevel: Int?
  var isBold: Bool?
  var isHidden: Bool?
  /// In points.
  var fontSize: Double?
  var alignment: Paragraph.Alignment?
  var indent = WordIndent()

  init() {}

  /// Reads `w:pPr` and `w:rPr`, each of which may be missing.
  init(paragraph: XMLNode?, run: XMLNode?) {
    if let paragraph { read(paragraph: paragraph) }
    if let run { read(run: run) }
  }

  private mutating func read(paragraph: XMLNode) {
    for property in paragraph.children {
      switch property.name {
      case "outlineLvl": outlineLevel = property["val"].flatMap { Int($0) }
      case "numPr":
        numberingID = property.child("numId")?["val"]
        numberingLevel = property.child("ilvl")?["val"].flatMap { Int($0) }
      case "jc": alignment = Self.alignment(property["val"])
      case "ind": indent = WordIndent(property)
      default: break
      }
    }
  }

  private mutating func read(run: XMLNode) {
    for property in run.children {
      switch property.name {
      case "b": isBold = property.isOn
      case "vanish": isHidden = property.isOn
      case "sz": fontSize = property["val"].flatMap { Double($0) }.map { $0 / 2 }
      default: break
      }
    }
  }

  /// The formatting where this is laid over a style.
  func over(_ base: WordStyle) -> WordStyle {
    var result = base
    result.outlineLevel = outlineLevel ?? base.outlineLevel
    if numberingID != nil {
      result.numberingID = numberingID
      result.numberingLevel = numberingLevel
    } else {
      result.numberingLevel = numberingLevel ?? base.numberingLevel
    }
    result.isBold = isBold ?? base.isBold
    result.isHidden = isHidden ?? base.isHidden
    result.fontSize = fontSize ?? base.fontSize
    result.alignment = alignment ?? base.alignment
    result.indent = indent.over(base.indent)
    return result
  }

  private static func alignment(_ value: String?) -> Paragraph.Alignment? {
    switch value {
    case "center": .center
    case "left", "start": .left
    case "right", "end": .right
    case .some: .justified
    case nil: nil
    }
  }
}

extension XMLNode {
  /// Whether an on-off property is on: it is unless its value says otherwise.
  var isOn: Bool {
    switch self["val"] {
    case "0", "false", "off": false
    default: true
    }
  }
}
