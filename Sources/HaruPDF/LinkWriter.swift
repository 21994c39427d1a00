internal import ReportLayout

/// Writes the links of the pages (ISO 32000-1, 12.5.6.5).
struct LinkWriter {
  let document: PagedDocument
  let pages: [HaruDocument.Object]

  /// `[page /XYZ 0 top null]`: the place on top of the window, at the scale that the reader has.
  static func destination(
    of anchor: PagedDocument.Anchor, in document: PagedDocument, pages: [HaruDocument.Object]
  ) throws(PDFError) -> HaruValue {
    guard pages.indices.contains(anchor.page) else {
      throw PDFError(.document, "链接或书签指向的第 \(anchor.page + 1) 页不存在")
    }
    let top = document.frames[anchor.page].height - anchor.y
    return .array([
      .object(pages[anchor.page]), .name("XYZ"), .integer(0), .real(top), .null,
    ])
  }

  /// The links of a page, in their order.
  func write(
    page: Int, tags: inout TagTree, into haru: borrowing HaruDocument
  ) throws(PDFError) -> [HaruDocument.Object] {
    var links: [HaruDocument.Object] = []
    let frame = document.frames[page]
    for case .link(let x, let y, let width, let height, let anchor, let element) in frame.items {
      guard document.anchors.indices.contains(anchor), tags.elements.indices.contains(element)
      else { throw PDFError(.document, "第 \(page + 1) 页有一个链接没有去处") }
      let target = document.anchors[anchor]
      let link = try haru.object([
        "Type": .name("Annot"), "Subtype": .name("Link"), "F": .integer(4),
        "Rect": .array(
          [x, frame.height - y - height, x + width, frame.height - y].map(HaruValue.real)),
        "Border": .array([.integer(0), .integer(0), .integer(0)]),
        "Dest": try Self.destination(of: target, in: document, pages: pages),
        "Contents": .text(description(of: target, element: tags.elements[element])),
      ])
      let key = tags.addLink(TagTree.Link(page: page, element: element, annotation: link))
      try haru.set(link, "StructParent", .integer(key))
      links.append(link)
    }
    return links
  }

  /// What a screen reader says about a link (ISO 14289-1, 7.18.5).
  private func description(
    of target: PagedDocument.Anchor, element: StructureElement
  ) -> String {
    if let alternative = element.alternative { return alternative }
    let label = document.frames[target.page].label ?? String(target.page + 1)
    return "转到第 \(label) 页"
  }
}
