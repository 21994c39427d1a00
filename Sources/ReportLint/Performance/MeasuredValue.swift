internal import FiscalModel
internal import FiscalNarrative
internal import FiscalText

/// The only number of a cell with the word behind it: 60 人次 in 表彰团员60人次.
struct MeasuredValue {
  var number: PrintedNumber
  /// 人次, 万元, %; empty where nothing stands behind the number.
  var unit: String
  /// The bytes of the number in the cell's text.
  var range: Range<Int>

  /// Nil where the cell holds no number or several.
  init?(_ text: TracedText) {
    let tokens = NumberScanner.tokens(text.utf8)
    guard tokens.count == 1, let token = tokens.first, token.form == .decimal else { return nil }
    number = token.value
    range = token.range
    if token.suffix == .percent {
      unit = "%"
    } else {
      let rest = NormalText.bytes(of: Array(text.utf8[token.range.upperBound...]))
      unit = String(decoding: rest, as: UTF8.self).filter { $0 != " " }
    }
  }
}
