internal import FiscalStandards

/// A piece of a sentence: words as they stand, or a slot that the tables fill.
enum TextPiece: Sendable {
  /// A word that is known without looking into a table.
  enum Word: String, CaseIterable, Sendable {
    case entity = "部门"
    case year = "年度"
    case lastYear = "上年"
    /// The number of the row or term that is printed, from 1.
    case number = "序号"
    case category = "类"
    case subcategory = "款"
    case item = "项"
    /// The codes of the row and of the 类 and 款 that it lies in.
    case code = "编码"
    case categoryCode = "类编码"
    case subcategoryCode = "款编码"
    /// The row's own label.
    case label = "科目"
    case term = "名词"
    /// The grade of a project: 优.
    case grade = "等级"
    /// What an indicator measures, and what was reached with its unit.
    case indicator = "指标"
    case reached = "完成值"
  }

  case text(String)
  case word(Word)
  case amount(Expression)
  /// The whole number of a cell, without the unit of the amounts that stand in its column.
  case count(Expression)
  case percentage(Expression, of: Expression)
  /// The word for greater, less or equal.
  case comparison(Expression, Expression, words: [String])
  /// The size of the difference.
  case difference(Expression, Expression)
  /// The size of the difference as a percentage of the second.
  case differenceRate(Expression, Expression)
}
