/// A piece of a passage that the grammar understands; text between tokens says nothing to it.
struct Token: Sendable {
  enum Kind: Sendable {
    /// A number, with the bytes of its digits.
    case number(Quantity, digits: Range<Int>)
    case term(Term)
    /// A functional 科目 with its levels marked: 教育支出（类）普通教育（款）小学教育（项）.
    case path(ClassificationPath)
    case mark(Mark)
  }

  enum Mark: Sendable {
    /// ，
    case comma
    /// 、
    case pause
    /// ；
    case semicolon
    /// 。！？
    case stop
    /// ：
    case colon
    /// （
    case open
    /// ）
    case close
  }

  var kind: Kind
  /// In the normal text.
  var range: Range<Int>
}
