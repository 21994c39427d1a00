/// Changes a text by its lines and words, as extraction and editing do: what a fuzzer does to bytes
/// leaves few tables that are tables still.
struct LineMutator {
  private var lines: [[UInt8]]
  private var state: UInt64

  private init(_ text: [UInt8], seed: UInt32) {
    lines = Self.lines(text)
    state = UInt64(seed)
  }

  /// The text after some changes.
  static func changed(_ text: [UInt8], seed: UInt32) -> [UInt8] {
    var mutator = LineMutator(text, seed: seed)
    for _ in 0...mutator.below(6) { mutator.change() }
    return mutator.text
  }

  /// The text with some lines of another one in it.
  static func crossed(_ text: [UInt8], with other: [UInt8], seed: UInt32) -> [UInt8] {
    var mutator = LineMutator(text, seed: seed)
    let foreign = lines(other)
    let start = mutator.below(foreign.count)
    let end = min(foreign.count, start + mutator.length)
    let place = mutator.below(mutator.lines.count + 1)
    mutator.lines.insert(contentsOf: foreign[start..<end], at: place)
    return mutator.text
  }

  private static func lines(_ text: [UInt8]) -> [[UInt8]] {
    text.split(separator: newline, omittingEmptySubsequences: false).map(Array.init)
  }

  private static let newline = UInt8(ascii: "\n")
  private static let space = UInt8(ascii: " ")

  private var text: [UInt8] { Array(lines.joined(separator: [Self.newline])) }

  // MARK: Chance

  /// A number from 0 below a bound of at least 1 (SplitMix64).
  private mutating func below(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(bound))
  }

  /// How many lines are changed together: mostly few.
  private var length: Int {
    mutating get { [1, 1, 2, 3, 5, 10, 30][below(7)] }
  }

  private mutating func someLines() -> Range<Int> {
    let start = below(lines.count)
    return start..<min(lines.count, start + length)
  }

  // MARK: Changes

  private mutating func change() {
    guard !lines.isEmpty else { return }
    let range = someLines()
    switch below(10) {
    case 0: lines.removeSubrange(range)
    case 1: lines.insert(contentsOf: lines[range], at: below(lines.count + 1))
    case 2: move(range)
    case 3:
      lines.replaceSubrange(range, with: [Array(lines[range].joined(separator: [Self.space]))])
    case 4: lines.replaceSubrange(range, with: lines[range].flatMap(Self.words))
    case 5: lines.swapAt(range.lowerBound, below(lines.count))
    case 6: turnWords(range.lowerBound)
    case 7: dropWord(range.lowerBound)
    case 8: lines[range.lowerBound] += [Self.space] + word()
    default: lines[range.lowerBound] = word() + [Self.space] + lines[range.lowerBound]
    }
  }

  private mutating func move(_ range: Range<Int>) {
    let moved = lines[range]
    lines.removeSubrange(range)
    lines.insert(contentsOf: moved, at: below(lines.count + 1))
  }

  private static func words(_ line: [UInt8]) -> [[UInt8]] {
    line.split(separator: space).map(Array.init)
  }

  private mutating func turnWords(_ line: Int) {
    var words = Self.words(lines[line])
    guard words.count > 1 else { return }
    words.swapAt(below(words.count), below(words.count))
    lines[line] = Array(words.joined(separator: [Self.space]))
  }

  private mutating func dropWord(_ line: Int) {
    var words = Self.words(lines[line])
    guard !words.isEmpty else { return }
    words.remove(at: below(words.count))
    lines[line] = Array(words.joined(separator: [Self.space]))
  }

  private mutating func word() -> [UInt8] { Self.common[below(Self.common.count)] }

  /// What tells tables, rows, lists and parts apart.
  private static let common = [
    "合计", "小计", "其中：", "本年收入合计", "单位：万元", "|", "301", "30101", "行政运行", "0.00", "-1.00",
    "99999999999999999.99", "%", "（", "一、", "十二、", "第二部分", "2024年", "类", "款", "项", "公开05表",
    "收入决算表", "支出预算总表", "注：", "\u{C}", "比上年", "增长", "占", "其中",
  ].map { [UInt8]($0.utf8) }
}
