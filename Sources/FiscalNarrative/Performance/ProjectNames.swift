internal import FiscalModel
internal import FiscalText

/// The names of the projects of performance sheets, by which the passages about each are told.
public struct ProjectNames: Sendable {
  private struct ProjectName {
    var name: [UInt8]
    /// The first sheet that bears it.
    var sheet: Int
    /// How many sheets bear it.
    var count = 1
  }

  /// Four ideographs: a shorter name stands in many sentences.
  private static let shortest = 12
  /// What is longer is a sentence.
  private static let longest = 240

  private var names: [ProjectName] = []

  /// - Parameter sheets: the sheets, which are spoken of by their places.
  public init(_ sheets: [PerformanceSheet]) {
    var places: [[UInt8]: Int] = [:]
    for index in sheets.indices {
      guard let project = sheets[index].project else { continue }
      let name = NormalText.bytes(of: project.utf8)
      guard name.count >= Self.shortest else { continue }
      if let place = places[name] {
        names[place].count += 1
      } else {
        places[name] = names.count
        names.append(ProjectName(name: name, sheet: index))
      }
    }
  }

  public var isEmpty: Bool { names.isEmpty }

  /// The sheet of the project that a passage is headed by.
  public func sheet(heading passage: Passage) -> Int? {
    guard let name = Self.name(heading: passage) else { return nil }
    let named = names.filter { Self.isAlike($0.name, name) }
    if let exact = named.first(where: { $0.name == name }) { return exact.sheet }
    // Of several sheets that the name fits none is certain.
    return named.count == 1 && named[0].count == 1 ? named[0].sheet : nil
  }

  /// The normal text of the project's name that a paragraph is headed by: 1.某某项目绩效自评综述：….
  public static func name(heading passage: Passage) -> [UInt8]? {
    let bytes = NormalText.bytes(of: passage.text.utf8)
    return nameRange(bytes).map { Array(bytes[$0]) }
  }

  /// The bytes of that name in the passage.
  public static func range(heading passage: Passage) -> Range<Int>? {
    let text = NormalText(passage.text.utf8)
    return nameRange(text.bytes).map { text.origin($0) }
  }

  private static func nameRange(_ bytes: [UInt8]) -> Range<Int>? {
    let start = HeadingNumber.scan(bytes)?.range.upperBound ?? 0
    let ends = endings.compactMap { bytes.firstOffset(of: $0, from: start) }
    guard let end = ends.min(), (shortest...longest).contains(end - start) else { return nil }
    return start..<end
  }

  private static let endings = [
    "项目支出绩效自评", "项目绩效自评", "绩效自评", "项目自评综述", "自评综述", "项目：", "：",
  ].map { [UInt8]($0.utf8) }

  /// Whether two names have a stretch in common that is three quarters of the shorter one: the
  /// narrative puts the place before a name, and leaves out what stands in brackets.
  private static func isAlike(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    let (short, long) = left.count <= right.count ? (left, right) : (right, left)
    let needed = short.count * 3 / 4
    // Wherever in the shorter name such a stretch starts, it covers the middle.
    let middle = Array(short[(short.count - needed)..<needed])
    guard long.firstOffset(of: middle) != nil else { return false }
    var ends = [Int](repeating: 0, count: right.count + 1)
    for byte in left {
      var diagonal = 0
      for index in right.indices {
        let above = ends[index + 1]
        ends[index + 1] = byte == right[index] ? diagonal + 1 : 0
        if ends[index + 1] >= needed { return true }
        diagonal = above
      }
    }
    return false
  }
}
