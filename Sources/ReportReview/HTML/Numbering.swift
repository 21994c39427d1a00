/// How the marks of a page are numbered when it holds several documents.
struct Numbering {
  /// The number of the document on the page, from 0.
  var document = 0
}
