internal import FiscalModel
internal import FiscalText
public import ReportLint

/// Findings for people at a terminal: each with its excerpt, the arithmetic, the places that prove
/// it and what to do; then what became of the document's numbers.
public struct FullReporter: LintReporter, Sendable {
  private let style: TerminalStyle
  private let listsNumbers: Bool
  private let listsUnchecked: Bool
  private let threads: Threads
  private var documents = 0
  private var severities: [Severity: Int] = [:]
  private var documentsWithFindings = 0

  /// - Parameters:
  ///   - isColoured: whether the output may hold colour sequences (ECMA-48).
  ///   - listsNumbers: whether each number of the narrative is listed with its state.
  ///   - listsUnchecked: whether all that was not checked is listed with the reason.
  ///   - isParallel: whether several processors may work on one document.
  public init(
    isColoured: Bool = false, listsNumbers: Bool = false, listsUnchecked: Bool = false,
    isParallel: Bool = false
  ) {
    style = TerminalStyle(isColoured: isColoured)
    self.listsNumbers = listsNumbers
    self.listsUnchecked = listsUnchecked
    threads = Threads(isParallel: isParallel)
  }

  public mutating func document(_ result: LintResult) -> [UInt8] {
    documents += 1
    if !result.findings.isEmpty { documentsWithFindings += 1 }
    for finding in result.findings { severities[finding.severity, default: 0] += 1 }
    let descriptions = threads.map(result.findings.count) { [self] in
      describe(result.findings[$0], sources: result.sources) + "\n"
    }
    var text = (documents > 1 ? "\n" : "") + descriptions.joined()
    if listsNumbers { text += listing(of: result.numbers) }
    if listsUnchecked { text += uncheckedListing(of: result) }
    text += summary(of: result) + "\n"
    return [UInt8](text.utf8)
  }

  public mutating func finish() -> [UInt8] {
    guard documents > 1 else { return [] }
    let text =
      "\n共 \(documents) 份文档，\(documentsWithFindings) 份有问题：\(Self.words(severities))\n"
    return [UInt8](text.utf8)
  }

  private func describe(_ finding: Finding, sources: [ReportSource]) -> String {
    let severity = style.paint(
      "\(finding.severity.word)[\(finding.rule)]", finding.severity.colour)
    let doubt = finding.confidence == .high ? "" : "（\(finding.confidence.word)）"
    var lines = [
      "\(style.paint(printable(finding.location.words), .bold)) \(severity)\(doubt) "
        + printable(finding.message)
    ]
    let excerpt = excerpt(of: finding, sources: sources)
    let gutter = Gutter(excerpt?.lines ?? [], style: style)
    lines.append(gutter.bar)
    if let excerpt {
      lines += excerpt.lines.map { gutter.line($0, colour: finding.severity.colour) }
    } else if !finding.quote.isEmpty {
      lines.append("\(gutter.bar) \(printable(finding.quote))")
    }
    for detail in details(finding) {
      lines.append("\(gutter.detail) \(printable(detail))")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The lines around the place, if the file is text.
  private func excerpt(of finding: Finding, sources: [ReportSource]) -> Excerpt? {
    guard case .text(let path, let start, let end) = finding.location,
      let source = sources.first(where: { $0.path == path })?.text
    else { return nil }
    return Excerpt(source, start: start, end: end)
  }

  private func details(_ finding: Finding) -> [String] {
    var details: [String] = []
    switch (finding.actual, finding.expected) {
    case (let actual?, let expected?):
      details.append("现为 \(actual)，\(finding.expectedLabel) \(expected)")
    case (nil, let expected?): details.append("\(finding.expectedLabel) \(expected)")
    case (let actual?, nil) where actual != finding.quote: details.append("现为 \(actual)")
    default: break
    }
    if let arithmetic = finding.arithmetic { details.append("计算：\(arithmetic)") }
    for place in finding.foremost(Self.mostEvidence) {
      let whereabouts = place.location.words(from: finding.location.path)
      details.append("依据：\(place.label)“\(Self.shortened(place.quote))”（\(whereabouts)）")
    }
    if finding.related.count > Self.mostEvidence {
      details.append("依据：另有 \(finding.related.count - Self.mostEvidence) 处")
    }
    if let suggestion = finding.suggestion { details.append("建议：\(suggestion)") }
    return details
  }

  /// More places help nobody who reads a terminal; all of them stand in the other formats.
  private static let mostEvidence = 8
  private static let longestQuote = 40

  /// The beginning of a quote that is a whole paragraph.
  private static func shortened(_ quote: String) -> String {
    let end = quote.index(quote.startIndex, offsetBy: longestQuote, limitedBy: quote.endIndex)
    guard let end, end < quote.endIndex else { return quote }
    return quote[..<end] + "……"
  }

  private func listing(of records: [NumberRecord]) -> String {
    var text = ""
    for record in records {
      var words = [printable(record.location.words), record.state.word, printable(record.quote)]
      if let meaning = record.meaning { words.append(printable(meaning)) }
      if let reason = record.reason { words.append("（\(printable(reason))）") }
      text += words.joined(separator: " ") + "\n"
    }
    return text.isEmpty ? "" : text + "\n"
  }

  private func uncheckedListing(of result: LintResult) -> String {
    let numbers = result.numbers.filter { $0.state == .unchecked }
    var text = ""
    if !numbers.isEmpty { text += "未核对的数字：\n" + listing(of: numbers) }
    guard !result.unchecked.isEmpty else { return text }
    text += "无法进行的检查：\n"
    for item in result.unchecked {
      let quote = item.quote.isEmpty ? "" : "“\(printable(item.quote))”"
      text += "\(printable(item.location.words)) \(quote)\(printable(item.reason))\n"
    }
    return text + "\n"
  }

  private func summary(of result: LintResult) -> String {
    let counts = result.counts
    var severities: [Severity: Int] = [:]
    for finding in result.findings { severities[finding.severity, default: 0] += 1 }
    let numbers =
      "\(counts.total) 个数字：\(counts.verified) 相符，\(counts.contradicted) 矛盾，"
      + "\(counts.unchecked) 未核对，\(counts.excluded) 不适用"
    let others = result.unchecked.isEmpty ? "" : "；另有 \(result.unchecked.count) 项检查无法进行"
    let accepted = result.accepted.isEmpty ? "" : "；已认可 \(result.accepted.count) 个"
    let verdict = Self.words(severities)
    let colour = result.findings.map(\.severity).max()?.colour ?? .green
    return "\(style.paint(printable(result.path), .bold))：\(style.paint(verdict, colour))\n"
      + numbers + others + accepted
  }

  private static func words(_ severities: [Severity: Int]) -> String {
    let parts = Severity.allCases.reversed().compactMap { severity in
      severities[severity].map { "\($0) 个\(severity.word)" }
    }
    return parts.isEmpty ? "没有发现问题" : parts.joined(separator: "，")
  }
}
