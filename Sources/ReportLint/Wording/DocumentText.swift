internal import FiscalModel
internal import FiscalNarrative
internal import FiscalText

/// All passages of a report as one run of code points without white space, a line feed between two
/// passages: what rules about words and marks scan. Every code point knows where it stands.
public final class DocumentText: Sendable {
  let scalars: [UInt32]
  /// For each code point, the byte in its passage at which it starts.
  private let offsets: [Int32]
  /// For each passage, the index of its first code point; one more at the end.
  private let starts: [Int]

  /// The passages that are no cells of tables: a few hundred of many thousands.
  let prose: [Int]

  private let index: ScalarIndex

  static let lineFeed: UInt32 = 0x0A

  /// - Complexity: O(n) in the length of the text.
  init(_ passages: [Passage]) {
    var scalars: [UInt32] = []
    var offsets: [Int32] = []
    var starts: [Int] = []
    let size = passages.reduce(0) { $0 + $1.text.utf8.count / 3 + 2 }
    scalars.reserveCapacity(size)
    offsets.reserveCapacity(size)
    starts.reserveCapacity(passages.count + 1)
    for passage in passages {
      starts.append(scalars.count)
      let bytes = passage.text.utf8
      var offset = 0
      while offset < bytes.count {
        let (scalar, length) = decodeScalar(bytes, at: offset)
        if !isSpace(scalar) {
          scalars.append(scalar)
          offsets.append(Int32(truncatingIfNeeded: offset))
        }
        offset += length
      }
      scalars.append(Self.lineFeed)
      offsets.append(Int32(truncatingIfNeeded: bytes.count))
    }
    starts.append(scalars.count)
    prose = passages.indices.filter { passages[$0].kind != .cell }
    index = ScalarIndex(scalars)
    (self.scalars, self.offsets, self.starts) = (scalars, offsets, starts)
  }

  /// The code points of a passage, without the line feed behind it.
  func range(of passage: Int) -> Range<Int> { starts[passage]..<(starts[passage + 1] - 1) }

  /// The passage that holds a code point.
  ///
  /// - Complexity: O(log n) in the number of passages.
  func passage(at index: Int) -> Int {
    var low = 0
    var high = starts.count - 1
    while low + 1 < high {
      let middle = (low + high) / 2
      if starts[middle] <= index { low = middle } else { high = middle }
    }
    return low
  }

  /// The bytes in its passage of a range of code points; the range must not be empty.
  func bytes(_ range: Range<Int>) -> Range<Int> {
    let last = range.upperBound - 1
    return Int(offsets[range.lowerBound])..<(Int(offsets[last]) + length(last))
  }

  /// Whether white space was printed between a code point and the one before it.
  func hasSpace(before index: Int) -> Bool {
    index > 0 && Int(offsets[index - 1]) + length(index - 1) < Int(offsets[index])
  }

  /// The bytes of a code point in its passage; none for the line feed behind a passage.
  private func length(_ index: Int) -> Int {
    scalars[index] == Self.lineFeed ? 0 : utf8Length(scalars[index])
  }

  /// The code point at an index, or a line feed outside of the text.
  func scalar(_ index: Int) -> UInt32 {
    scalars.indices.contains(index) ? scalars[index] : Self.lineFeed
  }

  func string(_ range: Range<Int>) -> String { String(scalars: scalars[range]) }

  func has(_ word: [UInt32], at index: Int) -> Bool {
    guard index >= 0, index + word.count <= scalars.count else { return false }
    for offset in word.indices where scalars[index + offset] != word[offset] { return false }
    return true
  }

  /// Where a code point stands, in order.
  func places(of scalar: UInt32, in range: Range<Int>? = nil) -> some Sequence<Int> {
    index.candidates(scalar, in: range).lazy.map { Int($0) }.filter { [scalars] in
      scalars[$0] == scalar
    }
  }

  /// Visits the places of a code point in order.
  @inline(__always)
  func visitPlaces(of scalar: UInt32, in range: Range<Int>? = nil, _ visit: (Int) -> Void) {
    index.visitCandidates(scalar, in: range) { place in
      if scalars[place] == scalar { visit(place) }
    }
  }

  /// Where a word starts, in order. Two places may overlap.
  func places(of word: [UInt32], in range: Range<Int>? = nil) -> [Int] {
    guard let first = word.first else { return [] }
    let end = range?.upperBound ?? scalars.count
    return places(of: first, in: range).filter { $0 + word.count <= end && has(word, at: $0) }
  }
}

extension String {
  init(scalars: some Collection<UInt32>) { self.init(codePoints: Array(scalars)) }

  /// The code points.
  var scalarValues: [UInt32] { unicodeScalars.map(\.value) }
}

/// Whether a code point is an ASCII or full-width digit.
func isDigit(_ scalar: UInt32) -> Bool {
  (0x30...0x39).contains(scalar) || (0xFF10...0xFF19).contains(scalar)
}

/// Whether a code point is an ASCII letter.
func isLatinLetter(_ scalar: UInt32) -> Bool {
  (0x41...0x5A).contains(scalar) || (0x61...0x7A).contains(scalar)
}
