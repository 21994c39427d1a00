internal import FiscalModel

extension Location {
  /// The place for people who have a document before them that may be a folder of files.
  func words(inside document: String) -> String {
    let words = words(from: document)
    let folder = document.hasSuffix("/") ? document : document + "/"
    return words.hasPrefix(folder) ? String(words.dropFirst(folder.count)) : words
  }
}
