internal import FiscalModel
internal import FiscalStandards
internal import FiscalText

/// A form for a flattened table that no layout knows, made from its own head: a column of codes,
/// one of names, and columns of amounts, each with a head of one word.
enum PlainForm {
  private static let codeWords = ["代码", "编码"]
  private static let numberWord = "栏次"

  /// Nil unless the words before the first code are such a head.
  static func form(of table: Table) -> TableForm? {
    var words: [String] = []
    for row in table.rows {
      for (index, cell) in row.cells.enumerated() {
        let next = index + 1 < row.cells.count ? row.cells[index + 1] : nil
        let startsRow = index == 0 && DenseText.isCode(cell.text.utf8)
        let startsTotal = SumRules.isTotal(cell.text) && next?.number.value != nil
        if startsRow || startsTotal { return form(words, title: table.title) }
        words.append(DenseText.dense(cell.text))
      }
      if words.count > 16 { return nil }
    }
    return nil
  }

  private static func form(_ words: [String], title: TracedText?) -> TableForm? {
    let heads = words.filter { $0 != numberWord && Int($0) == nil }
    guard heads.count >= 3, codeWords.contains(where: { heads[0].contains($0) }),
      heads[1].contains("名称"), Set(heads).count == heads.count
    else { return nil }
    let columns = heads.enumerated().map { index, name in
      ColumnForm(
        key: name, names: [name], content: index == 0 ? .code : index == 1 ? .name : .amount)
    }
    return TableForm(
      id: "", titles: [title?.string ?? ""], columns: columns,
      blocks: [BlockForm(columns: 0..<columns.count, rows: .functional)])
  }
}
