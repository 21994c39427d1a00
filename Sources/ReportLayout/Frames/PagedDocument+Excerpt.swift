extension PagedDocument {
  /// Some pages of the document with what belongs to them: printed page numbers stay as they are,
  /// and links, bookmarks and elements of the tag tree that lead to nothing any more are left out.
  ///
  /// - Parameter pages: 0-based; those that do not exist are ignored.
  public func excerpt(pages: [Range<Int>]) -> PagedDocument {
    let kept = frames.indices.filter { page in pages.contains { $0.contains(page) } }
    var copy = self
    copy.frames = kept.map { frames[$0] }
    copy.keepAnchors(onPages: kept)
    copy.keepElements()
    return copy
  }

  private mutating func keepAnchors(onPages kept: [Int]) {
    var places: [Int: Int] = [:]
    for (place, page) in kept.enumerated() { places[page] = place }
    var numbers: [Int: Int] = [:]
    var remaining: [Anchor] = []
    for (index, anchor) in anchors.enumerated() {
      guard let page = places[anchor.page] else { continue }
      numbers[index] = remaining.count
      remaining.append(Anchor(page: page, y: anchor.y))
    }
    anchors = remaining
    bookmarks = bookmarks.compactMap { bookmark in
      numbers[bookmark.anchor].map {
        Bookmark(title: bookmark.title, level: bookmark.level, anchor: $0)
      }
    }
    for page in frames.indices {
      frames[page].items = frames[page].items.compactMap { item in
        guard case .link(let x, let y, let width, let height, let anchor, let element) = item
        else { return item }
        return numbers[anchor].map {
          .link(x: x, y: y, width: width, height: height, anchor: $0, element: element)
        }
      }
    }
  }

  /// Keeps the elements that hold content or a link, those above them, and in tables the heads and
  /// all cells of a row.
  private mutating func keepElements() {
    let isLinked = usedElements(links: true)
    var isKept = zip(isLinked, usedElements(links: false)).map { $0 || $1 }
    for index in elements.indices.reversed() where isKept[index] {
      if let parent = elements[index].parent { isKept[parent] = true }
    }
    for index in elements.indices {
      guard let parent = elements[index].parent, isKept[parent] else { continue }
      let isRow = elements[parent].role == .tableHead || elements[parent].role == .tableRow
      if isRow || elements[index].role == .tableHead { isKept[index] = true }
    }
    // A link to a page that is left out is plain text.
    for index in elements.indices where elements[index].role == .link && !isLinked[index] {
      elements[index].role = .span
    }
    renumber(isKept)
  }

  private func usedElements(links: Bool) -> [Bool] {
    var isUsed = [Bool](repeating: false, count: elements.count)
    if !isUsed.isEmpty { isUsed[0] = true }
    for item in frames.lazy.flatMap(\.items) {
      switch item {
      case .beginContent(let element) where !links: isUsed[element] = true
      case .link(_, _, _, _, _, let element) where links: isUsed[element] = true
      default: break
      }
    }
    return isUsed
  }

  private mutating func renumber(_ isKept: [Bool]) {
    var numbers: [Int?] = []
    var remaining: [StructureElement] = []
    for (index, element) in elements.enumerated() {
      numbers.append(isKept[index] ? remaining.count : nil)
      guard isKept[index] else { continue }
      var copy = element
      copy.parent = element.parent.flatMap { numbers[$0] }
      remaining.append(copy)
    }
    for index in remaining.indices {
      remaining[index].headers = remaining[index].headers.compactMap { numbers[$0] }
    }
    elements = remaining
    for page in frames.indices {
      for index in frames[page].items.indices {
        switch frames[page].items[index] {
        case .beginContent(let element):
          frames[page].items[index] = .beginContent(element: numbers[element] ?? 0)
        case .link(let x, let y, let width, let height, let anchor, let element):
          frames[page].items[index] = .link(
            x: x, y: y, width: width, height: height, anchor: anchor,
            element: numbers[element] ?? 0)
        default: break
        }
      }
    }
  }
}
