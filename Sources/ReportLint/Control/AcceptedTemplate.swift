internal import FiscalModel

/// The entries by which findings would be accepted, once somebody has filled in the reasons.
public struct AcceptedTemplate {
  /// What a new file starts with.
  public static let head = """
    # 已认可的问题：核对过、确认不必改的地方，检查时不再计入。
    # 每一条都要写明理由，理由空着的不接受；不认可的，请删去整条。
    # 同一文件里同样的原文有几处时，用“第几处”指明是第几个，“全部”表示每一处。

    """

  /// The text of the entries so far.
  public private(set) var text = ""
  public private(set) var count = 0

  public init() {}

  /// Adds the findings of one document that are not accepted, and what follows from each, which is told
  /// once it is.
  ///
  /// - Parameter name: what a finding's file is called in the entry.
  public mutating func add(_ result: LintResult, name: (String) -> String) {
    // A number that an accepted finding has is not free.
    var taken: [FindingKey: Set<Int>] = [:]
    for accepted in result.accepted {
      taken[FindingKey(accepted.finding), default: []].insert(accepted.number)
    }
    let findings = result.findings.flatMap { [$0] + $0.consequences }
    for finding in findings where finding.rule != UnusedAcceptance.metadata.id {
      var number = 1
      while !taken[FindingKey(finding), default: []].insert(number).inserted { number += 1 }
      write(finding, number: number, file: name(finding.location.path))
    }
  }

  private mutating func write(_ finding: Finding, number: Int, file: String) {
    let place = finding.location.words(from: finding.location.path)
    let message = QuoteKey.written(finding.message)
    count += 1
    text += """

      [认可 \(finding.rule)]
      # \(place)，\(finding.severity.word)：\(message)
      文件：\(file)
      原文：\(QuoteKey.written(finding.quote))
      第几处：\(number)
      理由：

      """
  }
}
