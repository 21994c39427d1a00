internal import ReportLayout

/// Writes the marks of reviewers with their appearance, which archives require
/// (ISO 19005-2, 6.3.3).
struct AnnotationWriter {
  /// A mark that stands on a page.
  struct Mark {
    var page: Int
    var object: HaruDocument.Object
  }

  let frames: [Frame]
  let date: PDFDate?

  func write(
    _ annotations: [PDFAnnotation], into document: borrowing HaruDocument
  ) throws(PDFError) -> [Mark] {
    var marks: [Mark] = []
    for (index, annotation) in annotations.enumerated() {
      guard frames.indices.contains(annotation.page) else {
        throw PDFError(.option, "批注所在的第 \(annotation.page + 1) 页不存在")
      }
      let object: HaruDocument.Object
      switch annotation.kind {
      case .highlight(let boxes): object = try highlight(annotation, boxes, into: document)
      case .note(let point): object = try note(annotation, at: point, into: document)
      }
      try document.set(object, "Contents", .text(annotation.text))
      try document.set(object, "T", .text(annotation.author))
      try document.set(object, "NM", .text("mark\(index + 1)"))
      try document.set(object, "C", .array(components(of: annotation.colour)))
      if let date {
        try document.set(object, "M", .bytes(Array(date.inInfo.utf8)))
        try document.set(object, "CreationDate", .bytes(Array(date.inInfo.utf8)))
      }
      marks.append(Mark(page: annotation.page, object: object))
    }
    return marks
  }

  private func highlight(
    _ annotation: PDFAnnotation, _ boxes: [PDFAnnotation.Box], into document: borrowing HaruDocument
  ) throws(PDFError) -> HaruDocument.Object {
    guard let first = boxes.first else { throw PDFError(.option, "高亮批注没有标出位置") }
    let height = frames[annotation.page].height
    var bounds = Bounds(first)
    var corners: [Double] = []
    var drawing = ByteBuilder()
    drawing.append("/M gs ")
    append(annotation.colour, to: &drawing)
    for box in boxes {
      bounds = bounds.union(Bounds(box))
      let top = height - box.y
      let bottom = top - box.height
      // Readers agree on this order, which is not the one of the standard.
      corners += [box.x, top, box.x + box.width, top, box.x, bottom, box.x + box.width, bottom]
      for length in [box.x, bottom, box.width, box.height] {
        drawing.append(hundredths: hundredths(length))
        drawing.append(" ")
      }
      drawing.append("re f\n")
    }
    let multiply = HaruValue.dictionary([
      ("Type", .name("ExtGState")), ("BM", .name("Multiply")),
    ])
    let appearance = try form(
      drawing.bytes, bounds: bounds, height: height,
      resources: .dictionary([("ExtGState", .dictionary([("M", multiply)]))]), into: document)
    return try document.object([
      "Type": .name("Annot"), "Subtype": .name("Highlight"), "F": .integer(4),
      "Rect": rectangle(bounds, height: height), "QuadPoints": .array(corners.map(HaruValue.real)),
      "AP": .dictionary([("N", .object(appearance))]),
    ])
  }

  private func note(
    _ annotation: PDFAnnotation, at point: Point, into document: borrowing HaruDocument
  ) throws(PDFError) -> HaruDocument.Object {
    let height = frames[annotation.page].height
    let bounds = Bounds(x: point.x, y: point.y, width: 18, height: 18)
    let bottom = height - point.y - 18
    var drawing = ByteBuilder()
    append(annotation.colour, to: &drawing)
    drawing.append("0.3 G 0.8 w ")
    for length in [point.x + 1, bottom + 1, 16, 16] {
      drawing.append(hundredths: hundredths(length))
      drawing.append(" ")
    }
    drawing.append("re B\n")
    for line in 1...3 {
      drawing.append(hundredths: hundredths(point.x + 4))
      drawing.append(" ")
      drawing.append(hundredths: hundredths(bottom + 3 * Double(line) + 3))
      drawing.append(" m ")
      drawing.append(hundredths: hundredths(point.x + 14))
      drawing.append(" ")
      drawing.append(hundredths: hundredths(bottom + 3 * Double(line) + 3))
      drawing.append(" l S\n")
    }
    let appearance = try form(
      drawing.bytes, bounds: bounds, height: height, resources: .dictionary([]), into: document)
    // Print, no zoom, no rotation.
    return try document.object([
      "Type": .name("Annot"), "Subtype": .name("Text"), "F": .integer(28),
      "Name": .name("Comment"), "Rect": rectangle(bounds, height: height),
      "AP": .dictionary([("N", .object(appearance))]),
    ])
  }

  /// A form whose coordinates are those of the page.
  private func form(
    _ drawing: [UInt8], bounds: Bounds, height: Double, resources: HaruValue,
    into document: borrowing HaruDocument
  ) throws(PDFError) -> HaruDocument.Object {
    try document.stream(
      drawing, isDeflated: false,
      [
        "Type": .name("XObject"), "Subtype": .name("Form"),
        "BBox": rectangle(bounds, height: height), "Resources": resources,
      ])
  }

  private func rectangle(_ bounds: Bounds, height: Double) -> HaruValue {
    .array(
      [bounds.left, height - bounds.bottom, bounds.right, height - bounds.top].map(HaruValue.real))
  }

  private func components(of colour: Colour) -> [HaruValue] {
    [colour.red, colour.green, colour.blue].map { .real(min(max($0, 0), 1)) }
  }

  private func append(_ colour: Colour, to drawing: inout ByteBuilder) {
    for part in [colour.red, colour.green, colour.blue] {
      drawing.append(thousandths: scaled(min(max(part, 0), 1), by: 1000))
      drawing.append(" ")
    }
    drawing.append("rg\n")
  }
}

extension Bounds {
  fileprivate init(_ box: PDFAnnotation.Box) {
    self.init(x: box.x, y: box.y, width: box.width, height: box.height)
  }
}
