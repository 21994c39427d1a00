/// A blank that asks for no words but to look at its sentence again: 【请填写：核对本句沿用的上年数】.
struct CheckBlank {
  private static let lead = "核对"
  /// What says that the sentence is right as it stands.
  private static let confirmations: Set<String> = ["已核对", "核对无误", "无误", "不变", "是"]
  private static let stop: Character = "。"

  /// - Parameter hint: what the blank asks for.
  init?(_ hint: String) {
    guard hint.hasPrefix(Self.lead) else { return nil }
  }

  /// The text in front of the blank with what a person says of it: it stays, or its last sentence
  /// is another.
  func text(_ content: String, behind text: String) -> String {
    var content = content
    while content.last == Self.stop { content.removeLast() }
    guard !Self.confirmations.contains(content) else { return text }
    guard let end = text.lastIndex(of: Self.stop) else { return content }
    return text[...end] + content
  }
}
