/// Reads the files of one format. What their pieces are in a disclosure is the assembler's work.
protocol FormatReader {
  /// Whether a file is of this format, by its first bytes; the name decides only where bytes
  /// cannot.
  static func canRead(_ prefix: [UInt8], name: String) -> Bool

  init()

  /// The pieces of the file in reading order, placed in the source of the given index.
  func read(path: String, source: Int) throws(ReadError) -> [RawBlock]
}
