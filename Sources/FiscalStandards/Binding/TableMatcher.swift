internal import FiscalModel

/// Tells which form a table follows, by its title, and by its columns where it has none.
struct TableMatcher {
  /// Words that make one table another; a title that has one more of them is not the form's.
  private static let meanings = [
    "预算", "决算", "拨款", "基金", "国有", "项目", "基本", "收入", "支出", "收支", "三公", "经费", "绩效", "目标", "采购",
    "资产", "明细",
  ].map { Name($0) }

  private struct Candidate {
    var form: TableForm
    var titles: [Name]
  }

  private let candidates: [Candidate]
  private let names: TitleNames

  init(_ forms: [TableForm], names: TitleNames) {
    self.names = names
    candidates = forms.map { form in
      Candidate(form: form, titles: form.titles.map { Self.plain(names.title(Name($0))) })
    }
  }

  /// Hebei prints 部门预算 before each title.
  private static func plain(_ title: Name) -> Name {
    var title = title
    let prefix = Name("预算")
    if title.starts(with: prefix), title.count > 6 {
      title = Name(scalars: Array(title.scalars.dropFirst(prefix.count)))
    }
    return title
  }

  /// The form of a title, and how sure that is (0 to 1); nil if none fits.
  func form(title: Name) -> (form: TableForm, score: Double)? {
    let title = Self.plain(names.title(title))
    guard title.count >= 3, title.count <= 60 else { return nil }
    var best: (form: TableForm, score: Double, length: Int)?
    for candidate in candidates {
      for (rank, official) in candidate.titles.enumerated() {
        var score = score(title, official)
        guard score > 0 else { continue }
        // A title that is one form's own and another's second name is the first one's.
        if rank > 0 { score -= 0.01 }
        if let best, (best.score, best.length) >= (score, official.count) { continue }
        best = (candidate.form, score, official.count)
      }
    }
    guard let best, best.score >= 0.8 else { return nil }
    return (best.form, best.score)
  }

  private func score(_ title: Name, _ official: Name) -> Double {
    if title == official { return 1 }
    if title.hasSuffix(official) {
      let rest = Name(scalars: Array(title.scalars.dropLast(official.count)))
      return Self.meanings.contains { rest.contains($0) } ? 0 : 0.95
    }
    let likeness = title.likeness(official, atLeast: 0.8)
    guard likeness >= 0.8, sameMeaning(title, official) else { return 0 }
    return likeness
  }

  /// Whether both speak of the same things, so that only small words differ.
  private func sameMeaning(_ left: Name, _ right: Name) -> Bool {
    Self.meanings.allSatisfy { left.contains($0) == right.contains($0) }
  }

  /// The form that alone has a table's columns; nil if none or several do.
  func form(columns: [Column]) -> TableForm? {
    guard columns.count >= 4 else { return nil }
    var scores = candidates.map { candidate in
      (form: candidate.form, score: ColumnMatcher(candidate.form, year: nil).fit(columns).coverage)
    }
    scores.sort { $0.score > $1.score }
    guard let first = scores.first, first.score >= 0.95 else { return nil }
    if scores.count > 1, scores[1].score > 0.8 { return nil }
    return first.form
  }
}
