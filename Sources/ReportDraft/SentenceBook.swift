public import FiscalStandards

/// The sentences of a layout, as its `sentences.txt` says them: one template a section.
public struct SentenceBook: Sendable {
  static let fileName = "sentences.txt"

  var sections: [DraftSection] = []
  /// What is printed where a number is missing; `{说明}` stands for what is missing.
  var blank = ""
  var list = DraftParagraph.ListStyle(separator: "", end: "")

  /// Reads the sentences of a layout and its parents. A section of a layout replaces its parent's;
  /// a new one stands behind the one that is written before it.
  ///
  /// - Throws: a ``LayoutError`` with the place that is wrong, or if the layout has no sentences.
  public init(_ layout: Layout) throws(LayoutError) {
    let files = try layout.dataFiles(Self.fileName)
    guard let last = files.last else {
      throw LayoutError(
        path: "\(layout.folders.last ?? layout.name)/\(Self.fileName)",
        message: "布局“\(layout.name)”没有说明文字的句式，不能起草")
    }
    for file in files { try SentenceFileReader(file, layout: layout).read(into: &self) }
    guard !blank.isEmpty else {
      throw LayoutError(path: last.path, message: "“[写法]”缺少“空白”")
    }
  }
}
