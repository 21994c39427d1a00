/// How strictly marks are kept from the ends of lines (CLREQ, 3.1.3).
public enum LineBreakLevel: String, Sendable, CaseIterable {
  /// Only what must not be parted: numbers, dashes, words.
  case none = "无"
  /// Stops, closing marks, connectors and interpuncts do not start a line; opening ones do not
  /// end one.
  case basic = "基本"
  /// Basic, and a solidus does not end a line.
  case national = "国标"
  /// National, and dashes and ellipses do not start a line.
  case strict = "严格"
}
