/// A classification of the 政府收支分类科目.
public enum Classification: String, Sendable, CaseIterable {
  /// 支出功能分类: 类, 款, 项
  case functional = "功能分类"
  /// 部门预算支出经济分类: 类, 款
  case economic = "经济分类"
}

extension LayoutLibrary {
  /// The 科目 of a classification, read from `科目/`. Reading takes about as long as a small layout;
  /// ask once.
  public func table(of classification: Classification) throws(LayoutError) -> ClassificationTable {
    try ClassificationTable(
      source: FileAccess.text("\(path)/科目/\(classification.rawValue).tsv"))
  }
}
