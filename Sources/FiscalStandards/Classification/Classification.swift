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

extension Layout {
  /// The dated 科目 by classification; empty where the layouts have none.
  ///
  /// - Throws: a ``LayoutError`` with the place in a data file that is wrong.
  public func classifications() throws(LayoutError) -> [Classification: ClassificationTable] {
    guard let root = folders.first else { return [:] }
    let library = try LayoutLibrary(path: root)
    var tables: [Classification: ClassificationTable] = [:]
    for classification in Classification.allCases {
      tables[classification] = try library.table(of: classification)
    }
    return tables
  }
}
