internal import FiscalModel
internal import FiscalText

/// Takes page numbers and running heads out of the flow of text. They belong to the page, not to
/// the document.
struct PageFurniture {
  private let blocks: [RawBlock]
  private let lines: [(block: Int, line: DraftLine)]

  static func removed(from blocks: [RawBlock]) -> [Piece] {
    PageFurniture(blocks).pieces()
  }

  private init(_ blocks: [RawBlock]) {
    self.blocks = blocks
    var lines: [(block: Int, line: DraftLine)] = []
    lines.reserveCapacity(blocks.count)
    for (index, block) in blocks.enumerated() {
      if case .line(let line) = block { lines.append((index, line)) }
    }
    self.lines = lines
  }

  private func pieces() -> [Piece] {
    var numbers = [Bool](repeating: false, count: blocks.count)
    for block in definiteNumbers() + bareNumbers() { numbers[block] = true }
    var dropped = numbers
    for block in runningHeads(beside: numbers) { dropped[block] = true }
    var pieces: [Piece] = []
    pieces.reserveCapacity(blocks.count)
    for (index, block) in blocks.enumerated() {
      switch block {
      case .line(let line): pieces.append(dropped[index] ? .pageBreak : .line(line))
      case .table(let table): pieces.append(.table(table))
      case .figure(let figure): pieces.append(.figure(figure))
      case .pageBreak: pieces.append(.pageBreak)
      }
    }
    return pieces
  }

  private func definiteNumbers() -> [Int] {
    lines.indices.compactMap { index in
      PageNumber.isOne(lines[index].line.bytes, lines[index].line.shape) ? lines[index].block : nil
    }
  }

  private func bareNumbers() -> [Int] {
    BareNumbers(blocks, lines).pageNumbers().map(\.block)
  }

  /// A short line that stands beside page ends three times or more, and beside a third of them all, is
  /// a running head. Rows of tables, which end with numbers, recur too.
  private func runningHeads(beside numbers: [Bool]) -> [Int] {
    let ends = blocks.indices.filter { isPageEnd($0, numbers) }
    // A number and the break behind it are one end.
    let pages = zip([-1] + ends, ends).count { $0.0 + 1 != $0.1 }
    guard pages >= 3 else { return [] }
    var places: [[UInt8]: [Int]] = [:]
    for index in ends {
      for neighbour in [index - 1, index + 1] {
        guard blocks.indices.contains(neighbour), !numbers[neighbour],
          case .line(let line) = blocks[neighbour], canBeRunningHead(line),
          !isTableTitle(line, at: neighbour)
        else { continue }
        // Alone on a page, a line stands beside two ends.
        if places[line.bytes]?.last != neighbour {
          places[line.bytes, default: []].append(neighbour)
        }
      }
    }
    let recurring = places.filter { place in
      // The title of a part may have a page of its own.
      let count = place.value.count { !isAlone($0, numbers) }
      return count >= 3 && count * 3 >= pages
    }
    let first = firstHead().flatMap { recurring[lines[0].line.bytes] == nil ? nil : $0 }
    return Array(recurring.values.joined()) + (first.map { [$0] } ?? [])
  }

  /// The line before all others if it says what the next one begins with: a running head above the
  /// title, with no page end before it.
  private func firstHead() -> Int? {
    guard lines.count > 1, lines[1].line.bytes.count > lines[0].line.bytes.count,
      lines[1].line.bytes.starts(with: lines[0].line.bytes)
    else { return nil }
    return lines[0].block
  }

  /// Notes that are alike under every table, and 单位：万元 over them, belong to the tables.
  private func canBeRunningHead(_ line: DraftLine) -> Bool {
    guard line.bytes.count <= 180, let last = line.bytes.last, !(0x30...0x39).contains(last)
    else { return false }
    return !line.shape.endsSentence && !Captions.isInformation(line)
  }

  /// Whether a line is the title of the grid below it: sheets of one form have the same title, each
  /// on its page.
  private func isTableTitle(_ line: DraftLine, at index: Int) -> Bool {
    guard Captions.looksLikeTitle(line) else { return false }
    for block in blocks[(index + 1)...] {
      switch block {
      case .table: return true
      case .line(let line) where Captions.isInformation(line): continue
      case .line, .figure, .pageBreak: return false
      }
    }
    return false
  }

  /// Whether nothing else stands on a line's page.
  private func isAlone(_ index: Int, _ numbers: [Bool]) -> Bool {
    [index - 1, index + 1].allSatisfy { blocks.indices.contains($0) && isPageEnd($0, numbers) }
  }

  private func isPageEnd(_ index: Int, _ numbers: [Bool]) -> Bool {
    if numbers[index] { return true }
    if case .pageBreak = blocks[index] { return true }
    return false
  }
}
