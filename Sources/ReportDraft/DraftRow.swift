internal import FiscalStandards

/// The row that a line of a template is printed for.
struct DraftRow {
  var code: String
  var label: String
  /// The labels of the 类, 款 and 项 that the code lies in, by the length of their codes.
  var names: [Int: String]
  /// The grade of a project.
  var grade: String?

  /// The code of a level that the row lies in.
  func code(of level: ClassificationLevel) -> String? {
    let length = 1 + 2 * level.rawValue
    return code.utf8.count >= length ? String(code.prefix(length)) : nil
  }
}
