internal import FiscalText

/// Text of which every byte knows where it comes from.
///
/// A paragraph that was printed over three lines and a page break is one traced text; its runs
/// say which bytes stand where.
public struct TracedText: Hashable, Sendable {
  /// Bytes from `start` to the next run's start come from `place`.
  public struct Run: Hashable, Sendable {
    public var start: Int
    public var place: Place

    public init(start: Int, place: Place) {
      self.start = start
      self.place = place
    }
  }

  /// Where the bytes come from. By far most texts are one stretch of a text file, for which no
  /// array is made.
  private enum Origin: Hashable {
    /// Of no bytes.
    case none
    case stretch(source: Int, offset: Int)
    /// In order of their starts, the first of which is 0; never one stretch alone.
    case runs([Run])

    init(_ place: Place) {
      self =
        if case .text(let source, let offset) = place {
          .stretch(source: source, offset: offset)
        } else { .runs([Run(start: 0, place: place)]) }
    }
  }

  /// The text in UTF-8.
  public private(set) var utf8: [UInt8]
  private var origin: Origin

  public init() {
    utf8 = []
    origin = .none
  }

  public init(_ text: String, place: Place = .none) {
    self.init(utf8: [UInt8](text.utf8), place: place)
  }

  public init(utf8: [UInt8], place: Place = .none) {
    self.utf8 = utf8
    origin = utf8.isEmpty ? .none : Origin(place)
  }

  /// Which bytes stand where: in order of their starts, the first of which is 0.
  public var runs: [Run] {
    switch origin {
    case .none: []
    case .stretch(let source, let offset):
      [Run(start: 0, place: .text(source: source, offset: offset))]
    case .runs(let runs): runs
    }
  }

  /// From where to where a byte range stands in a text file, if both of its ends stand in one.
  func stretch(_ range: Range<Int>) -> (source: Int, start: Int, end: Int)? {
    guard range.upperBound <= utf8.count else { return nil }
    switch origin {
    case .none: return nil
    case .stretch(let source, let offset):
      return (source, offset + range.lowerBound, offset + range.upperBound)
    case .runs(let runs):
      let touched = Self.indices(of: runs, in: range)
      guard let first = touched.first.map({ runs[$0] }), let last = touched.last.map({ runs[$0] }),
        case .text(let source, let start) = first.place, case .text(_, let end) = last.place
      else { return nil }
      return (source, start + range.lowerBound - first.start, end + range.upperBound - last.start)
    }
  }

  /// Where the first byte stands; nil for an empty text.
  public var place: Place? {
    switch origin {
    case .none: nil
    case .stretch(let source, let offset): .text(source: source, offset: offset)
    case .runs(let runs): runs.first?.place
    }
  }

  public var isEmpty: Bool { utf8.isEmpty }
  public var string: String { String(decoding: utf8, as: UTF8.self) }

  /// The text of a byte range.
  public func string(_ range: Range<Int>) -> String {
    String(decoding: utf8[range], as: UTF8.self)
  }

  public mutating func append(utf8 bytes: some Sequence<UInt8>, place: Place) {
    let start = utf8.count
    utf8.append(contentsOf: bytes)
    continueRun(at: start, with: place)
  }

  public mutating func append(utf8 bytes: ArraySlice<UInt8>, place: Place) {
    let start = utf8.count
    utf8.append(contentsOf: bytes)
    continueRun(at: start, with: place)
  }

  /// Notes where the bytes from an offset on come from.
  private mutating func continueRun(at start: Int, with place: Place) {
    guard utf8.count > start else { return }
    switch origin {
    case .none: origin = Origin(place)
    case .stretch(let source, let offset):
      guard place != .text(source: source, offset: offset + start) else { return }
      let first = Run(start: 0, place: .text(source: source, offset: offset))
      origin = .runs([first, Run(start: start, place: place)])
    case .runs(var runs):
      if let last = runs.last, Self.continues(last, at: start, with: place) { return }
      // The array is changed in place only while nobody else holds it.
      origin = .none
      runs.append(Run(start: start, place: place))
      origin = .runs(runs)
    }
  }

  public mutating func append(_ text: String, place: Place) {
    append(utf8: text.utf8, place: place)
  }

  public mutating func append(_ other: TracedText) {
    guard !utf8.isEmpty else {
      self = other
      return
    }
    let start = utf8.count
    utf8.append(contentsOf: other.utf8)
    switch other.origin {
    case .none: break
    case .stretch(let source, let offset):
      continueRun(at: start, with: .text(source: source, offset: offset))
    case .runs(let runs):
      for run in runs { continueRun(at: start + run.start, with: run.place) }
    }
  }

  /// A part of the text, its places kept.
  public func slice(_ range: Range<Int>) -> TracedText {
    var part = TracedText()
    guard !range.isEmpty else { return part }
    part.utf8 = utf8.part(range)
    switch origin {
    case .none: break
    case .stretch(let source, let offset):
      part.origin = .stretch(source: source, offset: offset + range.lowerBound)
    case .runs(let runs):
      let runs = Self.indices(of: runs, in: range).map { index in
        let start = max(runs[index].start, range.lowerBound)
        return Run(
          start: start - range.lowerBound,
          place: Self.moved(runs[index].place, by: start - runs[index].start))
      }
      part.origin = runs.count == 1 ? Origin(runs[0].place) : .runs(runs)
    }
    return part
  }

  /// The text without white space at its ends.
  public func trimmed() -> TracedText {
    var lower = 0
    var upper = utf8.count
    while lower < upper {
      let (scalar, length) = decodeScalar(utf8, at: lower)
      guard isSpace(scalar) else { break }
      lower += length
    }
    while upper > lower, let (scalar, length) = decodeScalar(utf8, before: upper),
      isSpace(scalar)
    {
      upper -= length
    }
    return lower == 0 && upper == utf8.count ? self : slice(lower..<upper)
  }

  /// The places of a byte range, in order, each with the bytes that it covers.
  public func places(_ range: Range<Int>) -> [(range: Range<Int>, place: Place)] {
    let runs = runs
    return Self.indices(of: runs, in: range).map { index in
      let end = index + 1 < runs.count ? runs[index + 1].start : utf8.count
      let part = max(runs[index].start, range.lowerBound)..<min(end, range.upperBound)
      return (part, Self.moved(runs[index].place, by: part.lowerBound - runs[index].start))
    }
  }

  /// The indices of the runs that a range touches; for an empty range, the run it stands in.
  private static func indices(of runs: [Run], in range: Range<Int>) -> Range<Int> {
    guard !runs.isEmpty else { return 0..<0 }
    var low = 0
    var high = runs.count
    while low + 1 < high {
      let middle = (low + high) / 2
      if runs[middle].start <= range.lowerBound { low = middle } else { high = middle }
    }
    var end = low + 1
    while end < runs.count, runs[end].start < range.upperBound { end += 1 }
    return low..<end
  }

  private static func continues(_ run: Run, at start: Int, with place: Place) -> Bool {
    if case .text = place { return moved(run.place, by: start - run.start) == place }
    if case .page = place { return false }
    return run.place == place
  }

  private static func moved(_ place: Place, by distance: Int) -> Place {
    guard case .text(let source, let offset) = place else { return place }
    return .text(source: source, offset: offset + distance)
  }
}

extension TracedText: ExpressibleByStringLiteral {
  public init(stringLiteral value: String) { self.init(value) }
}
