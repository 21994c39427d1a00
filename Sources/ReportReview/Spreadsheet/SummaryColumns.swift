internal import ReportLint

/// The columns of a table of documents.
enum SummaryColumns {
  /// What stands in a column.
  enum Value {
    case words(String)
    case count(Int)

    var text: String {
      switch self {
      case .words(let text): text
      case .count(let count): String(count)
      }
    }
  }

  static let heads = [
    "文档", "部门", "年度", "种类", "错误", "警告", "提示", "已认可", "数字", "相符", "矛盾", "未核对", "不适用",
    "表格", "无法进行的检查",
  ]

  static func values(_ document: DocumentSummary) -> [Value] {
    [
      .words(document.path), .words(document.entity ?? ""),
      document.year.map { .count($0) } ?? .words(""), .words(document.kind ?? ""),
      .count(document.count(.error)), .count(document.count(.warning)),
      .count(document.count(.info)), .count(document.accepted), .count(document.numbers.total),
      .count(document.numbers.verified), .count(document.numbers.contradicted),
      .count(document.numbers.unchecked), .count(document.numbers.excluded),
      .count(document.tables), .count(document.unchecked),
    ]
  }
}
