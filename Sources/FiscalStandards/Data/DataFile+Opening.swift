extension DataFile {
  /// Reads a data file.
  ///
  /// - Throws: a ``LayoutError`` if the file cannot be read, or is no data file.
  public init(path: String) throws(LayoutError) {
    try self.init(source: FileAccess.text(path))
  }

  /// The names of the data files in a folder, without `.txt`, sorted.
  public static func names(inFolder path: String) throws(LayoutError) -> [String] {
    try FileAccess.names(path).filter { $0.hasSuffix(".txt") }.map { String($0.dropLast(4)) }
  }
}
