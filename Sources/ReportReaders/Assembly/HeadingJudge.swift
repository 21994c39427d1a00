internal import FiscalModel
internal import FiscalText

/// Decides whether a line opens a section, from its shape and from what follows it.
struct HeadingJudge {
  /// Titles of the contents list that the body prints without number: names of parts.
  private let plainTitles: [ContentsTitle]
  /// The parts that the contents list numbers.
  private let parts: [ContentsTitle]

  init(_ contents: ContentsList?, body: [Piece]) {
    let entries = (contents?.entries ?? []).map {
      (title: ContentsTitle(DenseText.dense($0.title.utf8)), page: $0.page)
    }
    let numbered = body.compactMap(\.line).filter { $0.shape.number != nil }.map {
      ContentsTitle(DenseText.dense($0.bytes)).core
    }
    plainTitles = entries.filter { entry in
      guard let number = entry.title.number else { return entry.page == nil }
      return number.style <= .chinese && !numbered.contains(entry.title.core)
    }.map(\.title)
    parts = entries.map(\.title).filter { $0.number?.style == .part }
  }

  func isHeading(_ line: DraftLine, before next: Piece?, inGlossary: Bool) -> Bool {
    if line.raw.headingLevel != nil { return true }
    guard let number = line.shape.number else { return false }
    if inGlossary, number.style != .part, GlossaryReader.entry(line) != nil { return false }
    guard Headings.looksLikeTitle(line) else { return false }
    switch number.style {
    case .part: return true
    case .chinese, .bracketedChinese:
      return !line.shape.endsWithStop || isStopped(line, next)
    case .arabic:
      return !line.shape.endsSentence && hasBody(number, next) || isStopped(line, next)
    case .bracketedArabic, .circled: return false
    }
  }

  /// Whether an unnumbered line names a part: the contents list has it, or it ends as only names
  /// of parts do.
  ///
  /// - Parameter part: the number of the part that is open, if parts are numbered.
  func isPartTitle(_ line: DraftLine, in part: Int?) -> Bool {
    guard line.shape.number == nil, line.shape.count >= 4, line.shape.count <= 70,
      !line.shape.isSentence, !line.shape.endsSentence
    else { return false }
    let dense = DenseText.dense(line.bytes)
    let end = Self.partEnds.first { dense.suffix($0.count).elementsEqual($0) }
    if let part {
      // Where parts have numbers, only the next one can have lost its own.
      return parts.contains { title in
        title.number?.value == part + 1
          && (title.isEnd(of: dense)
            || end.map { title.core.suffix($0.count).elementsEqual($0) } ?? false)
      }
    }
    return end != nil || plainTitles.contains { $0.isEnd(of: dense) }
  }

  private static let partEnds = [
    "预算情况说明", "决算情况说明", "公开情况说明", "名词解释", "部门概况", "单位概况", "部门决算表", "部门预算表",
    "单位决算表", "单位预算表",
  ].map { [UInt8]($0.utf8) }

  /// A heading has something under it that is not its own next sibling.
  private func hasBody(_ number: HeadingNumber, _ next: Piece?) -> Bool {
    guard let next else { return false }
    guard let following = next.line else { return true }
    guard let other = following.shape.number else { return true }
    return other.style > number.style
  }

  /// A title with a full stop is a heading only if it ends as titles do, and text follows that is
  /// no item at all, or items that start anew at 1.
  private func isStopped(_ line: DraftLine, _ next: Piece?) -> Bool {
    guard line.shape.endsWithStop,
      Self.stoppedEnds.contains(where: { line.bytes.suffix($0.count).elementsEqual($0) })
    else { return false }
    guard let other = next?.line?.shape.number else { return next != nil }
    return other.value == 1
  }

  private static let stoppedEnds = ["情况。", "说明。", "结果。", "解释。"].map { [UInt8]($0.utf8) }
}
