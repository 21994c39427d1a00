internal import FiscalText

/// Tells web pages, which systems hand out under the names of Office files.
enum WebPage {
  /// Whether some bytes are HTML, or the XML that Excel saves as a web page.
  static func isPage(_ bytes: [UInt8]) -> Bool {
    let start = bytes.prefix(2_048).map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    return first(of: start) == UInt8(ascii: "<")
      && marks.contains { start.firstOffset(of: $0) != nil }
  }

  /// Whether some bytes are a web page with its pictures in one file (MHTML).
  static func isArchive(_ bytes: [UInt8]) -> Bool { bytes.starts(with: archiveMark) }

  /// The first byte behind a mark of the encoding and spaces.
  private static func first(of bytes: [UInt8]) -> UInt8? {
    bytes.first { $0 > 0x20 && $0 < 0x80 }
  }

  private static let marks = ["<html", "<!doctype html", "<table", "<body"].map {
    [UInt8]($0.utf8)
  }
  private static let archiveMark = [UInt8]("MIME-Version:".utf8)
}
