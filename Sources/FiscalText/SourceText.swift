internal import Glibc

/// The text of one input file as UTF-8, with the line and column of every byte.
///
/// Offsets inside the program are UTF-8 byte offsets; lines and columns exist only for people. A class,
/// since every place in a report is looked up in it.
public final class SourceText: Sendable {
  /// The path as the user gave it.
  public let path: String
  /// The file's content in UTF-8, without a byte order mark.
  public let bytes: [UInt8]
  /// The byte offset at which each line starts; the first is 0.
  public let lineStarts: [Int]

  /// - Complexity: O(n) in the number of bytes.
  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
    lineStarts = Self.lineStarts(bytes)
  }

  private static func lineStarts(_ bytes: [UInt8]) -> [Int] {
    bytes.withUnsafeBytes { memory in
      var starts = [0]
      starts.reserveCapacity(memory.count / 32)
      guard let first = memory.baseAddress else { return starts }
      var start = 0
      while let feed = memchr(first + start, 0x0A, memory.count - start) {
        start = UnsafeRawPointer(feed) - first + 1
        starts.append(start)
      }
      return starts
    }
  }

  /// The 1-based line that holds a byte offset.
  ///
  /// - Complexity: O(log n) in the number of lines.
  public func line(at offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while low + 1 < high {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low + 1
  }

  /// The line and the column, counted in Unicode code points, of a byte offset.
  public func position(at offset: Int) -> TextPosition {
    let line = line(at: offset)
    let start = lineStarts[line - 1]
    let before = bytes[start..<max(start, min(offset, bytes.count))].withUnsafeBufferPointer(
      scalarCount)
    return TextPosition(line: line, column: before + 1)
  }

  /// The bytes of a 1-based line, without its line end.
  public func lineRange(_ line: Int) -> Range<Int> {
    let start = lineStarts[line - 1]
    var end = line < lineStarts.count ? lineStarts[line] - 1 : bytes.count
    if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return start..<max(start, end)
  }
}
