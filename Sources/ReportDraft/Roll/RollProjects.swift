internal import FiscalNarrative
internal import FiscalStandards
internal import FiscalText

/// The projects of both years' performance sheets, and the passages of last year's text about each.
struct RollProjects {
  /// What a passage is about: the places of its project among the sheets of each year.
  struct Entry {
    var last: Int?
    var now: Int?
  }

  /// A project that came, with the passage that the new one is written like.
  struct Added {
    var now: Int
    var model: Int
    /// The passage behind which it comes: the last one about the project before it.
    var end: Int
  }

  let now: ProjectSheets
  let last: ProjectSheets
  /// By passage; those that go on with a project too.
  private(set) var entries: [Int: Entry] = [:]
  /// The passages that begin with a project's name, in reading order.
  private(set) var heads: [Int] = []

  /// - Parameter passages: those of last year's text.
  init(now: ProjectSheets, last: ProjectSheets, _ passages: [Passage]) {
    self.now = now
    self.last = last
    let names = (last: ProjectNames(last.sheets), now: ProjectNames(now.sheets))
    guard !names.now.isEmpty else { return }
    var open: Entry?
    for (index, passage) in passages.enumerated() {
      guard passage.kind == .paragraph || passage.kind == .heading else { continue }
      guard passage.kind == .paragraph, Self.isPerformance(passage) else {
        open = nil
        continue
      }
      let entry = Entry(
        last: names.last.sheet(heading: passage), now: names.now.sheet(heading: passage))
      if entry.last != nil || entry.now != nil {
        open = entry
        heads.append(index)
      } else if passage.number != nil {
        open = nil
      }
      entries[index] = open
    }
  }

  static func isPerformance(_ passage: Passage) -> Bool {
    passage.role?.hasSuffix("performance") ?? false
  }

  /// The passages about projects that have no sheet this year.
  var gone: [Int] {
    entries.filter { $0.value.last != nil && $0.value.now == nil }.map(\.key).sorted()
  }

  /// The projects that no passage is about, if the text goes through all of last year's.
  var added: [Added] {
    let told = Set(heads.compactMap { entries[$0]?.last })
    guard !last.isEmpty, told.count == last.count else { return [] }
    let kept = heads.filter { entries[$0]?.now != nil }
    let named = Set(kept.compactMap { entries[$0]?.now })
    return (0..<now.count).filter { !named.contains($0) }.compactMap { project in
      let before = kept.last { (entries[$0]?.now ?? 0) < project }
      guard let model = before ?? kept.first ?? heads.last else { return nil }
      return Added(now: project, model: model, end: end(of: model))
    }
  }

  /// The same, a passage being written for a new project.
  func writing(_ added: Added) -> RollProjects {
    var copy = self
    copy.entries[added.model] = Entry(now: added.now)
    return copy
  }

  /// The last passage about the project that a passage begins with.
  private func end(of head: Int) -> Int {
    let next = heads.first { $0 > head } ?? Int.max
    return entries.keys.filter { $0 >= head && $0 < next }.max() ?? head
  }
}
