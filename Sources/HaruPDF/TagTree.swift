internal import ReportLayout

/// Which content on which page belongs to which structure element, collected while the pages are
/// written, and from it the structure tree (ISO 32000-1, 14.7).
struct TagTree {
  /// What stands in an element, in reading order.
  enum Kid {
    case element(Int)
    case content(page: Int, identifier: Int)
    case link(Int)
  }

  struct Link {
    var page: Int
    var element: Int
    var annotation: HaruDocument.Object
  }

  /// What stands on one page, found out while it is drawn.
  struct PageContents: Sendable {
    /// The element of each marked-content identifier.
    var owners: [Int] = []
    /// What the figures cover, in the order in which they start.
    private(set) var figures: [(figure: Int, box: Bounds)] = []

    mutating func addFigure(_ figure: Int, bounds: Bounds) {
      if let known = figures.firstIndex(where: { $0.figure == figure }) {
        figures[known].box = figures[known].box.union(bounds)
      } else {
        figures.append((figure, bounds))
      }
    }
  }

  /// The elements, which do not change while pages are drawn.
  struct Elements: Sendable {
    let all: [StructureElement]
    /// The figure that each element is or stands in.
    fileprivate let figures: [Int?]

    func figure(of element: Int) -> Int? { figures[element] }
  }

  let owners: Elements
  private(set) var kids: [[Kid]]
  /// Per page, the element of each marked-content identifier.
  private(set) var contentOwners: [[Int]]
  private(set) var links: [Link] = []
  /// What each figure covers on the page where it starts.
  private(set) var figureBoxes: [Int: (page: Int, box: Bounds)] = [:]

  private let children: [[Int]]
  private var attached: [Int]
  private var isTouched: [Bool]

  init(of document: PagedDocument) throws(PDFError) {
    let elements = document.elements
    var children = [[Int]](repeating: [], count: elements.count)
    var figures = [Int?](repeating: nil, count: elements.count)
    for (index, element) in elements.enumerated() {
      if element.role == .figure { figures[index] = index }
      guard let parent = element.parent else {
        if index > 0 { throw PDFError(.document, "结构树有不止一个根") }
        continue
      }
      guard (0..<index).contains(parent) else {
        throw PDFError(.document, "结构树里下级排在了上级前面")
      }
      children[parent].append(index)
      figures[index] = figures[index] ?? figures[parent]
    }
    self.children = children
    owners = Elements(all: elements, figures: figures)
    kids = [[Kid]](repeating: [], count: elements.count)
    attached = [Int](repeating: 0, count: elements.count)
    isTouched = [Bool](repeating: false, count: elements.count)
    contentOwners = [[Int]](repeating: [], count: document.frames.count)
  }

  var elements: [StructureElement] { owners.all }

  /// Records what stands on a page. Pages come in their order.
  mutating func add(_ contents: PageContents, page: Int) {
    for element in contents.owners { addContent(of: element, page: page) }
    for (figure, box) in contents.figures where figureBoxes[figure] == nil {
      figureBoxes[figure] = (page, box)
    }
  }

  /// Records content with the next identifier of its page.
  private mutating func addContent(of element: Int, page: Int) {
    touch(element)
    kids[element].append(.content(page: page, identifier: contentOwners[page].count))
    contentOwners[page].append(element)
  }

  /// Records a link.
  ///
  /// - Returns: the number under which the parent tree finds its element.
  mutating func addLink(_ link: Link) -> Int {
    touch(link.element)
    kids[link.element].append(.link(links.count))
    links.append(link)
    return parentKey(ofLink: links.count - 1)
  }

  /// Keys of the parent tree: pages first, then links.
  func parentKey(ofLink link: Int) -> Int { contentOwners.count + link }

  /// Attaches the elements that nothing was drawn for, such as empty cells.
  mutating func finish() {
    for element in elements.indices {
      attachChildren(of: element, upTo: children[element].count)
    }
  }

  /// Puts an element, and those above it, into the reading order now if it is not there yet.
  private mutating func touch(_ element: Int) {
    var element = element
    while !isTouched[element] {
      isTouched[element] = true
      guard let parent = elements[element].parent else { return }
      let place = children[parent].partitioningIndex { $0 > element }
      attachChildren(of: parent, upTo: place)
      element = parent
    }
  }

  /// Attaches the first children of an element, in their order.
  private mutating func attachChildren(of parent: Int, upTo end: Int) {
    while attached[parent] < end {
      kids[parent].append(.element(children[parent][attached[parent]]))
      attached[parent] += 1
    }
  }
}

extension [Int] {
  /// The first index whose element satisfies a predicate that holds for all after it.
  fileprivate func partitioningIndex(where isAfter: (Int) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if isAfter(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
