/// Unpacks deflated bytes (RFC 1951), for tests that look into archives.
public struct Inflater {
  private let bytes: [UInt8]
  private var position = 0
  private var output: [UInt8] = []

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The bytes that were packed; what is broken is left out.
  public static func inflated(_ bytes: some Sequence<UInt8>) -> [UInt8] {
    var inflater = Inflater(Array(bytes))
    while inflater.readBlock() {}
    return inflater.output
  }

  private mutating func bits(_ count: Int) -> Int {
    var value = 0
    for place in 0..<count {
      guard position < bytes.count * 8 else { return value }
      value |= Int(bytes[position / 8] >> UInt8(position % 8) & 1) << place
      position += 1
    }
    return value
  }

  /// Reads a block; false for the last one.
  private mutating func readBlock() -> Bool {
    guard position < bytes.count * 8 else { return false }
    let isLast = bits(1) == 1
    switch bits(2) {
    case 0: readStored()
    case 1: readCoded(Code(Self.fixedLengths), Code(Array(repeating: 5, count: 30)))
    case 2: readDynamic()
    default: return false
    }
    return !isLast
  }

  private mutating func readStored() {
    position = (position + 7) / 8 * 8
    let count = bits(16)
    position += 16
    for _ in 0..<count { output.append(UInt8(bits(8))) }
  }

  // MARK: Codes

  private static let fixedLengths =
    Array(repeating: 8, count: 144) + Array(repeating: 9, count: 112)
    + Array(repeating: 7, count: 24) + Array(repeating: 8, count: 8)
  private static let lengthOrder = [
    16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15,
  ]

  /// Symbols by their code, with its length in front so that codes of several lengths differ.
  private struct Code {
    private var symbols: [Int: Int] = [:]

    init(_ lengths: [Int]) {
      var code = 0
      for length in 1...15 {
        for (symbol, own) in lengths.enumerated() where own == length {
          symbols[1 << length | code] = symbol
          code += 1
        }
        code <<= 1
      }
    }

    func symbol(_ code: Int) -> Int? { symbols[code] }
  }

  private mutating func symbol(_ code: Code) -> Int? {
    var value = 1
    for _ in 0..<15 {
      value = value << 1 | bits(1)
      if let symbol = code.symbol(value) { return symbol }
    }
    return nil
  }

  private mutating func readDynamic() {
    let (literals, distances, count) = (bits(5) + 257, bits(5) + 1, bits(4) + 4)
    var lengths = Array(repeating: 0, count: 19)
    for place in 0..<count { lengths[Self.lengthOrder[place]] = bits(3) }
    let code = Code(lengths)
    var all: [Int] = []
    while all.count < literals + distances, let symbol = symbol(code) {
      switch symbol {
      case 16: all += Array(repeating: all.last ?? 0, count: bits(2) + 3)
      case 17: all += Array(repeating: 0, count: bits(3) + 3)
      case 18: all += Array(repeating: 0, count: bits(7) + 11)
      default: all.append(symbol)
      }
    }
    readCoded(Code(Array(all.prefix(literals))), Code(Array(all.dropFirst(literals))))
  }

  private mutating func readCoded(_ literals: Code, _ distances: Code) {
    while let symbol = symbol(literals), symbol != 256 {
      if symbol < 256 {
        output.append(UInt8(symbol))
        continue
      }
      let length = length(symbol - 257)
      guard let code = self.symbol(distances) else { return }
      let distance = distance(code)
      guard distance <= output.count else { return }
      for _ in 0..<length { output.append(output[output.count - distance]) }
    }
  }

  private mutating func length(_ code: Int) -> Int {
    if code == 28 { return 258 }
    if code < 8 { return code + 3 }
    let extra = (code - 4) / 4
    return 3 + (4 + code % 4) << extra + bits(extra)
  }

  private mutating func distance(_ code: Int) -> Int {
    if code < 4 { return code + 1 }
    let extra = (code - 2) / 2
    return 1 + (2 + code % 2) << extra + bits(extra)
  }
}
