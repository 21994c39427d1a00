internal import FiscalText

/// A saved page of a web site (HTML), as which many offices publish, and as which some systems
/// export tables under the names of Word and Excel files.
enum WebPage {
  /// Whether a file is one, by its first bytes.
  static func isOne(_ prefix: [UInt8]) -> Bool {
    let head = prefix.prefix(1024).map(lowercased)
    guard let first = head.first(where: { $0 > 0x20 && $0 != 0xEF && $0 != 0xBB && $0 != 0xBF }),
      first == UInt8(ascii: "<")
    else { return false }
    return signs.contains { head.firstOffset(of: $0) != nil }
  }

  /// Whether some bytes are a page with its pictures in one file (MHTML).
  static func isArchive(_ bytes: [UInt8]) -> Bool { bytes.starts(with: archiveMark) }

  private static let archiveMark = [UInt8]("MIME-Version:".utf8)
  private static let signs = ["<!doctype html", "<html", "<head>", "<body"].map { [UInt8]($0.utf8) }

  /// The page without its leave to load anything: elements and attributes that name other files get
  /// names that mean nothing. A page that does not say how it is encoded, and is UTF-8, is marked so.
  static func selfContained(_ page: [UInt8]) -> [UInt8] {
    var page = page
    for element in loading {
      var start = 0
      while let found = offset(of: element, in: page, from: start) {
        page[found + 1] = UInt8(ascii: "x")
        start = found + element.count
      }
    }
    let saysEncoding = offset(of: charset, in: Array(page.prefix(4096)), from: 0) != nil
    guard !saysEncoding, !page.starts(with: byteOrderMark),
      UTF8Validity.firstInvalidByte(page) == nil
    else { return page }
    return byteOrderMark + page
  }

  private static let loading = [
    "<img", "<link", "<iframe", "<frame", "<object", "<embed", "<base", "<video", "<audio",
    "<source", "background=", "url(",
  ].map { [UInt8]($0.utf8) }
  private static let charset = [UInt8]("charset".utf8)
  private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  private static func offset(of word: [UInt8], in page: [UInt8], from start: Int) -> Int? {
    var offset = start
    while offset + word.count <= page.count {
      if lowercased(page[offset]) == word[0],
        word.indices.allSatisfy({ lowercased(page[offset + $0]) == word[$0] })
      {
        return offset
      }
      offset += 1
    }
    return nil
  }

  private static func lowercased(_ byte: UInt8) -> UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
  }
}
