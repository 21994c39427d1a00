internal import ReportLayout

/// Writes the structure tree, the parent tree and the identifiers (ISO 32000-1, 14.7).
struct StructureWriter {
  private let tags: TagTree
  private let pages: [HaruDocument.Object]
  private let heights: [Double]
  /// Marks of reviewers, each an element of its own below the root.
  private let marks: [AnnotationWriter.Mark]
  private let elements: [HaruDocument.Object]
  private let markElements: [HaruDocument.Object]
  private let root: HaruDocument.Object
  private let isIdentified: [Bool]

  private var output = ByteBuilder()
  private var written: [(object: HaruDocument.Object, range: Range<Int>)] = []

  /// Entries of a leaf of the parent tree and of the identifier tree.
  private static let leafSize = 256

  init(
    tags: TagTree, pages: [HaruDocument.Object], heights: [Double],
    marks: [AnnotationWriter.Mark], document: borrowing HaruDocument
  ) throws(PDFError) {
    self.tags = tags
    self.pages = pages
    self.heights = heights
    self.marks = marks
    root = try document.object(["Type": .name("StructTreeRoot")])
    var elements: [HaruDocument.Object] = []
    elements.reserveCapacity(tags.elements.count)
    for _ in tags.elements { elements.append(try document.object()) }
    self.elements = elements
    var markElements: [HaruDocument.Object] = []
    for _ in marks { markElements.append(try document.object()) }
    self.markElements = markElements
    isIdentified = try Self.identified(tags.elements)
  }

  /// Elements that others name, and notes, which must have an identifier (ISO 14289-1, 7.9).
  private static func identified(_ elements: [StructureElement]) throws(PDFError) -> [Bool] {
    var identified = elements.map { $0.role == .note }
    for element in elements {
      for header in element.headers {
        guard elements.indices.contains(header) else {
          throw PDFError(.document, "表格单元格的表头不在结构树里")
        }
        identified[header] = true
      }
    }
    return identified
  }

  /// Writes everything and hangs it into the catalogue.
  mutating func write(into document: inout HaruDocument) throws(PDFError) {
    for index in elements.indices { writeElement(index) }
    for (index, mark) in marks.enumerated() { writeMark(mark, index: index) }
    let parentLeaves = try writeParentTree(into: document)
    try document.set(
      root, "ParentTree",
      .object(try document.object(["Kids": .array(parentLeaves.map(HaruValue.object))])))
    try document.set(root, "ParentTreeNextKey", .integer(nextKey))
    if let first = elements.first { try document.set(root, "K", .array([.object(first)])) }
    let identifierLeaves = try writeIdentifiers(into: document)
    if !identifierLeaves.isEmpty {
      let tree = try document.object(["Kids": .array(identifierLeaves.map(HaruValue.object))])
      try document.set(root, "IDTree", .object(tree))
    }
    document.adopt(output.bytes, ranges: written)
    try document.set(document.catalog, "StructTreeRoot", .object(root))
  }

  private var nextKey: Int { pages.count + tags.links.count + marks.count }

  // MARK: Elements

  private mutating func writeElement(_ index: Int) {
    let element = tags.elements[index]
    let start = output.count
    output.append("/S/")
    output.append(string: element.role.rawValue)
    output.append("/P ")
    output.append(reference: element.parent.map { elements[$0].number } ?? root.number)
    let page = ownPage(of: tags.kids[index])
    if let page {
      output.append("/Pg ")
      output.append(reference: pages[page].number)
    }
    writeKids(of: index, page: page)
    writeAttributes(of: index)
    written.append((elements[index], start..<output.count))
  }

  /// The page of the first content, which the numbers among the kids then refer to.
  private func ownPage(of kids: [TagTree.Kid]) -> Int? {
    for case .content(let page, _) in kids { return page }
    return nil
  }

  private mutating func writeKids(of index: Int, page: Int?) {
    let kids = tags.kids[index]
    let hasMarks = index == 0 && !marks.isEmpty
    if kids.isEmpty, !hasMarks { return }
    let isSingle = kids.count == 1 && !hasMarks
    output.append(isSingle ? "/K " : "/K[")
    for (place, kid) in kids.enumerated() {
      if place > 0 { output.append(" ") }
      write(kid, page: page)
    }
    if hasMarks {
      for object in markElements {
        output.append(" ")
        output.append(reference: object.number)
      }
    }
    if !isSingle { output.append("]") }
  }

  private mutating func write(_ kid: TagTree.Kid, page: Int?) {
    switch kid {
    case .element(let child): output.append(reference: elements[child].number)
    case .content(let contentPage, let identifier) where contentPage == page:
      output.append(identifier)
    case .content(let contentPage, let identifier):
      output.append("<</Type/MCR/Pg ")
      output.append(reference: pages[contentPage].number)
      output.append("/MCID ")
      output.append(identifier)
      output.append(">>")
    case .link(let link):
      writeObjectReference(to: tags.links[link].annotation, page: tags.links[link].page)
    }
  }

  private mutating func writeObjectReference(to object: HaruDocument.Object, page: Int) {
    output.append("<</Type/OBJR/Obj ")
    output.append(reference: object.number)
    output.append("/Pg ")
    output.append(reference: pages[page].number)
    output.append(">>")
  }

  private mutating func writeMark(_ mark: AnnotationWriter.Mark, index: Int) {
    let start = output.count
    output.append("/S/Annot/P ")
    output.append(reference: elements.first?.number ?? root.number)
    output.append("/K ")
    writeObjectReference(to: mark.object, page: mark.page)
    written.append((markElements[index], start..<output.count))
  }

  // MARK: Attributes

  private mutating func writeAttributes(of index: Int) {
    let element = tags.elements[index]
    if let alternative = element.alternative {
      output.append("/Alt ")
      output.append(text: alternative)
    }
    if let language = element.language {
      output.append("/Lang(")
      output.append(
        string: String(language.unicodeScalars.filter { $0 == "-" || $0.isAlphanumeric }))
      output.append(")")
    }
    if isIdentified[index] {
      output.append("/ID")
      writeIdentifier(index)
    }
    switch element.role {
    case .tableHeader, .tableData: writeCellAttributes(element)
    case .figure: writeFigureAttributes(index)
    default: break
    }
  }

  private mutating func writeCellAttributes(_ element: StructureElement) {
    let scope = element.role == .tableHeader ? element.scope : nil
    if scope == nil, element.columnSpan <= 1, element.rowSpan <= 1, element.headers.isEmpty {
      return
    }
    output.append("/A<</O/Table")
    if let scope {
      output.append("/Scope/")
      output.append(string: scope.rawValue)
    }
    if element.columnSpan > 1 {
      output.append("/ColSpan ")
      output.append(element.columnSpan)
    }
    if element.rowSpan > 1 {
      output.append("/RowSpan ")
      output.append(element.rowSpan)
    }
    if !element.headers.isEmpty {
      output.append("/Headers[")
      for header in element.headers { writeIdentifier(header) }
      output.append("]")
    }
    output.append(">>")
  }

  private mutating func writeFigureAttributes(_ index: Int) {
    guard let (page, box) = tags.figureBoxes[index] else { return }
    output.append("/A<</O/Layout/Placement/Block/BBox[")
    let height = heights[page]
    for length in [box.left, height - box.bottom, box.right, height - box.top] {
      output.append(hundredths: hundredths(length))
      output.append(" ")
    }
    output.append("]>>")
  }

  /// Of fixed length, so that the order of the letters is that of the elements.
  private mutating func writeIdentifier(_ index: Int) {
    output.append("(e")
    output.append(hexadecimal: UInt16(truncatingIfNeeded: index >> 16))
    output.append(hexadecimal: UInt16(truncatingIfNeeded: index))
    output.append(")")
  }

  // MARK: Trees

  /// From content, links and marks back to their elements.
  private mutating func writeParentTree(
    into document: borrowing HaruDocument
  ) throws(PDFError) -> [HaruDocument.Object] {
    var leaves: [HaruDocument.Object] = []
    for first in stride(from: 0, to: nextKey, by: Self.leafSize) {
      let last = min(first + Self.leafSize, nextKey) - 1
      let start = output.count
      output.append("/Limits[")
      output.append(first)
      output.append(" ")
      output.append(last)
      output.append("]/Nums[")
      for key in first...last { writeParents(key: key) }
      output.append("]")
      let leaf = try document.object()
      written.append((leaf, start..<output.count))
      leaves.append(leaf)
    }
    return leaves
  }

  private mutating func writeParents(key: Int) {
    output.append(key)
    if key >= pages.count {
      output.append(" ")
      let link = key - pages.count
      let object =
        link < tags.links.count
        ? elements[tags.links[link].element] : markElements[link - tags.links.count]
      output.append(reference: object.number)
      output.append(" ")
      return
    }
    output.append("[")
    for (place, owner) in tags.contentOwners[key].enumerated() {
      if place > 0 { output.append(" ") }
      output.append(reference: elements[owner].number)
    }
    output.append("]")
  }

  private mutating func writeIdentifiers(
    into document: borrowing HaruDocument
  ) throws(PDFError) -> [HaruDocument.Object] {
    let identified = isIdentified.indices.filter { isIdentified[$0] }
    var leaves: [HaruDocument.Object] = []
    for first in stride(from: 0, to: identified.count, by: Self.leafSize) {
      let entries = identified[first..<min(first + Self.leafSize, identified.count)]
      let start = output.count
      output.append("/Limits[")
      for limit in [entries.first, entries.last].compactMap({ $0 }) { writeIdentifier(limit) }
      output.append("]/Names[")
      for index in entries {
        writeIdentifier(index)
        output.append(reference: elements[index].number)
      }
      output.append("]")
      let leaf = try document.object()
      written.append((leaf, start..<output.count))
      leaves.append(leaf)
    }
    return leaves
  }
}

extension Unicode.Scalar {
  fileprivate var isAlphanumeric: Bool {
    switch self {
    case "0"..."9", "A"..."Z", "a"..."z": true
    default: false
    }
  }
}
