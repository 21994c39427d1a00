internal import FiscalText

/// The rows of a block, as indices, by what they are called.
struct RowLookup: Sendable {
  private(set) var byCode: [String: Int] = [:]
  private(set) var byName: [Name: [Int]] = [:]
  private(set) var byFormName: [Name: Int] = [:]
  private(set) var byLineNumber: [Int: Int] = [:]
  /// The codes of the rows that are part of no other.
  private(set) var orphans: [String] = []
  /// Whether two rows have one code.
  private(set) var hasRepeatedCode = false

  init(_ block: BlockDraft) {
    byName.reserveCapacity(block.rows.count)
    for (index, row) in block.rows.enumerated() { add(row, index) }
    if case .listed(let forms) = block.form.rows { addOtherNames(forms) }
  }

  private mutating func add(_ row: BoundRow, _ index: Int) {
    if let code = row.code {
      if row.parent == nil { orphans.append(code) }
      if byCode[code] == nil { byCode[code] = index } else { hasRepeatedCode = true }
    }
    byName[Name(row.label), default: []].append(index)
    if let name = row.formName.map({ Name($0) }), byFormName[name] == nil {
      byFormName[name] = index
    }
    if let number = row.lineNumber, byLineNumber[number] == nil { byLineNumber[number] = index }
  }

  /// A row answers to all the names that its form gives it.
  private mutating func addOtherNames(_ forms: [RowForm]) {
    for form in forms {
      guard let official = form.names.first, let index = byFormName[Name(official)] else {
        continue
      }
      for other in form.names.dropFirst() {
        let name = Name(label: [UInt8](other.utf8))
        if byFormName[name] == nil, byName[name] == nil { byFormName[name] = index }
      }
    }
  }
}
