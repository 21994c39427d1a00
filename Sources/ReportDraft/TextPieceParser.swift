internal import FiscalStandards

/// Reads the sentences, conditions and rows of `sentences.txt`.
struct TextPieceParser {
  let file: DataFile
  let layout: Layout

  /// A sentence with its slots in braces.
  func pieces(_ token: DataToken) throws(LayoutError) -> [TextPiece] {
    let bytes = [UInt8](token.text.utf8)
    var pieces: [TextPiece] = []
    var start = 0
    while start < bytes.count {
      let open = bytes[start...].firstIndex(of: UInt8(ascii: "{")) ?? bytes.count
      if open > start { pieces.append(.text(String(decoding: bytes[start..<open], as: UTF8.self))) }
      guard open < bytes.count else { break }
      guard let close = bytes[open...].firstIndex(of: UInt8(ascii: "}")) else {
        throw file.error("“{”没有配对的“}”", at: token.offset + open)
      }
      let inner = String(decoding: bytes[(open + 1)..<close], as: UTF8.self)
      pieces.append(try slot(DataToken(inner, offset: token.offset + open + 1)))
      start = close + 1
    }
    return pieces
  }

  private func slot(_ token: DataToken) throws(LayoutError) -> TextPiece {
    if let word = TextPiece.Word(rawValue: token.text) { return .word(word) }
    if let rest = rest(token, behind: "比较 ") {
      let sides = parts(rest, at: "；")
      guard sides.count == 3 else {
        throw file.error("应当写成“{比较 甲；乙；大于/小于/等于}”", at: token)
      }
      let words = parts(sides[2], at: "/").map(\.text)
      guard words.count == 3 else {
        throw file.error("应当有三个词：大于、小于、等于各用什么词", at: sides[2])
      }
      return .comparison(try expression(sides[0]), try expression(sides[1]), words: words)
    }
    if let rest = rest(token, behind: "个数 ") { return .count(try expression(rest)) }
    if let rest = rest(token, behind: "增减额 ") {
      let (first, second) = try pair(rest)
      return .difference(first, second)
    }
    if let rest = rest(token, behind: "增减率 ") {
      let (first, second) = try pair(rest)
      return .differenceRate(first, second)
    }
    return try value(token)
  }

  private func pair(_ token: DataToken) throws(LayoutError) -> (Expression, Expression) {
    let sides = parts(token, at: "；")
    guard sides.count == 2 else { throw file.error("应当写成“甲；乙”两个公式", at: token) }
    return (try expression(sides[0]), try expression(sides[1]))
  }

  private func value(_ token: DataToken) throws(LayoutError) -> TextPiece {
    let formula = try formula(token)
    guard formula.isPercentage else { return .amount(try checked(formula.expression, token)) }
    guard case .binary(let part, .divide, let whole) = formula.expression else {
      throw file.error("百分比应当写成“甲 / 乙 %”", at: token)
    }
    return .percentage(try checked(part, token), of: try checked(whole, token))
  }

  /// A condition: a formula that must not be zero, a relation, or a value that must be known.
  func condition(_ token: DataToken) throws(LayoutError) -> DraftCondition {
    if let rest = rest(token, behind: "已知 ") { return .isKnown(try expression(rest)) }
    guard token.text.utf8.contains(UInt8(ascii: "=")) else {
      return .isNotZero(try expression(token))
    }
    do throws(FormulaError) {
      let relation = try Relation(token.text)
      let condition = DraftCondition.relation(relation)
      for side in condition.expressions { try check(side) }
      return condition
    } catch {
      throw self.error(error, token)
    }
  }

  /// The rows of `公开05!项.合计`, or of `公开06!款.决算数；301/303` those of some codes.
  func domain(_ token: DataToken) throws(LayoutError) -> RowDomain {
    let sides = parts(token, at: "；")
    guard sides.count <= 2, case .cell(var address) = try expression(sides[0]) else {
      throw file.error(Self.domainForm, at: token)
    }
    let level = ClassificationLevel.allCases.first { [$0.word] == address.row }
    let isProjects = address.table == ProjectSheets.table && address.row == [ProjectSheets.rowWord]
    guard level != nil || isProjects else { throw file.error(Self.domainForm, at: token) }
    address.row = ["*"]
    let prefixes = sides.count == 2 ? parts(sides[1], at: "/").map(\.text) : []
    return RowDomain(address: address, level: level, prefixes: prefixes)
  }

  private static let domainForm = "应当写成“表!类.列”“表!款.列”“表!项.列”或“绩效!项目.列”"

  // MARK: Formulas

  private func expression(_ token: DataToken) throws(LayoutError) -> Expression {
    let formula = try formula(token)
    guard !formula.isPercentage else { throw file.error("这里不能用“%”", at: token) }
    return try checked(formula.expression, token)
  }

  private func formula(_ token: DataToken) throws(LayoutError) -> Formula {
    do throws(FormulaError) {
      return try Formula(token.text)
    } catch {
      throw self.error(error, token)
    }
  }

  private func checked(
    _ expression: Expression, _ token: DataToken
  ) throws(LayoutError) -> Expression {
    do throws(FormulaError) {
      try check(expression)
      return expression
    } catch {
      throw self.error(error, token)
    }
  }

  /// Sentences add and subtract cells of known tables; all else would not be exact.
  private func check(_ expression: Expression) throws(FormulaError) {
    switch expression {
    case .number: throw FormulaError(offset: 0, message: "句中的公式不能写数字")
    case .cell(let address), .children(let address), .sum(let address, _):
      if address.table == ProjectSheets.table { return try checkProjects(expression) }
      let (origin, place) = CellOrigin.split(address)
      // A budget is published in a layout of its own.
      guard origin == .budget || layout.table(place.table) != nil else {
        throw FormulaError(offset: 0, message: "布局里没有表“\(place.table)”")
      }
    case .negated(let operand): try check(operand)
    case .binary(let left, let operation, let right):
      guard operation == .add || operation == .subtract else {
        throw FormulaError(offset: 0, message: "句中的公式只能加减；百分比写成“甲 / 乙 %”")
      }
      try check(left)
      try check(right)
    }
  }

  /// The table of the projects has columns of its own.
  private func checkProjects(_ expression: Expression) throws(FormulaError) {
    guard case .cell(let address) = expression,
      address.columnKey.flatMap(ProjectSheets.Column.init) != nil
    else {
      let columns = ProjectSheets.Column.allCases.map(\.rawValue).joined(separator: "、")
      throw FormulaError(offset: 0, message: "“绩效”只有这些列：\(columns)")
    }
  }

  private func error(_ error: FormulaError, _ token: DataToken) -> LayoutError {
    file.error("公式有误：\(error.message)", at: token.offset + error.offset)
  }

  // MARK: Parts

  private func rest(_ token: DataToken, behind word: String) -> DataToken? {
    guard token.text.hasPrefix(word) else { return nil }
    let text = String(token.text.dropFirst(word.count))
    return DataToken(text, offset: token.offset + word.utf8.count)
  }

  private func parts(_ token: DataToken, at mark: Character) -> [DataToken] {
    var parts: [DataToken] = []
    var offset = token.offset
    for part in token.text.split(separator: mark, omittingEmptySubsequences: false) {
      parts.append(DataToken(String(part), offset: offset))
      offset += part.utf8.count + String(mark).utf8.count
    }
    return parts
  }
}
