internal import FiscalModel
internal import FiscalNarrative
internal import FiscalText

extension ReportSurface {
  /// Whether the title says that the report only adds to one published before, which has the rest:
  /// 某局关于2017年部门预算的补充说明.
  var isSupplement: Bool {
    passages.prefix(Self.titleLines).contains { passage in
      passage.text.utf8.count <= Self.longestTitle
        && Self.additions.contains { passage.text.utf8.firstOffset(of: $0) != nil }
    }
  }

  private static let titleLines = 3
  /// Fifty ideographs.
  private static let longestTitle = 150
  private static let additions = ["补充说明", "补充公开", "更正说明", "补充公示"].map { [UInt8]($0.utf8) }
}
