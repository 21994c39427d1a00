/// A file that travels inside the PDF, such as the data of the tables (ISO 19005-3, 6.8).
public struct PDFAttachment: Hashable, Sendable {
  /// What the file is to the document (AFRelationship).
  public enum Relationship: String, Sendable {
    case source = "Source"
    case data = "Data"
    case alternative = "Alternative"
    case supplement = "Supplement"
  }

  /// The file name, without folders.
  public var name: String
  public var bytes: [UInt8]
  /// Such as `text/csv`.
  public var mediaType: String
  public var relationship: Relationship
  /// What a reader shows beside the name.
  public var summary: String

  public init(
    name: String, bytes: [UInt8], mediaType: String, relationship: Relationship = .source,
    summary: String = ""
  ) {
    self.name = name
    self.bytes = bytes
    self.mediaType = mediaType
    self.relationship = relationship
    self.summary = summary
  }
}
