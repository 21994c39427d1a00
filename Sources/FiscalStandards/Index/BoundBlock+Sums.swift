internal import FiscalText

extension BoundBlock {
  /// Whether the parts of a row cannot be added up, since one of them hangs in the air or stands
  /// there twice: the reader, not the report, may be wrong then.
  func isIncomplete(below row: Int) -> Bool {
    let prefix = rows[row].code ?? ""
    let isTotal = rows[row].isTotal
    let isOrphan = lookup.orphans.contains { code in
      !code.hasSameBytes(as: prefix) && (isTotal || code.hasPrefix(prefix))
    }
    guard !isOrphan else { return true }
    guard hasRepeatedCode else { return false }
    let codes = rows[row].children.compactMap { rows[$0].code }
    return Set(codes).count != codes.count
  }

  /// The row of the nearest 科目 above a code, else of the whole.
  func ancestor(of code: String) -> Int? {
    var prefix = code.dropLast(2)
    while prefix.utf8.count >= 3 {
      if let index = lookup.byCode[String(prefix)] { return index }
      prefix = prefix.dropLast(2)
    }
    return rows.firstIndex { $0.isTotal }
  }

  /// The rows from one to another. Those of a listed form are found by the form's order, so that a
  /// report may leave out rows at either end and may have rows of its own between them.
  func rows(from first: [String], through last: [String]) -> Range<Int>? {
    guard case .listed(let forms) = form.rows else {
      guard let lower = rowIndex(String(path: first)),
        let upper = rowIndex(String(path: last)), lower <= upper
      else { return nil }
      return lower..<(upper + 1)
    }
    guard let from = Self.formIndex(first, forms), let to = Self.formIndex(last, forms), from <= to
    else { return nil }
    var lower = 0
    var upper = rows.count
    for index in rows.indices {
      guard let rank = rows[index].formRank else { continue }
      if rank < from { lower = max(lower, index + 1) }
      if rank > to { upper = min(upper, index) }
    }
    return lower < upper ? lower..<upper : nil
  }

  private static func formIndex(_ path: [String], _ forms: [RowForm]) -> Int? {
    let name = String(path: path)
    if let code = forms.firstIndex(where: { $0.code == name }) { return code }
    if let exact = forms.firstIndex(where: { $0.names.contains { $0.hasSameBytes(as: name) } }) {
      return exact
    }
    let key = Name(name)
    return forms.firstIndex { form in form.names.contains { Name($0) == key } }
  }

  /// The rows of a range that add up to its sum: parts of others are left out. Nil if a row is not
  /// the form's and nothing says whether it is one of the summands or a part of one.
  func summands(_ range: Range<Int>) -> [Int]? {
    var summands: [Int] = []
    for index in range {
      let row = rows[index]
      if let parent = row.parent, range.contains(parent) { continue }
      if row.formName == nil, case .listed = form.rows {
        guard row.ordinal != nil, !row.isOfWhich else {
          if row.hasNumber { return nil }
          continue
        }
      }
      summands.append(index)
    }
    return summands
  }
}
