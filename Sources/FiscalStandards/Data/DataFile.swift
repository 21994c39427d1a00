public import FiscalText

/// A data file of `Layouts/`: UTF-8 lines that a clerk can edit.
///
/// A line is a comment (`# …`), a section head (`[表 公开01]`), or an entry (`标题：甲 | 乙`); the
/// colon and the bar may be full-width or not. Every token knows its place, so that whoever reads
/// it can say where it is wrong.
public struct DataFile: Sendable {
  public let source: SourceText
  public private(set) var sections: [DataSection] = []

  public var path: String { source.path }

  /// - Throws: a ``LayoutError`` at the first line that is none of the three, or that is no UTF-8.
  public init(source: SourceText) throws(LayoutError) {
    try self.init(source: source, sectionLimit: Int.max)
  }

  /// Reads no more than the first sections.
  init(source: SourceText, sectionLimit: Int) throws(LayoutError) {
    self.source = source
    try source.requireUTF8()
    sections = try source.bytes.withUnsafeBufferPointer { bytes throws(LayoutError) in
      var reader = DataFileReader(source, bytes)
      try reader.read(sectionLimit: sectionLimit)
      return reader.sections
    }
  }

  /// Everything behind the colon of one of its entries, bars included.
  public func value(of entry: DataEntry) -> DataToken {
    if entry.values.count == 1 { return entry.values[0] }
    return DataToken(
      String(decoding: source.bytes[entry.whole], as: UTF8.self), offset: entry.whole.lowerBound)
  }

  /// An error at a token of this file.
  public func error(_ message: String, at token: DataToken) -> LayoutError {
    error(message, at: token.offset)
  }

  /// An error at a byte of this file.
  public func error(_ message: String, at offset: Int) -> LayoutError {
    LayoutError(message, in: source, at: offset)
  }
}
