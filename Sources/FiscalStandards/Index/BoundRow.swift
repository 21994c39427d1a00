/// A row of a block: what it is called, and where it stands among the others.
public struct BoundRow: Sendable {
  /// The index of the row in ``Table/rows``.
  public var index: Int
  /// The label as printed, without number and 其中：.
  public var label: String
  /// The number printed before the label (一、), or nil.
  public var ordinal: Int?
  /// The code, its parts joined if it was printed in several cells; for a listed row of a form, the
  /// 科目 that it stands for.
  public var code: String?
  /// Whether the code was printed, not taken from the form.
  public var isCodePrinted: Bool
  public var level: ClassificationLevel?
  /// Whether it is printed as a part of the row above (其中：…).
  public var isOfWhich: Bool
  /// Whether its numbers count things, as the unit in its label says: 公务用车保有量（辆）.
  public var isCount: Bool
  /// Whether one of the block's cells in the row is a number.
  public var hasNumber: Bool
  /// The printed 行次.
  public var lineNumber: Int?
  /// Whether it is the row of the whole (合计).
  public var isTotal: Bool
  /// The name by which the form means the row (`年初结转和结余/一般公共预算财政拨款`), or nil.
  public var formName: String?
  /// Which of the form's rows it is, from 0, or nil.
  var formRank: Int?
  /// The index in ``BoundBlock/rows`` of the row that it is a part of, or nil.
  public var parent: Int?
  /// The indices in ``BoundBlock/rows`` of the rows that it is the sum of, direct ones only.
  public var children: [Int]
}
