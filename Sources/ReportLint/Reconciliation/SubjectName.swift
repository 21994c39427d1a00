internal import FiscalModel
internal import FiscalNarrative

/// What a number means, in the words of the field: 一般公共服务支出/组织事务/行政运行 决算数.
struct SubjectName {
  private let context: LintContext

  init(_ context: LintContext) { self.context = context }

  func name(_ statement: Statement) -> String {
    guard let meaning = statement.meaning else { return "文中的数" }
    let year = meaning.year.map { $0 == Meaning.yearBefore ? "上年" : "\($0)年" } ?? ""
    if case .project = meaning.subject, case .count(let classifier) = meaning.aspect,
      classifier != "分"
    {
      return year + "项目完成数"
    }
    return year + name(meaning.subject) + name(meaning.aspect)
  }

  func name(_ subject: Subject) -> String {
    switch subject {
    case .concept(let id): id
    case .functional(let path):
      [path.category, path.subcategory, path.item].filter { !$0.isEmpty }.joined(separator: "－")
    case .economic(let name): name
    case .project: "项目"
    case .unnamed(let statement): words(before: statement)
    }
  }

  /// The clause before an amount, which calls it by a name that no layout knows.
  private func words(before index: Int) -> String {
    let statement = context.facts.statements[index]
    let (start, end) = (statement.clause.lowerBound, statement.digits.lowerBound)
    guard start < end else { return "" }
    return context.facts.passages[statement.passage].text.string(start..<end)
  }

  private func name(_ aspect: Meaning.Aspect) -> String {
    switch aspect {
    case .level(let measure): measure == context.vocabulary.defaultMeasure ? "" : measure.rawValue
    case .change(let base): "较\(base.rawValue)增减额"
    case .rate(let base): "较\(base.rawValue)增减比例"
    case .multiple(let base): "与\(base.rawValue)之比"
    case .completion: "完成率"
    case .share(let whole?): "占\(name(whole))的比重"
    case .share(nil): "占比"
    case .count("分"): "得分"
    case .count(let classifier): "（\(classifier)）"
    }
  }
}
