public import FiscalText

extension JSONWriter {
  /// The member `location`: the path, and what the file's format has for a place.
  public mutating func location(_ location: Location) {
    object("location") { object in
      object.value(location.path, "path")
      switch location {
      case .text(_, let start, let end):
        object.value(start.line, "line")
        object.value(start.column, "column")
        object.value(end.line, "endLine")
        object.value(end.column, "endColumn")
      case .page(_, let number, let box):
        object.value(number, "page")
        object.box(box)
      case .paragraph(_, let number): object.value(number, "paragraph")
      case .cell(_, let sheet, let reference):
        object.value(sheet, "sheet")
        object.value(reference, "cell")
      case .file: break
      }
    }
  }

  public mutating func box(_ box: Box) {
    array("box") { array in
      array.value(points: box.x)
      array.value(points: box.y)
      array.value(points: box.width)
      array.value(points: box.height)
    }
  }
}
