/// The files that together are one document.
struct Document: Sendable {
  /// In the order in which they are read.
  var paths: [String]

  /// What the document is called in results: the path of its first file.
  var name: String { paths.first ?? "" }
}
