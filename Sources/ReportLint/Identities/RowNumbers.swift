internal import FiscalModel
internal import FiscalStandards
internal import FiscalText

/// The numbers of a row some of whose columns are not certain.
struct RowNumbers {
  /// The printed ones, in order.
  let cells: [Cell]
  private var values: [Interval]
  /// Which of the columns each seems to stand in.
  private var places: [Int]
  private let block: BoundBlock
  private let columns: [BoundColumn]
  private let tableID: String

  /// Nil where all is certain, fewer than two numbers are printed, or one of the cells is no amount.
  init?(_ reference: CellReference, _ tables: TableIndex) {
    let table = tables.tables[reference.table]
    let row = tables.row(reference)
    let block = tables.block(reference)
    let columns = block.amountColumns
    let printed = columns.indices.compactMap { place -> (place: Int, cell: Cell)? in
      guard let cell = table.cell(row, columns[place]), !cell.text.isEmpty else { return nil }
      return (place, cell)
    }
    values = printed.compactMap { $0.cell.number.value?.interval }
    guard printed.count > 1, values.count == printed.count,
      Self.placements(printed.count, columns.count) <= Self.mostPlacements,
      printed.contains(where: \.cell.isUncertain)
    else { return nil }
    tableID = table.id
    (self.block, self.columns) = (block, columns)
    (places, cells) = (printed.map(\.place), printed.map(\.cell))
  }

  /// A row of more is not tried: each may have to be looked at. Six numbers in fourteen columns have
  /// 3,003.
  private static let mostPlacements = 4_000

  /// In how many ways numbers can stand in columns in their order; of very many, some number above
  /// the most that are tried.
  private static func placements(_ numbers: Int, _ columns: Int) -> Int {
    var count = 1
    for taken in 0..<min(numbers, columns - numbers) where count <= mostPlacements {
      count = count * (columns - taken) / (taken + 1)
    }
    return count
  }

  /// What a relation over the row takes each column by, so that they come to zero; nil for a
  /// relation over anything else.
  func factors(_ relation: Relation) -> [Int]? {
    var factors = [Int](repeating: 0, count: columns.count)
    return add(relation.left, 1, &factors) && add(relation.right, -1, &factors) ? factors : nil
  }

  private func add(_ expression: Expression, _ factor: Int, _ factors: inout [Int]) -> Bool {
    switch expression {
    case .cell(let address):
      guard address.table == tableID, address.isEachRow, let key = address.columnKey else {
        return false
      }
      guard let column = block.column(key)?.index,
        let place = columns.firstIndex(where: { $0.index == column })
      else { return address.isColumnOptional }
      factors[place] += factor
      return true
    case .negated(let operand): return add(operand, -factor, &factors)
    case .binary(let left, .add, let right):
      return add(left, factor, &factors) && add(right, factor, &factors)
    case .binary(let left, .subtract, let right):
      return add(left, factor, &factors) && add(right, -factor, &factors)
    default: return false
    }
  }

  /// Whether a relation says that the first column is the sum of all others.
  func isSum(_ factors: [Int]) -> Bool {
    guard let first = factors.first else { return false }
    return first.magnitude == 1 && factors.dropFirst().allSatisfy { $0 == -first }
  }

  /// Whether the numbers satisfy relations in some columns, in their order.
  func comesOut(_ relations: [[Int]]) -> Bool {
    // As the reader put them, they mostly do.
    if holds(relations, places) { return true }
    var chosen: [Int] = []
    return comesOut(relations, &chosen)
  }

  /// Whether the numbers are those of several rows that were not parted, each of which comes out
  /// alone, or those of one with a number at its end that is printed as no other is and counts
  /// rows.
  func isTorn(_ relations: [[Int]]) -> Bool {
    if let last = cells.last?.number.value, last.decimals == 0,
      cells.dropLast().allSatisfy({ ($0.number.value?.decimals ?? 0) > 0 }), values.count > 2,
      part(0..<(values.count - 1)).comesOut(relations)
    {
      return true
    }
    return parts(from: 0, relations)
  }

  /// Whether the numbers from one on are rows of two or more.
  private func parts(from start: Int, _ relations: [[Int]]) -> Bool {
    guard values.count - start >= 2, values.count <= Self.mostParted else { return false }
    return (2...(values.count - start)).contains { count in
      let end = start + count
      guard count < values.count, part(start..<end).comesOut(relations) else { return false }
      return end == values.count || parts(from: end, relations)
    }
  }

  /// More numbers than two or three short rows have.
  private static let mostParted = 12

  /// Some of the numbers as a row of their own.
  private func part(_ range: Range<Int>) -> RowNumbers {
    var part = self
    part.values = Array(values[range])
    part.places = Array(part.values.indices)
    return part
  }

  private func comesOut(_ relations: [[Int]], _ chosen: inout [Int]) -> Bool {
    guard chosen.count < values.count else { return holds(relations, chosen) }
    let first = (chosen.last ?? -1) + 1
    let last = columns.count - (values.count - chosen.count)
    guard first <= last else { return false }
    for place in first...last {
      chosen.append(place)
      if comesOut(relations, &chosen) { return true }
      chosen.removeLast()
    }
    return false
  }

  private func holds(_ relations: [[Int]], _ places: [Int]) -> Bool {
    relations.allSatisfy { factors in
      var difference = Interval.zero
      for (place, value) in zip(places, values) where factors[place] != 0 {
        for _ in 0..<factors[place].magnitude {
          difference = factors[place] > 0 ? difference + value : difference - value
        }
      }
      return difference.contains(0)
    }
  }
}
