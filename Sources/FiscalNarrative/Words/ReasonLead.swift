/// What may stand between 原因 and the reason itself.
///
/// All that look for reasons, be it to compare, to miss or to leave them open, pass over the same
/// words.
public enum ReasonLead {
  /// Longest first.
  public static let words = ["是：", "为：", "是:", "为:", "是", "为", "：", ":", "系"]
}
