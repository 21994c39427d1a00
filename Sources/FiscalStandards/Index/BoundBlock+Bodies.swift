internal import FiscalModel
internal import FiscalText

extension BoundBlock {
  /// Whether the rows go through the 科目 of several bodies, one behind the other: then a code does not tell
  /// a row, and the parts of a 科目 stand in several places.
  ///
  /// - Complexity: O(n) in the rows.
  func goesThroughBodies(_ table: Table) -> Bool {
    guard hasRepeatedCode else { return false }
    var bodies = 0
    var seen: [String: (bodies: Int, row: Int)] = [:]
    for row in rows {
      guard let code = row.code, row.isCodePrinted else {
        if isOfBody(row) { bodies += 1 }
        continue
      }
      if let first = seen[code] {
        if first.bodies < bodies || namesOthers(first.row, row.index, table) { return true }
      } else {
        seen[code] = (bodies, row.index)
      }
    }
    return false
  }

  /// 云汀市救助管理站, with the sum of what it has: a row without code that is no total.
  private func isOfBody(_ row: BoundRow) -> Bool {
    row.code == nil && !row.isTotal && !row.isOfWhich && row.hasNumber && !row.label.isEmpty
  }

  /// Whether two rows differ in words that stand in columns beside those of the form: 单位名称.
  private func namesOthers(_ one: Int, _ other: Int, _ table: Table) -> Bool {
    let own = Set(columns.map(\.index))
    func words(_ row: Int) -> [Int: TracedText] {
      let cells = table.rows[row].cells.filter { cell in
        guard !own.contains(cell.column), case .text = cell.number else { return false }
        return true
      }
      return Dictionary(cells.map { ($0.column, $0.text) }) { first, _ in first }
    }
    let (left, right) = (words(one), words(other))
    return left.contains { column, text in
      right[column].map { $0.utf8 != text.utf8 } ?? false
    }
  }
}
