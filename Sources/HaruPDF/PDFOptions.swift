public import FiscalText

/// How a PDF is written.
public struct PDFOptions: Sendable {
  public enum Profile: Sendable {
    /// For publication and archives: PDF/A-2a and PDF/UA-1; PDF/A-3a when files are attached.
    case archival
    /// Tagged in the same way, but without the promise to follow the archival standard.
    case plain
  }

  public var profile = Profile.archival
  /// The language of the document (BCP 47).
  public var language = "zh-CN"
  public var attachments: [PDFAttachment] = []
  public var annotations: [PDFAnnotation] = []
  /// nil writes no dates at all.
  public var date: PDFDate?
  /// The program that asked for the PDF.
  public var creatorTool = "公开 gongkai"
  public var keywords: [String] = []
  /// 1, fastest, to 9, smallest. Level 4 takes two thirds of the time of the usual 6 for files
  /// that are a fortieth larger.
  public var compressionLevel = 4
  /// Whether more than one processor may work on a file; its bytes are the same either way.
  public var threads = Threads()

  public init() {}
}
