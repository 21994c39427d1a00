internal import FiscalModel
internal import FiscalText
internal import ReportLint

/// The marks on the pages of a PDF, for the program that writes them.
public struct PDFMarks {
  /// The script for `mutool run`. Its arguments are the PDF, the file of marks, and where the copy
  /// goes; it appends to the file (ISO 32000-1, 7.5.6), so that what was there stays byte for
  /// byte. A file that has to be repaired to be read at all is written anew.
  public static let script = #"""
    var input = scriptArgs[0];
    var marks = JSON.parse(read(scriptArgs[1]));
    var pdf = new PDFDocument(input);
    if (pdf.needsPassword()) {
      print("encrypted");
      quit(3);
    }
    var isWhole = pdf.canBeSavedIncrementally();
    for (var i = 0; i < marks.pages.length; ++i) {
      var entry = marks.pages[i];
      if (entry.page < 0 || entry.page >= pdf.countPages())
        continue;
      var page = pdf.loadPage(entry.page);
      var bounds = page.bound();
      var lowest = bounds[1];
      for (var k = 0; k < entry.marks.length; ++k) {
        var mark = entry.marks[k];
        var quads = mark.boxes.map(function (b) {
          return [b[0], b[1], b[0] + b[2], b[1], b[0], b[1] + b[3], b[0] + b[2], b[1] + b[3]];
        });
        var note = page.createAnnotation("Highlight");
        note.setQuadPoints(quads);
        note.setColor(mark.colour);
        note.setAuthor(marks.author);
        note.setContents(mark.text);
        note.update();
        var frame = page.createAnnotation("Square");
        var first = mark.boxes[0];
        frame.setRect([first[0] - 1, first[1] - 1, first[0] + first[2] + 1, first[1] + first[3] + 1]);
        frame.setColor(mark.line);
        frame.setBorder(0.8);
        frame.setAuthor(marks.author);
        frame.update();
        var width = 7 + 5 * String(mark.number).length;
        var top = Math.max(first[1], lowest);
        if (top + 12 > bounds[3])
          top = bounds[3] - 12;
        lowest = top + 13;
        var right = bounds[2] - 6;
        var label = page.createAnnotation("FreeText");
        label.setRect([right - width, top, right, top + 12]);
        label.setDefaultAppearance("Helv", 9, mark.line);
        label.setContents(String(mark.number));
        label.setAuthor(marks.author);
        label.update();
      }
      page.update();
    }
    pdf.save(scriptArgs[2], isWhole ? "incremental" : "");
    """#

  /// The marks as JSON; nil if no finding has a place on a page of the file.
  public let json: [UInt8]?

  /// - Parameter file: which of the report's sources is the PDF.
  public init(_ notes: [ReviewNote], file: Int, path: String) {
    self.init(notes) { Self.boxes($0, file: file, path: path) }
  }

  /// The marks on a report that was printed.
  public init(_ notes: [ReviewNote], places: PrintedPlaces) {
    self.init(notes) { places.boxes($0) }
  }

  private init(
    _ notes: [ReviewNote], boxes place: (ReviewNote) -> (page: Int, boxes: [Box])?
  ) {
    var pages: [Int: [(note: ReviewNote, boxes: [Box])]] = [:]
    for note in notes {
      guard let (page, boxes) = place(note), !boxes.isEmpty else { continue }
      pages[page, default: []].append((note, boxes))
    }
    guard !pages.isEmpty else {
      json = nil
      return
    }
    var writer = JSONWriter()
    writer.object { object in
      object.value(ReviewNote.author, "author")
      object.array("pages") { array in
        for (page, marks) in pages.sorted(by: { $0.key < $1.key }) {
          array.object { entry in
            entry.value(page - 1, "page")
            entry.array("marks") { list in
              for mark in marks { Self.write(mark.note, mark.boxes, into: &list) }
            }
          }
        }
      }
    }
    json = writer.bytes
  }

  private static func write(_ note: ReviewNote, _ boxes: [Box], into writer: inout JSONWriter) {
    writer.object { object in
      object.value(note.number, "number")
      object.value(note.text, "text")
      let colour = note.severity.markColour
      object.array("colour") { array in
        for part in [colour.red, colour.green, colour.blue] { array.value(points: part) }
      }
      object.array("line") { array in
        for part in [colour.red * 0.7, colour.green * 0.25, colour.blue * 0.25] {
          array.value(points: part)
        }
      }
      object.array("boxes") { array in
        for box in boxes {
          array.array { side in
            for length in [box.x, box.y, box.width, box.height] { side.value(points: length) }
          }
        }
      }
    }
  }

  /// The lines of a note's place on its first page.
  private static func boxes(
    _ note: ReviewNote, file: Int, path: String
  ) -> (page: Int, boxes: [Box])? {
    var page: Int?
    var boxes: [Box] = []
    for (_, place) in spotPlaces(note) {
      guard case .page(file, let number, let box) = place, page == nil || page == number else {
        continue
      }
      page = number
      if let last = boxes.last, isOneLine(last, box) {
        boxes[boxes.count - 1] = last.union(box)
      } else {
        boxes.append(box)
      }
    }
    if let page { return (page, boxes) }
    guard case .page(path, let number, let box) = note.location else { return nil }
    return (number, [box])
  }

  private static func spotPlaces(_ note: ReviewNote) -> [(range: Range<Int>, place: Place)] {
    guard let spot = note.spot else { return [] }
    return spot.text.places(spot.range)
  }

  private static func isOneLine(_ left: Box, _ right: Box) -> Bool {
    let overlap = min(left.y + left.height, right.y + right.height) - max(left.y, right.y)
    return overlap > 0.5 * min(left.height, right.height)
  }
}
