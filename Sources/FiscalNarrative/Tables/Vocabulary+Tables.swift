public import FiscalModel
public import FiscalStandards
internal import FiscalText

extension Vocabulary {
  /// These words, the 科目 of the report's own tables and those that every report may name, and
  /// the report's own name.
  public func adding(
    _ tables: TableIndex, of report: Report,
    classifications: [Classification: ClassificationTable]
  ) -> Vocabulary {
    var vocabulary = self
    if let entity = report.entity { vocabulary.add(entity, .filler) }
    for classification in Classification.allCases {
      for entry in classifications[classification]?.entries ?? []
      where Self.isCommon(entry, classification) && report.year.map(entry.isPossible) ?? true {
        vocabulary.add(classification: entry.name)
        if !entry.name.hasEnding("支出") { vocabulary.add(classification: entry.name + "支出") }
      }
    }
    vocabulary.officialItems = classifications[.functional]
    var seen = Set<Name>()
    for block in tables.tables.lazy.flatMap(\.blocks) {
      for row in block.rows where row.code != nil && seen.insert(Name(row.label)).inserted {
        vocabulary.add(classification: row.label)
        // 其他支出 without 支出 is a word of everyday.
        if row.label.hasEnding("支出"), row.label.unicodeScalars.count > 5 {
          vocabulary.add(classification: row.label.withoutEnding("支出"))
        } else {
          vocabulary.add(classification: row.label + "支出")
        }
      }
    }
    return vocabulary
  }

  /// Whether a report without tables may speak of a 科目 without its level: the 类 by function, and
  /// all by economic kind.
  private static func isCommon(
    _ entry: ClassificationEntry, _ classification: Classification
  ) -> Bool {
    classification == .economic || entry.level == .category
  }
}
