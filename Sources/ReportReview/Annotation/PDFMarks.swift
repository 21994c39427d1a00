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
    var notes = [];
    var sheets = {};
    function sheet(path) {
      if (!sheets[path])
        sheets[path] = { file: new PDFDocument(path), map: pdf.newGraftMap(), fonts: null };
      return sheets[path];
    }
    // By how many degrees a page is shown turned, which the pages above it may say.
    function rotation(number) {
      var node = pdf.findPage(number);
      for (var depth = 0; node && !node.isNull() && depth < 32; ++depth) {
        var turn = node.get("Rotate");
        if (turn && !turn.isNull())
          return ((Number(turn.valueOf()) % 360) + 360) % 360;
        node = node.get("Parent");
      }
      return 0;
    }
    // The look of a note is a page of a sheet, so that its faces are embedded.
    function print_note(entry) {
      var note = entry.mark.note;
      var source = sheet(note.sheet);
      var printed = source.file.findPage(note.frame);
      if (!source.fonts)
        source.fonts = source.map.graftObject(printed.get("Resources"));
      var top = printed.get("MediaBox").get(3).valueOf();
      var look = new Buffer();
      look.writeLine("q " + entry.mark.line.join(" ") + " rg 0 " + (top - note.height) + " 1.2 "
        + note.height + " re f Q");
      look.writeBuffer(printed.get("Contents").readStream());
      var form = pdf.newDictionary();
      form.put("Type", pdf.newName("XObject"));
      form.put("Subtype", pdf.newName("Form"));
      form.put("BBox", [0, top - note.height, note.width, top]);
      var turn = rotation(entry.page);
      var matrix = { 90: [0, 1, -1, 0, 0, 0], 180: [-1, 0, 0, -1, 0, 0], 270: [0, -1, 1, 0, 0, 0] };
      if (matrix[turn])
        form.put("Matrix", matrix[turn]);
      form.put("Resources", source.fonts);
      var looks = pdf.newDictionary();
      looks.put("N", pdf.addStream(look, form));
      entry.label.getObject().put("AP", looks);
    }
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
        var right = bounds[2] - 6;
        var place = mark.note;
        if (!place) {
          var width = 7 + 5 * String(mark.number).length;
          var top = Math.max(first[1], lowest);
          if (top + 12 > bounds[3])
            top = bounds[3] - 12;
          lowest = top + 13;
          place = { x: right - width, y: top, width: width, height: 12 };
        }
        var label = page.createAnnotation("FreeText");
        label.setRect([place.x, place.y, place.x + place.width, place.y + place.height]);
        label.setDefaultAppearance("Helv", 9, mark.line);
        label.setContents(mark.note ? mark.note.text : String(mark.number));
        label.setAuthor(marks.author);
        label.update();
        if (mark.note)
          notes.push({ label: label, mark: mark, page: entry.page });
      }
      page.update();
    }
    notes.forEach(print_note);
    pdf.save(scriptArgs[2], isWhole ? "incremental" : "");
    """#

  /// The findings with a place on a page of the file, and the boxes of their places, by page.
  let pages: [Int: [(note: ReviewNote, boxes: [Box])]]

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
    self.pages = pages
  }

  public var isEmpty: Bool { pages.isEmpty }

  /// The marks as JSON.
  ///
  /// - Parameters:
  ///   - places: where notes stand in the margin; where there are none, the number stands alone.
  ///   - sheets: the files that the notes are printed in.
  public func json(places: [Int: [MarginNotes.Place]] = [:], sheets: [String] = []) -> [UInt8] {
    var writer = JSONWriter()
    writer.object { object in
      object.value(ReviewNote.author, "author")
      object.array("pages") { array in
        for (page, marks) in pages.sorted(by: { $0.key < $1.key }) {
          array.object { entry in
            entry.value(page - 1, "page")
            entry.array("marks") { list in
              for (index, mark) in marks.enumerated() {
                let place = places[page].flatMap { $0.count == marks.count ? $0[index] : nil }
                Self.write(mark.note, mark.boxes, place, sheets, into: &list)
              }
            }
          }
        }
      }
    }
    return writer.bytes
  }

  private static func write(
    _ note: ReviewNote, _ boxes: [Box], _ place: MarginNotes.Place?, _ sheets: [String],
    into writer: inout JSONWriter
  ) {
    writer.object { object in
      object.value(note.number, "number")
      object.value(note.text, "text")
      if let place {
        object.object("note") { entry in
          entry.value("\(note.number) \(note.message)", "text")
          entry.value(sheets[place.sheet], "sheet")
          entry.value(place.frame, "frame")
          entry.value(points: place.x, "x")
          entry.value(points: place.y, "y")
          entry.value(points: place.width, "width")
          entry.value(points: place.height, "height")
        }
      }
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
