public import FiscalText

/// The grades of self-evaluation by the least score of each, out of a hundred (财预〔2020〕10号), as
/// `limits.txt` says them.
public struct GradeScale: Sendable {
  /// The section of the file.
  public static let section = "自评等次"
  private static let full = Interval.one * 100

  private var grades: [(name: String, least: Int128)] = []

  public init() {}

  /// The grades of a layout and its parents; what a layout says goes before its parent's.
  ///
  /// - Throws: a ``LayoutError`` with the place that is wrong.
  public init(_ layout: Layout) throws(LayoutError) {
    for file in try layout.dataFiles("limits.txt") {
      let reader = DataReader(file: file)
      for section in file.sections where section.keyword.text == Self.section {
        try read(section, reader)
      }
    }
  }

  /// Reads `优：90`.
  ///
  /// - Throws: a ``LayoutError`` for a score that is no whole number.
  public mutating func read(_ section: DataSection, _ reader: DataReader) throws(LayoutError) {
    for entry in section.entries {
      let least = try reader.number(try reader.value(entry))
      grades.removeAll { $0.name == entry.key.text }
      grades.append((entry.key.text, Interval.one * Int128(least)))
    }
  }

  public var names: [String] { grades.map(\.name) }

  /// The grade of a score out of `weight`, a hundred where it is not said; nil where it is out of
  /// anything else.
  public func name(of score: PrintedNumber, outOf weight: PrintedNumber?) -> String? {
    guard score.grains <= Self.full, weight.map({ $0.grains == Self.full }) ?? true else {
      return nil
    }
    return grades.filter { $0.least <= score.grains }.max { $0.least < $1.least }?.name
  }
}
