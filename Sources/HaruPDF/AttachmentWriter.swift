internal import Compression

/// Writes attached files (ISO 32000-1, 7.11.4, and ISO 19005-3, 6.8).
struct AttachmentWriter {
  let attachments: [PDFAttachment]
  let date: PDFDate?

  private static let largest = 1 << 30

  /// Hangs the files into the catalogue.
  func write(
    into document: borrowing HaruDocument, deflater: borrowing Deflater
  ) throws(PDFError) {
    if attachments.isEmpty { return }
    let sorted = attachments.sorted { $0.name.utf16.lexicographicallyPrecedes($1.name.utf16) }
    for (first, second) in zip(sorted, sorted.dropFirst()) where first.name == second.name {
      throw PDFError(.option, "有两个附件都叫“\(first.name)”")
    }
    var names: [HaruValue] = []
    var specifications: [HaruValue] = []
    for attachment in sorted {
      let specification = try write(attachment, into: document, deflater: deflater)
      names += [.text(attachment.name), .object(specification)]
      specifications.append(.object(specification))
    }
    let tree = HaruValue.dictionary([("EmbeddedFiles", .dictionary([("Names", .array(names))]))])
    try document.set(document.catalog, "Names", tree)
    try document.set(document.catalog, "AF", .array(specifications))
  }

  private func write(
    _ attachment: PDFAttachment, into document: borrowing HaruDocument,
    deflater: borrowing Deflater
  ) throws(PDFError) -> HaruDocument.Object {
    try check(attachment)
    var parameters: [(String, HaruValue)] = [("Size", .integer(attachment.bytes.count))]
    if let date { parameters.append(("ModDate", .bytes(Array(date.inInfo.utf8)))) }
    let file = try document.stream(
      deflater.compress(attachment.bytes), isDeflated: true,
      [
        "Type": .name("EmbeddedFile"), "Subtype": .name(attachment.mediaType),
        "Params": .dictionary(parameters),
      ])
    let specification = try document.object([
      "Type": .name("Filespec"), "F": .text(attachment.name), "UF": .text(attachment.name),
      "AFRelationship": .name(attachment.relationship.rawValue),
      "EF": .dictionary([("F", .object(file)), ("UF", .object(file))]),
    ])
    if !attachment.summary.isEmpty {
      try document.set(specification, "Desc", .text(attachment.summary))
    }
    return specification
  }

  private func check(_ attachment: PDFAttachment) throws(PDFError) {
    let isPlainName = !attachment.name.isEmpty && attachment.name.utf16.count <= 255
    guard isPlainName, !attachment.name.contains("/"), !attachment.name.contains("\\") else {
      throw PDFError(.option, "附件名“\(attachment.name)”不能用：要有名字，不能带路径")
    }
    let isMediaType =
      (3...100).contains(attachment.mediaType.utf8.count)
      && attachment.mediaType.utf8.allSatisfy { (0x21...0x7E).contains($0) }
    guard isMediaType else {
      throw PDFError(.option, "附件“\(attachment.name)”的类型“\(attachment.mediaType)”不对")
    }
    guard attachment.bytes.count <= Self.largest else {
      throw PDFError(.option, "附件“\(attachment.name)”太大")
    }
  }
}
