internal import FiscalText

/// The list of attachments behind a text, where it has the tables: 附件：2025年部门预算公开表.
enum AttachedTables {
  /// How many passages from the end such a list stands.
  private static let reach = 12
  private static let leads = ["附件", "附表", "附：", "附:"].map(\.scalarValues)
  private static let tables = PhraseSet(["预算表", "决算表", "公开表", "报表", "附表", "表格"])
  private static let files = PhraseSet([".xls", ".XLS", ".et", ".pdf", ".PDF"])

  /// Whether one of the last lines names the tables as an attachment, or is the name of their file.
  static func areListed(_ context: ReportSurface) -> Bool {
    let text = context.text
    return text.prose.suffix(reach).contains { index in
      let range = text.range(of: index)
      guard tables.isFound(in: text, range) else { return false }
      return leads.contains { text.has($0, at: range.lowerBound) }
        || files.isFound(in: text, range)
    }
  }
}
