public import FiscalModel
internal import FiscalText

/// Reads the files of one disclosure into a report.
public struct ReportReader: Sendable {
  public var options: ReadOptions

  public init(options: ReadOptions = ReadOptions()) {
    self.options = options
  }

  /// Reads files that together are one document: a narrative and its tables, or all in one.
  ///
  /// - Throws: a ``ReadError`` if a file cannot be read at all. What is merely not understood
  ///   stays in the report.
  public func read(paths: [String]) throws(ReadError) -> Report {
    guard !paths.isEmpty else { throw ReadError(path: "", message: "没有给出文件") }
    var blocks: [RawBlock] = []
    var sources: [ReportSource] = []
    for path in paths {
      let bytes = try TextDecoding.utf8(try Files.read(path), path: path)
      guard bytes.contains(where: { $0 > 0x20 }) else {
        throw ReadError(path: path, message: "文件是空的")
      }
      let text = SourceText(path: path, bytes: bytes)
      blocks += TextReader.blocks(of: text, source: sources.count)
      sources.append(ReportSource(path: path, text: text))
    }
    return Assembler.report(of: blocks, sources: sources)
  }
}
