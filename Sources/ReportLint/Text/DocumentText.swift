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

  /// Where, in order, neither an ideograph nor an ASCII letter or digit stands; points and commas
  /// within numbers are left out. Rules about marks look at these places only.
  private let signs: [Int]

  /// Where, in order, a code point stands behind white space.
  let gaps: [Int]

  /// How often two ideographs stand side by side.
  let bigrams: BigramCounts

  /// Where each code point stands.
  let index: ScalarIndex

  static let lineFeed: UInt32 = 0x0A

  /// - Complexity: O(n) in the length of the text.
  init(_ passages: [Passage]) {
    var offsets: [Int32] = []
    var starts: [Int] = []
    var signs: [Int] = []
    var gaps: [Int] = []
    starts.reserveCapacity(passages.count + 1)
    let most = passages.indices.reduce(0) { count, passage in
      count + passages[passage].text.utf8.withUnsafeBufferPointer(scalarCount) + 1
    }
    let scalars = [UInt32](unsafeUninitializedCapacity: most) { scalars, count in
      offsets = [Int32](unsafeUninitializedCapacity: most) { offsets, offsetCount in
        for passage in passages.indices {
          starts.append(count)
          passages[passage].text.utf8.withUnsafeBufferPointer { bytes in
            // Copies, since what a closure captures is not kept in registers.
            let (scalars, offsets) = (scalars, offsets)
            var end = count
            var hasSpace = false
            var offset = 0
            while offset < bytes.count {
              let (scalar, length) = decodeScalar(bytes, at: offset)
              if isSpace(scalar) {
                hasSpace = true
              } else {
                if Self.isSign(scalar, bytes, at: offset) { signs.append(end) }
                if hasSpace {
                  gaps.append(end)
                  hasSpace = false
                }
                scalars[end] = scalar
                offsets[end] = Int32(truncatingIfNeeded: offset)
                end &+= 1
              }
              offset &+= length
            }
            scalars[end] = Self.lineFeed
            offsets[end] = Int32(truncatingIfNeeded: bytes.count)
            count = end + 1
          }
        }
        offsetCount = count
      }
    }
    starts.append(scalars.count)
    prose = passages.indices.filter { passages[$0].kind != .cell }
    index = ScalarIndex(scalars)
    bigrams = BigramCounts(scalars)
    (self.scalars, self.offsets, self.starts) = (scalars, offsets, starts)
    (self.signs, self.gaps) = (signs, gaps)
  }

  @inline(__always)
  private static func isSign(
    _ scalar: UInt32, _ bytes: UnsafeBufferPointer<UInt8>, at offset: Int
  ) -> Bool {
    switch scalar {
    case 0x4E00...0x9FFF, 0x30...0x39: false
    case 0x2C, 0x2E:
      offset == 0 || offset + 1 == bytes.count || !(0x30...0x39).contains(bytes[offset - 1])
        || !(0x30...0x39).contains(bytes[offset + 1])
    default: !isIdeograph(scalar) && !isLatinLetter(scalar)
    }
  }

  /// The places in a range where neither an ideograph nor an ASCII letter or digit stands, in
  /// order; points and commas within numbers are left out.
  func signs(in range: Range<Int>? = nil) -> ArraySlice<Int> {
    guard let range else { return signs[...] }
    let first = signs.lowerBound(of: range.lowerBound, from: 0)
    return signs[first..<signs.lowerBound(of: range.upperBound, from: first)]
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

  func has(_ word: String, at index: Int) -> Bool {
    var index = index
    for expected in word.unicodeScalars {
      guard scalar(index) == expected.value else { return false }
      index += 1
    }
    return true
  }

  /// Where a code point stands, in order.
  func places(of scalar: UInt32, in range: Range<Int>? = nil) -> [Int] {
    var places: [Int] = []
    visitPlaces(of: scalar, in: range) { places.append($0) }
    return places
  }

  /// Visits the places of a code point in order.
  @inline(__always)
  func visitPlaces(of scalar: UInt32, in range: Range<Int>? = nil, _ visit: (Int) -> Void) {
    index.visitCandidates(scalar, in: range) { place in
      if scalars[place] == scalar { visit(place) }
    }
  }

  /// Whether a code point stands at a place for which a condition holds.
  @inline(__always)
  func hasPlace(
    of scalar: UInt32, in range: Range<Int>? = nil, where condition: (Int) -> Bool
  ) -> Bool {
    index.hasCandidate(scalar, in: range) { scalars[$0] == scalar && condition($0) }
  }

  /// Where a word starts, in order. Two places may overlap.
  func places(of word: [UInt32], in range: Range<Int>? = nil) -> [Int] {
    guard let first = word.first else { return [] }
    let end = range?.upperBound ?? scalars.count
    var places: [Int] = []
    visitPlaces(of: first, in: range) { place in
      if place + word.count <= end, has(word, at: place) { places.append(place) }
    }
    return places
  }
}

extension String {
  init(scalars: some Collection<UInt32>) { self.init(codePoints: Array(scalars)) }

  /// The code points.
  var scalarValues: [UInt32] {
    var scalars: [UInt32] = []
    scalars.reserveCapacity(utf8.count / 3 + 1)
    scalars.append(contentsOf: self)
    return scalars
  }
}

extension [UInt32] {
  /// Appends the code points of a text.
  mutating func append(contentsOf text: String) {
    text.utf8Span.span.withUnsafeBufferPointer { bytes in
      var offset = 0
      while offset < bytes.count {
        let (scalar, length) = decodeScalar(bytes, at: offset)
        append(scalar)
        offset += length
      }
    }
  }
}

extension [Int] {
  /// The index of the first of ascending numbers, from an index on, that is not below another.
  fileprivate func lowerBound(of number: Int, from start: Int) -> Int {
    var (low, high) = (start, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < number { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

/// Whether a code point is an ASCII or full-width digit.
func isDigit(_ scalar: UInt32) -> Bool {
  (0x30...0x39).contains(scalar) || (0xFF10...0xFF19).contains(scalar)
}

/// Whether a code point is an ASCII letter.
func isLatinLetter(_ scalar: UInt32) -> Bool {
  (0x41...0x5A).contains(scalar) || (0x61...0x7A).contains(scalar)
}
