internal import FiscalModel
internal import FiscalText
internal import ReportLint

/// A document with all that is to be said of it, brought to the places where it is shown.
struct ReviewContent {
  let result: LintResult
  let index: TextIndex
  /// The numbers of the narrative, then those of the tables.
  private(set) var items: [ReviewItem] = []
  /// For each text, its items by their place.
  private(set) var itemsByText: [Int: [Int]] = [:]
  /// For each text, the findings about it by their place.
  private(set) var findingsByText: [Int: [Int]] = [:]
  let findingStretches: [TextIndex.Stretch?]
  /// For each item, the items that give it as evidence.
  private(set) var citations: [Int: [Int]] = [:]

  /// - Parameter texts: all texts in the order in which they are shown.
  init(_ result: LintResult, texts: [TracedText]) {
    self.result = result
    index = TextIndex(texts)
    findingStretches = result.findings.map { [index] in index.stretch($0.spot) }
    for (number, stretch) in findingStretches.enumerated() {
      guard let stretch, !stretch.range.isEmpty else { continue }
      findingsByText[stretch.text, default: []].append(number)
    }
    addNumbers()
    addCells()
    for (number, item) in items.enumerated() {
      if let stretch = item.stretch { itemsByText[stretch.text, default: []].append(number) }
    }
    addCitations()
  }

  /// The item that stands at a stretch, or around it.
  func item(at stretch: TextIndex.Stretch) -> Int? {
    itemsByText[stretch.text]?.first {
      items[$0].stretch?.range.overlaps(stretch.range) ?? false
    }
  }

  private mutating func addNumbers() {
    for record in result.numbers {
      items.append(
        ReviewItem(
          stretch: index.stretch(record.spot), quote: record.quote, location: record.location,
          state: record.state, meaning: record.meaning, reason: record.reason,
          proofs: record.proofs, evidence: record.evidence, fact: record.fact, isCell: false))
    }
  }

  private mutating func addCells() {
    var cells = Set<Int>()
    for record in result.cells {
      guard let stretch = index.stretch(record.spot), cells.insert(stretch.text).inserted else {
        continue
      }
      items.append(
        ReviewItem(
          stretch: stretch, quote: record.spot.text.string, location: record.location,
          state: record.state, meaning: record.meaning, reason: nil, proofs: record.proofs,
          evidence: [], fact: nil, isCell: true))
    }
    addCitedCells(cells)
  }

  /// Cells that no identity touches but that the narrative is checked by.
  private mutating func addCitedCells(_ cells: Set<Int>) {
    var cells = cells
    let narrative = Set(items.compactMap { $0.isCell ? nil : $0.stretch?.text })
    for record in result.numbers where record.state == .verified {
      for place in record.evidence {
        guard let stretch = index.stretch(place.spot), !narrative.contains(stretch.text),
          CellNumber(index.texts[stretch.text].utf8).value != nil,
          cells.insert(stretch.text).inserted
        else { continue }
        items.append(
          ReviewItem(
            stretch: stretch, quote: place.quote, location: place.location, state: .verified,
            meaning: place.label, reason: "文字引用了这个数，两者相符", proofs: [], evidence: [],
            fact: nil, isCell: true))
      }
    }
  }

  private mutating func addCitations() {
    for (number, item) in items.enumerated() {
      for place in item.evidence {
        guard let stretch = index.stretch(place.spot), let cited = self.item(at: stretch),
          cited != number, citations[cited]?.last != number
        else { continue }
        citations[cited, default: []].append(number)
      }
    }
  }
}
