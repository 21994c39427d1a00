internal import FiscalModel
internal import ReportLint

/// Finds the texts of a report that spots mean. A text is known by its number, counted in the
/// order in which the report is shown.
struct TextIndex {
  /// A stretch of one of the texts.
  struct Stretch: Hashable {
    var text: Int
    var range: Range<Int>
  }

  private struct Key: Hashable {
    var place: Place?
    var count: Int
    var head: ArraySlice<UInt8>

    init(_ text: TracedText) {
      place = text.place
      count = text.utf8.count
      head = text.utf8.prefix(24)
    }
  }

  let texts: [TracedText]
  private var known: [Key: Int] = [:]
  /// The texts that hold a run of a place that is no stretch of a text file.
  private var placed: [Place: [Int]] = [:]
  /// The starts of runs in text files: source and offset, sorted.
  private var offsets: [(source: Int, offset: Int, text: Int, start: Int)] = []

  /// - Complexity: O(n log n) in the number of runs.
  init(_ texts: [TracedText]) {
    self.texts = texts
    known.reserveCapacity(texts.count)
    for (index, text) in texts.enumerated() {
      let key = Key(text)
      if known[key] == nil { known[key] = index }
      for run in text.runs {
        switch run.place {
        case .text(let source, let offset): offsets.append((source, offset, index, run.start))
        case .none: break
        default:
          if placed[run.place]?.last != index { placed[run.place, default: []].append(index) }
        }
      }
    }
    offsets.sort { ($0.source, $0.offset) < ($1.source, $1.offset) }
  }

  /// The stretch that a spot means; nil if its text is not shown.
  func stretch(_ spot: Spot?) -> Stretch? {
    guard let spot, !spot.text.isEmpty else { return nil }
    if let index = known[Key(spot.text)], texts[index].utf8 == spot.text.utf8 {
      return Stretch(text: index, range: spot.range)
    }
    return slice(spot)
  }

  /// The text of which a spot's text is a part.
  private func slice(_ spot: Spot) -> Stretch? {
    guard let place = spot.text.place else { return nil }
    if case .text(let source, let offset) = place {
      guard let run = run(source, offset) else { return nil }
      let start = run.start + offset - run.offset
      return part(spot, of: run.text, at: start)
    }
    for index in (placed[place] ?? []).prefix(64) {
      if let start = firstOffset(of: spot.text.utf8, in: texts[index].utf8),
        let found = part(spot, of: index, at: start)
      {
        return found
      }
    }
    return nil
  }

  private func run(
    _ source: Int, _ offset: Int
  ) -> (source: Int, offset: Int, text: Int, start: Int)? {
    var low = 0
    var high = offsets.count
    while low < high {
      let middle = (low + high) / 2
      if (offsets[middle].source, offsets[middle].offset) <= (source, offset) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    guard low > 0, offsets[low - 1].source == source else { return nil }
    return offsets[low - 1]
  }

  private func part(_ spot: Spot, of text: Int, at start: Int) -> Stretch? {
    let (lower, upper) = (start + spot.range.lowerBound, start + spot.range.upperBound)
    guard lower >= 0, upper <= texts[text].utf8.count,
      texts[text].utf8[lower..<upper] == spot.text.utf8[spot.range]
    else { return nil }
    return Stretch(text: text, range: lower..<upper)
  }

  private func firstOffset(of needle: [UInt8], in hay: [UInt8]) -> Int? {
    guard let first = needle.first, hay.count >= needle.count else { return nil }
    for start in 0...(hay.count - needle.count) where hay[start] == first {
      if hay[start..<start + needle.count].elementsEqual(needle) { return start }
    }
    return nil
  }
}
