public import FiscalText

/// A table as a form prescribes it: its titles, columns, blocks and rows.
///
/// The rows of a real table need not be those of the form (bureaux print 24, 26 or 31 classes):
/// names and codes bind a row to the form, never its position.
public struct TableForm: Sendable {
  /// The id that formulas and other programs use, such as `公开01`.
  public var id: String
  /// The official title and the other titles under which it is printed.
  public var titles: [String]
  public var unit: AmountUnit
  /// The columns of the whole table from left to right, block after block.
  public var columns: [ColumnForm]
  /// The blocks that stand side by side; most tables have one.
  public var blocks: [BlockForm]
  /// Lines that a form prints under the table.
  public var notes: [String]
  /// Whether the form wants the table even when it has no values.
  public var isRequired: Bool
  /// The id of the table that this is another shape of, printed under the same titles; nil for a
  /// table of its own.
  public var variantOf: String?

  public init(
    id: String, titles: [String], unit: AmountUnit = .tenThousandYuan, columns: [ColumnForm],
    blocks: [BlockForm], notes: [String] = [], isRequired: Bool = true, variantOf: String? = nil
  ) {
    self.id = id
    self.titles = titles
    self.unit = unit
    self.columns = columns
    self.blocks = blocks
    self.notes = notes
    self.isRequired = isRequired
    self.variantOf = variantOf
  }
}

/// Columns of a table that have row labels of their own: 收入 and 支出 of 公开01 are two blocks.
public struct BlockForm: Sendable {
  /// What the rows of a block are.
  public enum Rows: Sendable {
    /// Fixed names, in order.
    case listed([RowForm])
    /// 合计, then functional 科目 (类, 款, 项) with values.
    case functional
    /// Economic 科目 (类, 款): of these 类; of those that no other block names if it is empty.
    case economic(classes: [String])
    /// Whatever the document prints; one unlabelled row, for 公开09.
    case free
  }

  /// `收入`, `支出`; empty for the only block of a table.
  public var name: String
  /// The block's columns, as indices into ``TableForm/columns``.
  public var columns: Range<Int>
  public var rows: Rows

  public init(name: String = "", columns: Range<Int>, rows: Rows) {
    self.name = name
    self.columns = columns
    self.rows = rows
  }
}

extension BlockForm {
  /// Whether economic 科目 of a 类 can stand in a block, as far as the form says it.
  public func mayHold(_ category: String, beside blocks: [BlockForm]) -> Bool {
    guard case .economic(let classes) = rows else { return true }
    guard classes.isEmpty else { return classes.contains(category) }
    return !blocks.contains { block in
      if case .economic(let others) = block.rows { others.contains(category) } else { false }
    }
  }
}

/// A column of a form.
public struct ColumnForm: Sendable {
  public enum Content: String, Sendable, CaseIterable {
    /// 科目代码, whole or parted into 类, 款, 项
    case code = "编码"
    /// 项目, 科目名称
    case name = "名称"
    /// 行次, 序号
    case lineNumber = "行次"
    case amount = "金额"
    case count = "数量"
    case percentage = "百分比"
    case text = "文字"
  }

  /// The name by which formulas and sentences mean it, unique in its block: `基本支出`,
  /// `本年支出/小计`.
  public var key: String
  /// The heads under which it is printed, as paths (`本年支出/小计`), official one first.
  public var names: [String]
  public var content: Content

  public init(key: String, names: [String], content: Content) {
    self.key = key
    self.names = names
    self.content = content
  }
}

/// A listed row of a form.
public struct RowForm: Sendable {
  /// The label without its number (`一般公共服务支出` for 一、一般公共服务支出), official one first.
  public var names: [String]
  /// The number printed before the label (一、), or nil.
  public var ordinal: Int?
  /// The 行次 of the national form, or nil.
  public var lineNumber: Int?
  /// The functional 类 that it stands for, or nil.
  public var code: String?

  public init(names: [String], ordinal: Int? = nil, lineNumber: Int? = nil, code: String? = nil) {
    self.names = names
    self.ordinal = ordinal
    self.lineNumber = lineNumber
    self.code = code
  }
}
