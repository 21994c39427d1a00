internal import FiscalModel
internal import FiscalStandards
internal import FiscalText

/// The columns of a flattened table: by which of its names each column of the form is printed.
struct FlatHead {
  /// The lines of the body.
  let bodyStart: Int
  /// The columns as printed, block after block.
  private(set) var columns: [Column] = []
  /// What each of ``columns`` holds, and the block that it belongs to.
  private(set) var contents: [ColumnForm.Content] = []
  private(set) var blocks: [Range<Int>] = []
  /// For each of ``blocks``, the columns that hold amounts.
  private var amounts: [[Int]] = []
  /// How many of ``columns`` hold amounts and have no name in the head, as far as it can be read.
  private(set) var missing = 0
  /// Whether 类, 款 and 项 have columns of their own; those of economic 科目 have no 项.
  var splitsCodes: Bool { !codeLevels.isEmpty }
  private let codeLevels: [String]

  /// A column of the form that is printed, with the parts of the name.
  private typealias Printed = (form: ColumnForm, path: [String])

  /// Nil if the lines do not start with the form's head.
  init?(_ lines: [[FlatToken]], form: TableForm, year: Int?) {
    guard let head = PrintedHead(lines, form: form, year: year),
      let printed = Self.printed(form, head)
    else {
      return nil
    }
    bodyStart = head.bodyStart
    let levels = ["类", "款", "项"].filter(head.hasWord)
    codeLevels = levels.starts(with: ["类", "款"]) ? levels : []
    for block in printed {
      let start = columns.count
      for column in block { append(column) }
      blocks.append(start..<columns.count)
      amounts.append((start..<columns.count).filter { Self.isAmount(contents[$0]) })
    }
    missing = amounts.joined().count { column in !columns[column].path.allSatisfy(head.has) }
  }

  private mutating func append(_ column: Printed) {
    let key = column.form.key
    guard splitsCodes, column.form.content == .code else {
      columns.append(Column(path: column.path, key: key))
      contents.append(column.form.content)
      return
    }
    for level in codeLevels {
      columns.append(Column(path: column.path + [level], key: key))
      contents.append(.code)
    }
  }

  /// The first column of a block that holds something; nil if none does.
  func column(_ content: ColumnForm.Content, of block: Int) -> Int? {
    blocks[block].first { contents[$0] == content }
  }

  /// The columns of a block that hold amounts.
  func amountColumns(_ block: Int) -> [Int] { amounts[block] }

  static func isAmount(_ content: ColumnForm.Content) -> Bool {
    content == .amount || content == .count || content == .percentage
  }

  // MARK: Printed columns

  /// The columns that the head prints, block by block, from left to right; nil if it is not the
  /// form's.
  private static func printed(_ form: TableForm, _ head: PrintedHead) -> [[Printed]]? {
    let whole = wholePaths(form, head.names)
    let paths = whole ?? form.columns.map { printedPath($0, in: head) }
    let known = paths.count { $0 != nil }
    guard whole != nil || known * 10 >= form.columns.count * 7 else { return nil }
    guard let all = columns(of: form, head, paths, namedOnly: whole != nil) else { return nil }
    guard let numbers = head.numbers, amountCount(all) != numbers else { return all }
    // A head that numbers its columns may have fewer than the form: those that it names.
    let named = columns(of: form, head, paths, namedOnly: true)
    return named.map(amountCount) == numbers ? named : nil
  }

  private static func amountCount(_ blocks: [[Printed]]) -> Int {
    blocks.joined().count { isAmount($0.form.content) }
  }

  /// The columns of the printed blocks, from left to right.
  ///
  /// - Parameters:
  ///   - paths: by which of its names each column of the form is printed, nil where it is not found.
  ///   - namedOnly: whether a column of amounts that is not found is not printed.
  private static func columns(
    of form: TableForm, _ head: PrintedHead, _ paths: [[String]?], namedOnly: Bool
  ) -> [[Printed]]? {
    let isFree = if case .free? = form.blocks.first?.rows { true } else { false }
    func isPrinted(_ index: Int) -> Bool {
      switch form.columns[index].content {
      // Whether rows are numbered differs from place to place.
      case .lineNumber: paths[index] != nil
      case .code, .name: !isFree || paths[index] != nil
      default: !namedOnly || paths[index] != nil
      }
    }
    var blocks: [[Printed]] = []
    for block in printedBlocks(form, head) {
      let columns = block.columns.filter(isPrinted).map { index -> Printed in
        let form = form.columns[index]
        return (form, paths[index] ?? (form.names.first ?? form.key).pathParts)
      }
      guard let ordered = ordered(columns, head) else { return nil }
      blocks.append(ordered)
    }
    return blocks
  }

  /// The columns in the order in which the head prints them; nil where that is not the form's and
  /// the head does not say it of all.
  private static func ordered(_ columns: [Printed], _ head: PrintedHead) -> [Printed]? {
    let amounts = columns.filter { isAmount($0.form.content) }
    let isOtherwise = zip(amounts, amounts.dropFirst()).contains {
      head.isInOrder($0.path, $1.path) == false
    }
    guard isOtherwise else { return columns }
    var ordered: [Printed] = []
    for column in amounts {
      var place = ordered.count
      while place > 0 {
        guard let isBehind = head.isInOrder(ordered[place - 1].path, column.path) else {
          return nil
        }
        if isBehind { break }
        place -= 1
      }
      ordered.insert(column, at: place)
    }
    return columns.filter { !isAmount($0.form.content) } + ordered
  }

  /// The blocks that are printed: of several with the same columns, as many as the head repeats.
  private static func printedBlocks(_ form: TableForm, _ head: PrintedHead) -> [BlockForm] {
    let keys = form.blocks.map { form.columns[$0.columns].map(\.key) }
    guard form.blocks.count > 1, keys.allSatisfy({ $0 == keys[0] }) else { return form.blocks }
    let names = form.columns[0].names.filter { !$0.contains("/") }
    let count = names.map(head.count).max() ?? 0
    return Array(form.blocks.prefix(max(1, count)))
  }

  /// The names of the columns where each word of the head is one of them or a part of one: then no
  /// other column is printed, however many more the form has. Nil where a word remains.
  private static func wholePaths(_ form: TableForm, _ words: [[UInt8]]) -> [[String]?]? {
    let printed = Set(words)
    let paths = form.columns.map { column in
      column.names.lazy.map(\.pathParts)
        .filter { $0.allSatisfy { printed.contains([UInt8]($0.utf8)) } }
        .max { $0.count < $1.count }
    }
    let found = paths.compactMap(\.self)
    let parts = Set(found.joined().map { [UInt8]($0.utf8) })
    // A word that stands there once names one column only.
    guard parts == printed, Set(found).count == found.count,
      found.contains(where: { $0.count > 1 }) || words.count == found.count,
      zip(form.columns, paths).contains(where: { isAmount($0.content) && $1 != nil })
    else { return nil }
    return paths
  }

  /// The longest of the names of which every part is printed, one below the other if there is such
  /// a name; nil if none is printed.
  private static func printedPath(_ column: ColumnForm, in head: PrintedHead) -> [String]? {
    let printed = column.names.map(\.pathParts).filter { $0.allSatisfy(head.has) }
    guard printed.count > 1 else { return printed.first }
    let nested = printed.filter { !head.isInOneLine($0) }
    return nested.max { $0.count < $1.count } ?? printed.max { $0.count < $1.count }
  }
}
