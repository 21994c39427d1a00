/// Where each code point of a text stands, so that whoever looks for a word visits only the places
/// at which it can start, and not the whole text.
struct ScalarIndex: Sendable {
  /// Code points with the same low bits share a slot.
  private static let slots = 4096

  /// For each slot, its first entry in ``places``; one more at the end.
  private let starts: [Int32]
  /// The places of each slot, ascending.
  private let places: [Int32]

  /// - Complexity: O(n) in the length of the text.
  init(_ scalars: [UInt32]) {
    var starts = [Int32](repeating: 0, count: Self.slots + 1)
    starts.withUnsafeMutableBufferPointer { starts in
      for scalar in scalars { starts[Self.slot(scalar) + 1] &+= 1 }
      for slot in 0..<Self.slots { starts[slot + 1] &+= starts[slot] }
    }
    var next = starts
    places = next.withUnsafeMutableBufferPointer { next in
      [Int32](unsafeUninitializedCapacity: scalars.count) { places, count in
        for index in scalars.indices {
          let slot = Self.slot(scalars[index])
          places[Int(next[slot])] = Int32(truncatingIfNeeded: index)
          next[slot] &+= 1
        }
        count = scalars.count
      }
    }
    self.starts = starts
  }

  private static func slot(_ scalar: UInt32) -> Int { Int(scalar) & (slots - 1) }

  /// How many places ``visitCandidates(_:in:_:)`` visits.
  func candidates(_ scalar: UInt32) -> Int {
    let slot = Self.slot(scalar)
    return Int(starts[slot + 1]) - Int(starts[slot])
  }

  /// Visits the places in a range where a code point may stand, in order: others of its slot are
  /// among them.
  @inline(__always)
  func visitCandidates(_ scalar: UInt32, in range: Range<Int>?, _ visit: (Int) -> Void) {
    _ = hasCandidate(scalar, in: range) { place in
      visit(place)
      return false
    }
  }

  /// Whether a code point may stand at a place for which a condition holds; those behind it are
  /// not looked at.
  @inline(__always)
  func hasCandidate(_ scalar: UInt32, in range: Range<Int>?, _ condition: (Int) -> Bool) -> Bool {
    let slot = Self.slot(scalar)
    let end = Int(starts[slot + 1])
    var entry = Int(starts[slot])
    if let range { entry = place(range.lowerBound, from: entry, to: end) }
    while entry < end {
      let place = Int(places[entry])
      if let range, place >= range.upperBound { return false }
      if condition(place) { return true }
      entry += 1
    }
    return false
  }

  /// The first entry between two that is not below an index.
  private func place(_ index: Int, from start: Int, to end: Int) -> Int {
    var (low, high) = (start, end)
    while low < high {
      let middle = (low + high) / 2
      if Int(places[middle]) < index { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
