internal import FiscalText

/// Reads formulas by recursive descent.
///
/// Within an address `/` and `.` join names and have no spaces around them; between operands `/`
/// divides. Both are told apart by whether an address has just ended in a name: `甲!乙/丙` is a
/// path, `甲!乙 / 甲!丙` and `甲!乙/甲!丙` are quotients, for a path has no second `!`.
struct FormulaParser {
  private static let deepest = 60
  private static let comparisons: [(FormulaScanner.Mark, Relation.Comparison)] = [
    (.equal, .equal), (.atMost, .atMost), (.atLeast, .atLeast),
  ]

  private let tokens: [FormulaScanner.Placed]
  private let end: Int
  private var index = 0
  private var depth = 0

  init(_ text: String) throws(FormulaError) {
    var scanner = FormulaScanner(text)
    tokens = try scanner.tokens()
    end = text.utf8.count
  }

  mutating func formula() throws(FormulaError) -> Formula {
    let expression = try sum()
    let isPercentage = take(.percent)
    try expectEnd()
    return Formula(expression, isPercentage: isPercentage)
  }

  mutating func relation() throws(FormulaError) -> Relation {
    let left = try sum()
    for (mark, comparison) in Self.comparisons where take(mark) {
      let right = try sum()
      try expectEnd()
      return Relation(left, comparison, right)
    }
    throw error("缺少 =、<= 或 >=")
  }

  private mutating func sum() throws(FormulaError) -> Expression {
    depth += 1
    defer { depth -= 1 }
    guard depth < Self.deepest else { throw error("括号太深") }
    var left = try product()
    while true {
      if take(.plus) {
        left = .binary(left, .add, try product())
      } else if take(.minus) {
        left = .binary(left, .subtract, try product())
      } else {
        return left
      }
    }
  }

  private mutating func product() throws(FormulaError) -> Expression {
    var left = try factor()
    while true {
      if take(.times) {
        left = .binary(left, .multiply, try factor())
      } else if take(.slash) {
        left = .binary(left, .divide, try factor())
      } else {
        return left
      }
    }
  }

  private mutating func factor() throws(FormulaError) -> Expression {
    if take(.minus) {
      depth += 1
      defer { depth -= 1 }
      guard depth < Self.deepest else { throw error("负号太多") }
      return .negated(try factor())
    }
    if take(.open) {
      let inner = try sum()
      guard take(.close) else { throw error("缺少右括号") }
      return inner
    }
    guard case .name(let name) = token else { throw error("应当是地址、数字或括号") }
    if peek(1) == .mark(.open), name == "合计" || name == "层级" { return try function(name) }
    if peek(1) == .mark(.bang) { return .cell(try address()) }
    return try number(name)
  }

  private mutating func function(_ name: String) throws(FormulaError) -> Expression {
    index += 2
    var address = try address()
    guard name == "合计" else {
      guard take(.close) else { throw error("“层级(…”缺少右括号") }
      return .children(address)
    }
    guard address.column.isEmpty, !address.isRowOptional, take(.colon) else {
      throw error("应当是“合计(表!行甲:行乙.列)”")
    }
    let last = try path("行")
    try column(&address)
    guard take(.close) else { throw error("“合计(…”缺少右括号") }
    return .sum(address, through: last)
  }

  private mutating func address() throws(FormulaError) -> Address {
    guard case .name(let table) = token else { throw error("缺少表名") }
    index += 1
    guard take(.bang) else { throw error("表名后面缺少“!”") }
    var address = Address(table: table, row: try path("行"))
    address.isRowOptional = takeAtOnce(.question)
    try column(&address)
    return address
  }

  private mutating func column(_ address: inout Address) throws(FormulaError) {
    guard takeAtOnce(.point) else { return }
    address.column = try path("列")
    address.isColumnOptional = takeAtOnce(.question)
  }

  /// Names joined by `/`, the last one perhaps `*`.
  private mutating func path(_ what: String) throws(FormulaError) -> [String] {
    var names: [String] = []
    while true {
      if peek(0) == .mark(.times) {
        index += 1
        return names + ["*"]
      }
      guard case .name(let name) = token else { throw error("缺少\(what)名") }
      names.append(name)
      index += 1
      guard peek(0) == .mark(.slash), joinsPath else { return names }
      index += 1
    }
  }

  /// Whether the `/` that comes next goes on with a path: no spaces around it, and what follows it
  /// is no operand of its own.
  private var joinsPath: Bool {
    guard !followsSpace(0), !followsSpace(1) else { return false }
    switch peek(1) {
    case .name: return peek(2) != .mark(.bang) && peek(2) != .mark(.open)
    case .mark(.times): return true
    default: return false
    }
  }

  private mutating func number(_ digits: String) throws(FormulaError) -> Expression {
    var text = digits
    var length = 1
    if peek(1) == .mark(.point), case .name(let decimals) = peek(2), !followsSpace(1),
      !followsSpace(2)
    {
      text += "." + decimals
      length = 3
    }
    let number = CellNumber([UInt8](text.utf8))
    guard let value = number.value, case .number(let token) = number, token.suffix == .none,
      !token.isFullWidth, value.mantissa >= 0
    else { throw error("“\(text)”不是数字；地址写作“表!行.列”") }
    index += length
    return .number(value)
  }

  private var token: FormulaScanner.Token { peek(0) }

  private func peek(_ distance: Int) -> FormulaScanner.Token {
    index + distance < tokens.count ? tokens[index + distance].token : .end
  }

  private func followsSpace(_ distance: Int) -> Bool {
    index + distance < tokens.count && tokens[index + distance].followsSpace
  }

  private mutating func take(_ mark: FormulaScanner.Mark) -> Bool {
    guard token == .mark(mark) else { return false }
    index += 1
    return true
  }

  /// Takes a mark that stands without space behind what was read.
  private mutating func takeAtOnce(_ mark: FormulaScanner.Mark) -> Bool {
    !followsSpace(0) && take(mark)
  }

  private func expectEnd() throws(FormulaError) {
    guard token == .end else { throw error("公式到这里应当结束") }
  }

  private func error(_ message: String) -> FormulaError {
    FormulaError(offset: index < tokens.count ? tokens[index].offset : end, message: message)
  }
}
