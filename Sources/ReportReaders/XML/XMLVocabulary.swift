/// The namespaces that the readers tell apart. Each stands for the transitional and the strict
/// address of the standard, as files come in both.
enum XMLVocabulary: UInt8, Sendable {
  case word, spreadsheet, drawing, chart, relationships, compatibility, vml, math
  case none, other

  init(_ name: XMLName) {
    if !name.hasNamespace {
      self = .none
      return
    }
    self = Self.addresses.first { name.isNamespace($0.address) }?.vocabulary ?? .other
  }

  private static let addresses: [(address: StaticString, vocabulary: XMLVocabulary)] = [
    ("http://schemas.openxmlformats.org/wordprocessingml/2006/main", .word),
    ("http://schemas.openxmlformats.org/spreadsheetml/2006/main", .spreadsheet),
    ("http://schemas.openxmlformats.org/drawingml/2006/main", .drawing),
    ("http://schemas.openxmlformats.org/drawingml/2006/chart", .chart),
    (
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships", .relationships
    ),
    ("http://schemas.openxmlformats.org/markup-compatibility/2006", .compatibility),
    ("urn:schemas-microsoft-com:vml", .vml),
    ("http://schemas.openxmlformats.org/officeDocument/2006/math", .math),
    ("http://purl.oclc.org/ooxml/wordprocessingml/main", .word),
    ("http://purl.oclc.org/ooxml/spreadsheetml/main", .spreadsheet),
    ("http://purl.oclc.org/ooxml/drawingml/main", .drawing),
    ("http://purl.oclc.org/ooxml/drawingml/chart", .chart),
    ("http://purl.oclc.org/ooxml/officeDocument/relationships", .relationships),
    ("http://purl.oclc.org/ooxml/officeDocument/math", .math),
  ]
}
