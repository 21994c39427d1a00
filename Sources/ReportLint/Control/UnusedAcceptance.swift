internal import FiscalModel
internal import FiscalStandards
internal import FiscalText

/// AC01: an entry of `accepted.txt` that matches no finding. Findings that are gone must not leave
/// entries behind that would hide the next one.
public struct UnusedAcceptance {
  /// It is no ``Rule``: it looks at the file of accepted findings, not at the document.
  public static let metadata = RuleMetadata(
    id: "AC01", category: "AC", severity: .info, title: "认可的问题已经不存在",
    summary: "accepted.txt 中的每一条都对应一个仍然存在的问题。",
    rationale: "文本改正以后，多余的条目会在以后掩盖同样的新问题。",
    source: "本工具的约定：规则、原文和第几处都相同才算同一个问题", examples: [])

  let file: DataFile

  func finding(_ acceptance: Acceptance) -> Finding {
    let start = file.source.position(at: acceptance.rule.offset)
    let length = acceptance.rule.text.unicodeScalars.count
    let words = acceptance.quote.isEmpty ? "" : "，原文“\(acceptance.quote)”"
    return Finding(
      rule: Self.metadata.id, category: Self.metadata.category, severity: Self.metadata.severity,
      message: "这一条认可没有对应的问题（\(acceptance.rule.text)\(words)）",
      location: .text(
        path: file.path, start: start,
        end: TextPosition(line: start.line, column: start.column + length)),
      quote: acceptance.rule.text, suggestion: "问题已经改正的，删去这一条；原文改动过的，重新核对")
  }
}
