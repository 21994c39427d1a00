/// Names that differ in some parts alone, written as one:
/// `〔公务用车、公车〕购置〔及、和〕运行〔维护、〕费`.
enum NamePattern {
  private static let open: Unicode.Scalar = "〔"
  private static let close: Unicode.Scalar = "〕"
  private static let comma: Unicode.Scalar = "、"
  /// More than the ways in which anybody writes a name.
  static let mostNames = 1000

  /// All names, those with the first choices first; one without brackets is its own.
  ///
  /// - Returns: nil if a bracket has no partner, or if there are more than ``mostNames``.
  static func names(_ pattern: String) -> [String]? {
    var names = [""]
    var choices: [String]?
    for scalar in pattern.unicodeScalars {
      switch (scalar, choices) {
      case (open, nil): choices = [""]
      case (close, let all?):
        guard names.count * all.count <= mostNames else { return nil }
        names = names.flatMap { name in all.map { name + $0 } }
        choices = nil
      case (comma, _?): choices?.append("")
      case (open, _), (close, _): return nil
      case (_, let all?): choices?[all.count - 1].unicodeScalars.append(scalar)
      default:
        for index in names.indices { names[index].unicodeScalars.append(scalar) }
      }
    }
    return choices == nil ? names : nil
  }
}
