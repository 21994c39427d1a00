internal import FiscalModel
internal import FiscalText

/// The rows of indicators, in columns of their own or flattened to words in a row.
extension PerformanceSheetReader {
  /// Longest first.
  private static let operators: [(sign: [UInt8], comparison: PerformanceSheet.Comparison)] = {
    let signs: [(String, PerformanceSheet.Comparison)] = [
      (">=", .atLeast), ("<=", .atMost), ("≥", .atLeast), ("＞", .atLeast), (">", .atLeast),
      ("≤", .atMost), ("＜", .atMost), ("<", .atMost), ("=", .equal), ("＝", .equal),
    ]
    return signs.map { ([UInt8]($0.0.utf8), $0.1) }
  }()

  private static func comparison(sign: [UInt8]) -> PerformanceSheet.Comparison? {
    operators.first { $0.sign == sign }?.comparison
  }

  /// A flattened row: names, operator, target, unit, actual, weight, score, and what is left of a
  /// reason.
  mutating func readFlatIndicator(_ row: [Cell], _ rowWords: [[UInt8]]) -> Bool {
    guard columns.isEmpty,
      let start = rowWords.firstIndex(where: {
        isWordForQuality($0) || Self.comparison(sign: $0) != nil
      })
    else { return false }
    pendingName += rowWords[..<start].joined()
    defer { pendingName = [] }
    let (cells, words) = (Array(row[start...]), Array(rowWords[start...]))
    let isQualitative = isWordForQuality(words[0])
    let numbers = cells.map { Self.number($0.text) }
    let first = isQualitative ? 3 : 4
    guard cells.count >= first + 2, let weight = numbers[first], let score = numbers[first + 1],
      isQualitative || numbers[1] != nil
    else {
      sheet.isIncomplete = true
      return true
    }
    sheet.indicators.append(
      .init(
        comparison: Self.comparison(sign: words[0]), target: isQualitative ? nil : numbers[1],
        actual: isQualitative ? nil : numbers[3], weight: weight, score: score,
        isExecutionRate: isExecutionRate(pendingName)))
    return true
  }

  mutating func readIndicator(_ cells: [Cell], _ words: [[UInt8]]) -> Bool {
    guard let weightColumn = columns[.weight], let weight = value(cells, weightColumn) else {
      return false
    }
    let (target, actual) = (text(cells, .target), text(cells, .actual))
    // With its operator and unit in cells of their own a number needs none.
    readKind(cells)
    let sign = words.lazy.compactMap { Self.comparison(sign: $0) }.first
    let reads = sign == nil ? Self.measured : Self.number
    sheet.indicators.append(
      .init(
        comparison: sign ?? target.flatMap { Self.comparison($0) },
        target: target.flatMap(reads), actual: actual.flatMap(reads),
        weight: weight,
        score: value(cells, columns[.score]),
        isExecutionRate: words.contains { isExecutionRate($0) }, name: text(cells, .name),
        kind: kind, targetText: target, actualText: actual, unit: text(cells, .unit),
        reason: text(cells, .reason), asksReason: columns[.reason] != nil))
    if !sheet.groups.isEmpty { sheet.groups[sheet.groups.count - 1].rows.append(weight) }
    return true
  }

  private func text(_ cells: [Cell], _ column: Column) -> TracedText? {
    columns[column].flatMap { text(cells, in: $0) }
  }

  /// A cell that is merged over several rows stands in the first of them.
  private mutating func readKind(_ cells: [Cell]) {
    if let text = text(cells, .kind) {
      kind = String(decoding: Self.plain(text), as: UTF8.self)
    }
  }

  /// ≥95%, ≤24小时; a percentage without a sign is a lower bound.
  private static func comparison(_ text: TracedText) -> PerformanceSheet.Comparison? {
    let word = plain(text)
    if let sign = operators.first(where: { word.starts(with: $0.sign) }) { return sign.comparison }
    return word.last == UInt8(ascii: "%") ? .atLeast : nil
  }

  private func isWordForQuality(_ word: [UInt8]) -> Bool { form.words(.qualitative).contains(word) }

  private func isExecutionRate(_ name: [UInt8]) -> Bool { ends(name[...], .executionRate) }
}
