internal import FiscalModel
internal import FiscalText

/// Tells which columns of a form the columns of a table are, by the paths of their heads.
///
/// The order of the parts of a path says nothing (预算数 stands above 合计 here and below it there),
/// so the parts of the form's path are looked for among the document's.
struct ColumnMatcher {
  private struct FormColumn {
    var form: ColumnForm
    var paths: [[Name]]
  }

  private static let leastScore = 0.72
  private static let levelWords = ["类", "款", "项"].map { Name($0) }
  /// Heads that only say that what follows stands below them.
  private static let generic = [
    "项目", "功能分类科目", "支出功能分类科目", "经济分类科目", "收入预算", "支出预算", "资金性质", "科目", "栏次",
    "财政拨款三公经费", "三公经费", "三公经费预算数", "部门预算经济分类科目", "支出部门经济分类科目",
  ].map { Name($0) }
  private static let units = ["(万元)", "(元)", "(单位:万元)", "(单位:元)"].map { Name($0) }

  /// What makes a column one of another time, however like the rest of its head is.
  private static let otherTimes = ["上年预算", "上年决算", "上年执行", "增减"].map { Name($0) }

  private static func isOfOneTime(_ left: Name, _ right: Name) -> Bool {
    otherTimes.allSatisfy { left.contains($0) == right.contains($0) }
  }

  private let blocks: [[FormColumn]]
  /// The report's year, if it says it.
  private let year: Int?

  init(_ form: TableForm, year: Int?) {
    self.year = year
    blocks = form.blocks.map { block in
      form.columns[block.columns].map { column in
        FormColumn(form: column, paths: column.names.map { Self.path($0) })
      }
    }
  }

  private static func path(_ name: String) -> [Name] {
    name.pathParts.map { Name($0) }
  }

  private func path(_ column: Column) -> [Name] {
    let parts = column.path.map { Name($0).without(Self.units).withRelativeYears(year) }
      .filter { !$0.isEmpty }
    // A head that spans rows may be repeated in each of them.
    return parts.enumerated().filter { $0.offset == 0 || parts[$0.offset - 1] != $0.element }
      .map(\.element)
  }

  /// How the columns of a table are those of the form.
  struct Fit {
    /// The keys of the columns, nil where a column is not of the form.
    var keys: [String?]
    /// The part of the table's columns that are the form's.
    var known = 0.0
    /// That part, or the part of the form's columns that the table has, whichever is less.
    var coverage = 0.0
  }

  func fit(_ columns: [Column]) -> Fit {
    var fit = Fit(keys: keys(columns))
    let found = Double(fit.keys.count { $0 != nil })
    let wanted = blocks.reduce(0) { $0 + $1.count { $0.form.content == .amount } + 1 }
    guard !columns.isEmpty, wanted > 0 else { return fit }
    fit.known = found / Double(columns.count)
    fit.coverage = min(1, fit.known, found / Double(wanted))
    return fit
  }

  private func keys(_ columns: [Column]) -> [String?] {
    let paths = columns.map { path($0) }
    var keys = [String?](repeating: nil, count: columns.count)
    let runs = runs(paths)
    for (rank, run) in runs.enumerated() {
      let block = blocks[blockIndex(rank, of: runs.count)]
      assign(block, paths, run, &keys)
    }
    return keys
  }

  private func blockIndex(_ rank: Int, of count: Int) -> Int {
    count >= blocks.count ? min(rank, blocks.count - 1) : rank
  }

  /// The columns of the blocks that stand side by side: a label after an amount starts one.
  private func runs(_ paths: [[Name]]) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var start = 0
    var hasAmount = false
    for (index, path) in paths.enumerated() {
      let isLabel = isLabel(path)
      if isLabel, hasAmount {
        runs.append(start..<index)
        start = index
        hasAmount = false
      }
      if !isLabel { hasAmount = true }
    }
    if start < paths.count { runs.append(start..<paths.count) }
    return runs
  }

  private func isLabel(_ path: [Name]) -> Bool {
    guard let leaf = path.last else { return false }
    if Self.levelWords.contains(leaf) { return true }
    var best = 0.0
    var bestIsLabel = false
    for column in blocks.joined() {
      let score = score(path, column)
      if score > best {
        best = score
        bestIsLabel = [.code, .name, .lineNumber].contains(column.form.content)
      }
    }
    return best >= Self.leastScore && bestIsLabel
  }

  private func assign(
    _ block: [FormColumn], _ paths: [[Name]], _ run: Range<Int>, _ keys: inout [String?]
  ) {
    var pairs: [(score: Double, distance: Int, column: Int, form: Int)] = []
    for index in run {
      if let leaf = paths[index].last, Self.levelWords.contains(leaf) {
        keys[index] = block.first { $0.form.content == .code }?.form.key
        continue
      }
      for (form, column) in block.enumerated() {
        let score = score(paths[index], column)
        guard score >= Self.leastScore else { continue }
        pairs.append((score, abs(index - run.lowerBound - form), index, form))
      }
    }
    pairs.sort { ($1.score, $0.distance, $0.column) < ($0.score, $1.distance, $1.column) }
    var taken = Set<Int>()
    for pair in pairs where keys[pair.column] == nil && !taken.contains(pair.form) {
      keys[pair.column] = block[pair.form].form.key
      taken.insert(pair.form)
    }
    spreadCodes(block, paths, run, &keys)
  }

  /// A code head that spans 类, 款 and 项 stands over several columns.
  private func spreadCodes(
    _ block: [FormColumn], _ paths: [[Name]], _ run: Range<Int>, _ keys: inout [String?]
  ) {
    guard let code = block.first(where: { $0.form.content == .code })?.form.key else { return }
    for index in run.dropFirst() where keys[index] == nil {
      if keys[index - 1] == code, paths[index] == paths[index - 1] { keys[index] = code }
    }
  }

  private func score(_ path: [Name], _ column: FormColumn) -> Double {
    column.paths.reduce(0) { max($0, score(path, $1)) }
  }

  private func score(_ path: [Name], _ wanted: [Name]) -> Double {
    var free = Array(path.indices)
    var total = 0.0
    for part in wanted {
      var best: (place: Int, likeness: Double)?
      for place in free.indices {
        let likeness = part.likeness(path[free[place]], atLeast: 0.7)
        if likeness > (best?.likeness ?? 0),
          likeness == 1 || Self.isOfOneTime(part, path[free[place]])
        {
          best = (place, likeness)
        }
      }
      guard let best, best.likeness >= 0.7 else {
        // 项目 over 科目代码 may be left out.
        guard part != wanted.last, Self.generic.contains(part) else { return 0 }
        total += 0.9
        continue
      }
      total += best.likeness
      free.remove(at: best.place)
    }
    let extra = free.count { !Self.generic.contains(path[$0]) }
    return total / Double(wanted.count) - 0.03 * Double(extra)
  }
}
