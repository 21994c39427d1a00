/// The room beside what is printed on a page, in points.
public struct PageMargin: Sendable {
  public var width: Double
  public var height: Double
  /// Where the printed matter begins and ends.
  public var inkLeft: Double
  public var inkRight: Double

  public init(width: Double, height: Double, inkLeft: Double, inkRight: Double) {
    self.width = width
    self.height = height
    self.inkLeft = inkLeft
    self.inkRight = inkRight
  }

  /// The script for `mutool run`. Its arguments are the PDF, the file of marks, and where a line
  /// goes for each page with marks: its number from 0, width, height, and the edges of its ink.
  public static let script = #"""
    var marks = JSON.parse(read(scriptArgs[1]));
    var pdf = new PDFDocument(scriptArgs[0]);
    var scale = 0.25;
    var lines = new Buffer();
    for (var i = 0; pdf.needsPassword() == false && i < marks.pages.length; ++i) {
      var number = marks.pages[i].page;
      if (number < 0 || number >= pdf.countPages())
        continue;
      var page = pdf.loadPage(number);
      var bounds = page.bound();
      var image = page.toPixmap([scale, 0, 0, scale, 0, 0], DeviceGray, false);
      var width = image.getWidth();
      var height = image.getHeight();
      var hasInk = function (x) {
        for (var y = 0; y < height; ++y)
          if (image.getSample(x, y, 0) < 250)
            return true;
        return false;
      };
      var left = 0;
      while (left < width && !hasInk(left))
        ++left;
      var right = width;
      while (right > left && !hasInk(right - 1))
        --right;
      lines.writeLine([number, bounds[2] - bounds[0], bounds[3] - bounds[1],
        left / scale, right / scale].join(" "));
    }
    lines.save(scriptArgs[2]);
    """#

  /// The margins by page, from what the script wrote.
  public static func margins(_ bytes: [UInt8]) -> [Int: PageMargin] {
    var margins: [Int: PageMargin] = [:]
    for line in bytes.split(separator: 0x0A) {
      let fields = String(decoding: line, as: UTF8.self).split(separator: " ").map(Double.init)
      let numbers = fields.compactMap(\.self)
      guard numbers.count == 5, let page = Int(exactly: numbers[0]) else { continue }
      margins[page + 1] = PageMargin(
        width: numbers[1], height: numbers[2], inkLeft: numbers[3], inkRight: numbers[4])
    }
    return margins
  }
}
