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
    var scanner = NumberScanner(text.utf8)
    guard let token = scanner.next(), token.form == .decimal, scanner.next() == nil else {
      return nil
    }
    number = token.value
    range = token.range
    if token.suffix == .percent {
      unit = "%"
    } else {
      let rest = NormalText.bytes(of: Array(text.utf8[token.range.upperBound...]))
      unit = String(decoding: rest.filter { $0 != 0x20 }, as: UTF8.self)
    }
  }
}
