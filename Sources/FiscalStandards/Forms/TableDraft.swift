internal import FiscalText

/// A table form while its file is read.
struct TableDraft {
  struct Flaw: Error { var message: String }

  struct BlockDraft {
    var name: String
    var columns: [ColumnForm] = []
    var rows: BlockForm.Rows?
    /// What the file being read says; it replaces what was inherited.
    var ownColumns: [ColumnForm] = []
    var ownRows: [RowForm] = []
  }

  var id: String
  var titles: [String] = []
  var ownTitles: [String] = []
  var unit: AmountUnit = .tenThousandYuan
  var isRequired = true
  var variantOf: String?
  var notes: [String] = []
  var ownNotes: [String] = []
  var blocks: [BlockDraft] = []
  var place: DataToken?

  init(id: String) { self.id = id }

  init(_ form: TableForm) {
    id = form.id
    titles = form.titles
    unit = form.unit
    isRequired = form.isRequired
    variantOf = form.variantOf
    notes = form.notes
    blocks = form.blocks.map {
      BlockDraft(name: $0.name, columns: Array(form.columns[$0.columns]), rows: $0.rows)
    }
  }

  /// The index of the block of a name, which is added if it is new.
  mutating func startBlock(_ name: String) -> Int {
    if let index = blocks.firstIndex(where: { $0.name == name }) { return index }
    blocks.append(BlockDraft(name: name))
    return blocks.count - 1
  }

  /// Leaves the blocks of these names, in this order; new ones are added empty.
  mutating func keepBlocks(_ names: [String]) {
    blocks = names.map { name in blocks.first { $0.name == name } ?? BlockDraft(name: name) }
  }

  func form() -> Result<TableForm, Flaw> {
    var titles = ownTitles
    for title in self.titles where !titles.contains(title) { titles.append(title) }
    guard !titles.isEmpty else { return .failure(Flaw(message: "表“\(id)”缺少标题")) }
    guard !blocks.isEmpty else { return .failure(Flaw(message: "表“\(id)”缺少“[块]”")) }
    var columns: [ColumnForm] = []
    var forms: [BlockForm] = []
    for block in blocks {
      let own = block.ownColumns.isEmpty ? block.columns : block.ownColumns
      let rows = block.ownRows.isEmpty ? block.rows : .listed(block.ownRows)
      let name = block.name.isEmpty ? "" : "的“\(block.name)”块"
      guard !own.isEmpty else { return .failure(Flaw(message: "表“\(id)”\(name)缺少列")) }
      guard Set(own.map(\.key)).count == own.count else {
        return .failure(Flaw(message: "表“\(id)”\(name)有两列同名"))
      }
      guard let rows else {
        return .failure(Flaw(message: "表“\(id)”\(name)缺少“行”或“行类”"))
      }
      forms.append(
        BlockForm(
          name: block.name, columns: columns.count..<(columns.count + own.count), rows: rows))
      columns += own
    }
    return .success(
      TableForm(
        id: id, titles: titles, unit: unit, columns: columns, blocks: forms,
        notes: ownNotes.isEmpty ? notes : ownNotes, isRequired: isRequired && variantOf == nil,
        variantOf: variantOf))
  }
}
