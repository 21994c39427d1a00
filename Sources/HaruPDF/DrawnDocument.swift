internal import Compression
internal import FiscalText
internal import ReportLayout

/// The streams of fonts and pages, compressed: what takes the longest, and can be made at the same
/// time, since none needs to know of another.
struct DrawnDocument {
  typealias Page = Result<(content: [UInt8], contents: TagTree.PageContents), PDFError>

  private(set) var fonts: [FontWriter.Streams] = []
  private(set) var pages: [Page] = []

  /// A piece of the work.
  private enum Part: Sendable {
    case font(FontWriter.Streams)
    case pages([Page])
  }

  /// - Parameter writers: of the faces in use.
  init(
    _ document: PagedDocument, fonts: EmbeddedFonts, writers: [FontWriter], tags: TagTree.Elements,
    options: PDFOptions
  ) {
    let frames = document.frames
    let share = Deflater.share
    // The fonts first: they are the largest pieces.
    let count = writers.count + (frames.count + share - 1) / share
    let parts = options.threads.map(count) { part -> Part in
      let deflater = Deflater(level: options.compressionLevel)
      guard part >= writers.count else { return .font(writers[part].streams(deflater)) }
      let first = (part - writers.count) * share
      return .pages(
        (first..<min(first + share, frames.count)).map {
          Self.page($0, frames[$0], fonts, tags, deflater)
        })
    }
    for part in parts {
      switch part {
      case .font(let streams): self.fonts.append(streams)
      case .pages(let drawn): pages += drawn
      }
    }
  }

  private static func page(
    _ page: Int, _ frame: Frame, _ fonts: EmbeddedFonts, _ tags: TagTree.Elements,
    _ deflater: borrowing Deflater
  ) -> Page {
    do throws(PDFError) {
      let (bytes, contents) = try FrameRenderer.content(
        of: frame, page: page, fonts: fonts, tags: tags)
      return .success((deflater.compress(bytes), contents))
    } catch {
      return .failure(error)
    }
  }
}
