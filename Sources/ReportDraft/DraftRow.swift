/// The row that a line of a template is printed for.
struct DraftRow {
  var code: String
  var label: String
  /// The labels of the 类, 款 and 项 that the code lies in, by the length of their codes.
  var names: [Int: String]
  /// The grade of a project.
  var grade: String?
}
