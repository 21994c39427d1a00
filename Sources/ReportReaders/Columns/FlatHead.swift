internal import FiscalModel
internal import FiscalStandards
internal import FiscalText

/// The head of a flattened table: where it ends, and by which of its names each column of the form
/// is printed. Heads are broken over lines, so only their characters are compared.
struct FlatHead {
  /// The lines of the body.
  let bodyStart: Int
  /// The columns as printed, block after block.
  let columns: [Column]
  /// What each of ``columns`` holds, and the block that it belongs to.
  let contents: [ColumnForm.Content]
  let blocks: [Range<Int>]
  /// Whether 类, 款 and 项 have columns of their own.
  let splitsCodes: Bool

  /// Nil if the lines do not start with the form's head.
  init?(_ lines: [[FlatToken]], form: TableForm) {
    guard let (end, numbers) = Self.end(lines, form: form) else { return nil }
    let words = lines[..<end].joined().map { DenseText.dense($0.text.utf8) }
    let text = Array(words.joined())
    let printed = Self.printedBlocks(form, in: text)
    let named = lines[..<(numbers == nil ? end : end - 1)].joined().map {
      DenseText.dense($0.text.utf8)
    }
    let whole = Self.wholePaths(form, named)
    let paths = whole ?? form.columns.map { Self.printedPath($0, in: text, of: words) }
    func isPrinted(_ index: Int) -> Bool {
      switch form.columns[index].content {
      // Whether rows are numbered differs from place to place.
      case .lineNumber: paths[index] != nil
      case .code, .name: true
      default: whole == nil || paths[index] != nil
      }
    }
    let amounts = printed.reduce(0) { sum, block in
      sum + block.columns.count { Self.isAmount(form.columns[$0].content) && isPrinted($0) }
    }
    let known = paths.count { $0 != nil }
    guard numbers == nil || numbers == amounts,
      whole != nil || known * 10 >= form.columns.count * 7
    else { return nil }
    bodyStart = end
    splitsCodes = ["类", "款", "项"].allSatisfy { words.contains([UInt8]($0.utf8)) }
    var columns: [Column] = []
    var contents: [ColumnForm.Content] = []
    var blocks: [Range<Int>] = []
    for block in printed {
      let start = columns.count
      for index in block.columns where isPrinted(index) {
        let column = form.columns[index]
        let path = paths[index] ?? Self.path(column.names.first ?? column.key)
        if splitsCodes, column.content == .code {
          for level in ["类", "款", "项"] {
            columns.append(Column(path: path + [level], key: column.key))
            contents.append(.code)
          }
        } else {
          columns.append(Column(path: path, key: column.key))
          contents.append(column.content)
        }
      }
      blocks.append(start..<columns.count)
    }
    self.columns = columns
    self.contents = contents
    self.blocks = blocks
  }

  /// The blocks that are printed: of several with the same columns, as many as the head repeats.
  private static func printedBlocks(_ form: TableForm, in text: [UInt8]) -> [BlockForm] {
    let keys = form.blocks.map { form.columns[$0.columns].map(\.key) }
    guard form.blocks.count > 1, keys.allSatisfy({ $0 == keys[0] }) else { return form.blocks }
    var count = 0
    for name in form.columns[0].names where !name.contains("/") {
      var search = 0
      var found = 0
      while let offset = text.firstOffset(of: [UInt8](name.utf8), from: search) {
        found += 1
        search = offset + name.utf8.count
      }
      count = max(count, found)
    }
    return Array(form.blocks.prefix(max(1, count)))
  }

  /// The columns of a block that hold amounts.
  func amountColumns(_ block: Int) -> [Int] {
    blocks[block].filter { Self.isAmount(contents[$0]) }
  }

  static func isAmount(_ content: ColumnForm.Content) -> Bool {
    content == .amount || content == .count || content == .percentage
  }

  private static let mostLines = 40
  private static let numberWord = [UInt8]("栏次".utf8)

  /// The line behind the head, and how many columns it numbers.
  private static func end(_ lines: [[FlatToken]], form: TableForm) -> (Int, numbers: Int?)? {
    for (index, line) in lines.prefix(mostLines).enumerated() {
      let numbers = line.compactMap(\.integer)
      let words = line.filter { $0.integer == nil }
      guard words.allSatisfy({ DenseText.dense($0.text.utf8) == numberWord }), !numbers.isEmpty,
        numbers == Array(1...numbers.count), !words.isEmpty || numbers.count >= 3
      else { continue }
      return (index + 1, numbers.count)
    }
    let body = lines.prefix(mostLines).firstIndex { startsBody($0, form) }
    return body.map { ($0, nil) }
  }

  /// A code, 合计, or the label of a listed row at the start of a line.
  private static func startsBody(_ line: [FlatToken], _ form: TableForm) -> Bool {
    guard let first = line.first else { return false }
    if case .free? = form.blocks.first?.rows {
      return line.count > 1 && line.allSatisfy { $0.kind == .amount }
    }
    if first.isCode, line.count > 1 { return true }
    if first.isTotal, line.dropFirst().allSatisfy({ $0.kind == .amount }), line.count > 1 {
      return true
    }
    return first.kind == .text && HeadingNumber.scan(first.text.utf8)?.value == 1
  }

  /// The names of the columns where each word of the head is one of them or a part of one: then no
  /// other column is printed, however many more the form has. Nil where a word remains.
  private static func wholePaths(_ form: TableForm, _ words: [[UInt8]]) -> [[String]?]? {
    guard form.blocks.count == 1 else { return nil }
    let printed = Set(words)
    let paths = form.columns.map { column in
      column.names.lazy.map(path)
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

  /// The longest of the names of which every part is printed; nil if none is.
  private static func printedPath(
    _ column: ColumnForm, in text: [UInt8], of words: [[UInt8]]
  ) -> [String]? {
    let printed = column.names.lazy.map(path).filter { path in
      path.allSatisfy { name in
        let name = [UInt8](name.utf8)
        return text.firstOffset(of: name) != nil || isMade(name, of: words)
      }
    }
    return printed.max { $0.count < $1.count }
  }

  /// Whether a name is made of whole words of the head: 一般公共预 in one line and 算财政拨款 in the
  /// next, with those of other columns between them.
  private static func isMade(_ name: [UInt8], of words: [[UInt8]]) -> Bool {
    var isReached = [Bool](repeating: false, count: name.count + 1)
    isReached[0] = true
    for start in name.indices where isReached[start] {
      for word in words where name.hasBytes(word, at: start) {
        isReached[start + word.count] = true
      }
    }
    return isReached[name.count]
  }

  /// The parts of a name: 本年支出/小计.
  private static func path(_ name: String) -> [String] {
    name.pathParts
  }
}
