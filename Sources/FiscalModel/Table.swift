public import FiscalText

/// A table: the lines around it, its head, its rows, its notes.
///
/// A table that goes on over pages is one table; its repeated heads are dropped.
public struct Table: Sendable {
  public enum Kind: String, Sendable, Codable {
    /// A table of the form, such as 公开01.
    case financial
    /// A performance target or self-evaluation sheet.
    case performance
    case generic
  }

  public var kind: Kind
  /// The form's id, such as `公开01`, if the table was recognised.
  public var id: String?
  /// The title line as printed.
  public var title: TracedText?
  /// 公开01表
  public var publicNumber: TracedText?
  /// 编制部门：…, as printed.
  public var department: TracedText?
  /// 单位：万元, as printed.
  public var unitLine: TracedText?
  /// Other lines between the title and the head, such as 预算年度：2023.
  public var headLines: [TracedText]
  /// The unit of its amounts, from ``unitLine`` or the head.
  public var unit: AmountUnit?
  /// The printed head rows, for rendering and for ``columns``.
  public var head: [[Cell]]
  /// The printed columns from left to right.
  public var columns: [Column]
  public var rows: [Row]
  /// Lines under the table (注：…).
  public var notes: [Paragraph]
  /// Whether its cells were told apart in printed lines, so that a number may stand torn in
  /// several; Word, Excel and CSV files give the cells themselves.
  public var mayBeTorn = false
  /// Whether most of its words came each on a line of its own, so that rows were told by what
  /// begins them: a row without a number may be empty, or have lost it to another.
  public var isLoose = false

  public init(kind: Kind = .generic, columns: [Column] = []) {
    self.kind = kind
    headLines = []
    head = []
    self.columns = columns
    rows = []
    notes = []
  }
}
