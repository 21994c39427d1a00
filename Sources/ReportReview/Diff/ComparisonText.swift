internal import FiscalModel
internal import FiscalText
internal import ReportLint

/// A comparison for people at a terminal.
public enum ComparisonText {
  public static func bytes(_ comparison: VersionComparison) -> [UInt8] {
    var text = ""
    text += list("新出现的问题", comparison.came, comparison.newPath)
    text += list("已消除的问题", comparison.gone, comparison.oldPath)
    text += list("仍在的问题", comparison.stayed, comparison.newPath)
    text += numbers(comparison)
    text +=
      "问题：新出现 \(comparison.came.count) 个，已消除 \(comparison.gone.count) 个，仍在 \(comparison.stayed.count) 个；"
      + "改动的数字 \(comparison.changes.count) 个\n"
    return [UInt8](text.utf8)
  }

  private static func list(_ title: String, _ findings: [Finding], _ path: String) -> String {
    guard !findings.isEmpty else { return "" }
    let lines = findings.map { finding in
      "  \(printable(finding.location.words(inside: path))) \(finding.severity.word)[\(finding.rule)] "
        + printable(finding.message)
    }
    return "\(title)（\(findings.count) 个）：\n" + lines.joined(separator: "\n") + "\n\n"
  }

  private static func numbers(_ comparison: VersionComparison) -> String {
    guard !comparison.changes.isEmpty else { return "" }
    var text = "改动的数字（\(comparison.changes.count) 个）：\n"
    for change in comparison.changes {
      let meaning = change.meaning.isEmpty ? "" : printable(change.meaning) + " "
      let place = printable(change.location.words(inside: comparison.newPath))
      text += "  \(place) \(meaning)\(printable(change.old)) → \(printable(change.new))\n"
      for sentence in change.unchanged {
        let place = printable(sentence.location.words(inside: comparison.newPath))
        text += "    句子没有改：\(place) “\(printable(sentence.text))”（\(sentence.state.word)）\n"
      }
    }
    return text + "\n"
  }
}
