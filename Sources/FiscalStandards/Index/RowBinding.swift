internal import FiscalText

/// Binds the rows of a block to its form's and to each other.
enum RowBinding {
  static func bind(_ block: inout BlockDraft) {
    if case .listed(let forms) = block.form.rows { bindForms(forms, &block) }
    bindParents(&block)
  }

  private struct FormRow {
    var row: RowForm
    var leaves: [Name]
    /// The name of the row above which it stands, for `年初结转和结余/一般公共预算财政拨款`.
    var parent: Name?
  }

  private static func bindForms(_ forms: [RowForm], _ block: inout BlockDraft) {
    let forms = forms.map { form in
      let path = (form.names.first ?? "").pathParts.map { Name($0) }
      let leaf = path.last.map { [$0] } ?? []
      return FormRow(
        row: form, leaves: leaf + form.names.dropFirst().map { Name(label: [UInt8]($0.utf8)) },
        parent: path.count > 1 ? path[path.count - 2] : nil)
    }
    var taken = Set<Int>()
    var seen = Set<Name>()
    for index in block.rows.indices {
      let label = Name(block.rows[index].label)
      guard let match = best(label, block.rows[index], forms, taken, seen) else { continue }
      taken.insert(match)
      let form = forms[match].row
      block.rows[index].formName = form.names.first
      block.rows[index].formRank = match
      if let first = forms[match].leaves.first { seen.insert(first) }
      seen.insert(label)
      if block.rows[index].code == nil, let code = form.code {
        block.rows[index].code = code
        block.rows[index].level = ClassificationLevel(code: code)
      }
    }
  }

  /// The form's row of a label that no row before has taken. Of two rows with one name, the one
  /// below a named row is meant once that row has come.
  private static func best(
    _ label: Name, _ row: BoundRow, _ forms: [FormRow], _ taken: Set<Int>, _ seen: Set<Name>
  ) -> Int? {
    let free = forms.indices.filter { !taken.contains($0) && forms[$0].leaves.contains(label) }
    let below = free.filter { index in forms[index].parent.map { seen.contains($0) } ?? false }
    if let index = below.first { return index }
    let plain = free.filter { forms[$0].parent == nil }
    if let index = plain.first { return index }
    if let code = row.code { return forms.firstIndex { $0.row.code == code } }
    return nil
  }

  private static func bindParents(_ block: inout BlockDraft) {
    switch block.form.rows {
    case .functional, .economic: bindByCode(&block)
    case .listed: bindByFormName(&block)
    case .free: return
    }
  }

  private static func bindByCode(_ block: inout BlockDraft) {
    var byCode: [String: Int] = [:]
    for (index, row) in block.rows.enumerated() {
      guard let code = row.code, byCode[code] == nil else { continue }
      byCode[code] = index
    }
    let total = block.rows.firstIndex { $0.isTotal }
    for index in block.rows.indices {
      guard let code = block.rows[index].code else { continue }
      let parent =
        code.utf8.count > 3 ? byCode[String(Substring(code.utf8.dropLast(2)))] : total
      guard let parent, parent != index else { continue }
      block.rows[index].parent = parent
      block.rows[parent].children.append(index)
    }
  }

  private static func bindByFormName(_ block: inout BlockDraft) {
    for index in block.rows.indices {
      let path = (block.rows[index].formName ?? "").pathParts
      guard path.count > 1 else { continue }
      let name = Name(path[path.count - 2])
      let parent = block.rows[..<index].lastIndex { row in
        row.formName.map { Name($0) == name || Name(row.label) == name } ?? false
      }
      guard let parent else { continue }
      block.rows[index].parent = parent
      block.rows[parent].children.append(index)
    }
  }
}
