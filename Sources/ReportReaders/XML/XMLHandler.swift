/// What is told about a document while ``XMLParser`` reads it.
///
/// Elements and text are only good during the call. An error that a method throws stops the
/// parser and comes out of ``XMLParser/parse(_:isFinal:)``.
protocol XMLHandler: AnyObject {
  func start(_ element: XMLElement) throws(ReadError)
  func end(_ name: XMLName) throws(ReadError)
  /// A stretch of character data in UTF-8; one text may come in several.
  func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(ReadError)
}
