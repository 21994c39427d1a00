internal import ReportLayout

/// Writes what the document says about itself, twice from one source: as XMP
/// (ISO 19005-2, 6.6) and as the older information dictionary.
struct MetadataWriter {
  let document: PagedDocument
  let options: PDFOptions

  private static let producer = "Gongkai, libharu 2.3.0"

  private var title: String { document.title.isEmpty ? "无标题" : document.title }

  // MARK: Information dictionary

  func writeInformation(into haru: borrowing HaruDocument) throws(PDFError) -> HaruDocument.Object {
    let information = try haru.information()
    try haru.set(information, "Producer", .text(Self.producer))
    try haru.set(information, "Creator", .text(options.creatorTool))
    try haru.set(information, "Title", .text(title))
    let optional = [
      ("Author", document.author), ("Subject", document.subject),
      ("Keywords", options.keywords.joined(separator: "，")),
    ]
    for (key, value) in optional where !value.isEmpty {
      try haru.set(information, key, .text(value))
    }
    if let date = options.date {
      for key in ["CreationDate", "ModDate"] {
        try haru.set(information, key, .bytes(Array(date.inInfo.utf8)))
      }
    }
    return information
  }

  // MARK: XMP

  /// An XMP packet in UTF-8.
  var packet: [UInt8] {
    let lines = [
      "<?xpacket begin=\"\u{FEFF}\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>",
      "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">",
      "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">",
      "<rdf:Description rdf:about=\"\"",
      " xmlns:dc=\"http://purl.org/dc/elements/1.1/\"",
      " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\"",
      " xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\">",
    ]
    let all =
      lines + properties + ["</rdf:Description>"] + conformance + [
        "</rdf:RDF>", "</x:xmpmeta>", "<?xpacket end=\"r\"?>",
      ]
    return Array(all.joined(separator: "\n").utf8)
  }

  private var properties: [String] {
    var lines = [
      "<dc:format>application/pdf</dc:format>",
      "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">\(escaped(title))</rdf:li></rdf:Alt></dc:title>",
      "<dc:language><rdf:Bag><rdf:li>\(escaped(options.language))</rdf:li></rdf:Bag></dc:language>",
    ]
    if !document.author.isEmpty {
      lines.append(
        "<dc:creator><rdf:Seq><rdf:li>\(escaped(document.author))</rdf:li></rdf:Seq></dc:creator>")
    }
    if !document.subject.isEmpty {
      lines.append(
        "<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">\(escaped(document.subject))"
          + "</rdf:li></rdf:Alt></dc:description>")
    }
    if !options.keywords.isEmpty {
      lines.append(
        "<pdf:Keywords>\(escaped(options.keywords.joined(separator: "，")))</pdf:Keywords>")
    }
    lines.append("<pdf:Producer>\(escaped(Self.producer))</pdf:Producer>")
    lines.append("<xmp:CreatorTool>\(escaped(options.creatorTool))</xmp:CreatorTool>")
    if let date = options.date?.inMetadata {
      for name in ["CreateDate", "ModifyDate", "MetadataDate"] {
        lines.append("<xmp:\(name)>\(date)</xmp:\(name)>")
      }
    }
    return lines
  }

  /// The parts of PDF/A and PDF/UA that the file follows. PDF/A does not know the PDF/UA
  /// property, so its schema is described here (ISO 19005-2, 6.6.2.3).
  private var conformance: [String] {
    guard options.profile == .archival else { return [] }
    let part = options.attachments.isEmpty ? 2 : 3
    return [
      "<rdf:Description rdf:about=\"\" xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\">",
      "<pdfaid:part>\(part)</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>",
      "</rdf:Description>",
      "<rdf:Description rdf:about=\"\" xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">",
      "<pdfuaid:part>1</pdfuaid:part></rdf:Description>",
      "<rdf:Description rdf:about=\"\" xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\"",
      " xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\"",
      " xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">",
      "<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">",
      "<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>",
      "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>",
      "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>",
      "<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">",
      "<pdfaProperty:name>part</pdfaProperty:name>",
      "<pdfaProperty:valueType>Integer</pdfaProperty:valueType>",
      "<pdfaProperty:category>internal</pdfaProperty:category>",
      "<pdfaProperty:description>Part of the PDF/UA standard</pdfaProperty:description>",
      "</rdf:li></rdf:Seq></pdfaSchema:property>",
      "</rdf:li></rdf:Bag></pdfaExtension:schemas>",
      "</rdf:Description>",
    ]
  }

  /// Text for XML, without the characters that XML cannot hold.
  private func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x26: escaped += "&amp;"
      case 0x3C: escaped += "&lt;"
      case 0x3E: escaped += "&gt;"
      case 0x00..<0x20, 0xFFFE, 0xFFFF: escaped += " "
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
