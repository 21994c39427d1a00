/// The parts of the package, each with its name.
struct WordParts {
  struct Part {
    var name: String
    var bytes: [UInt8]
  }

  static let declaration = #"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"# + "\n"
  static let main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
  static let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  static let drawing = "http://schemas.openxmlformats.org/drawingml/2006/main"
  static let chart = "http://schemas.openxmlformats.org/drawingml/2006/chart"
  private static let package = "http://schemas.openxmlformats.org/package/2006"
  private static let types = "application/vnd.openxmlformats-officedocument"

  private let body: WordBody
  private let title: String
  private let author: String

  init(_ body: WordBody, title: String, author: String) {
    self.body = body
    self.title = title
    self.author = author
  }

  /// A part that the document refers to.
  private struct Reference {
    var id: String
    var kind: String
    var target: String
    var type: String
  }

  private var references: [Reference] {
    let word = "wordprocessingml"
    var list = [
      ("rIdStyles", "styles", "styles.xml", "\(word).styles"),
      ("rIdSettings", "settings", "settings.xml", "\(word).settings"),
      ("rIdFonts", "fontTable", "fontTable.xml", "\(word).fontTable"),
      ("rIdFooterNone", "footer", "footer1.xml", "\(word).footer"),
      ("rIdFooterOdd", "footer", "footer2.xml", "\(word).footer"),
      ("rIdFooterEven", "footer", "footer3.xml", "\(word).footer"),
    ]
    if !body.comments.isEmpty {
      list.append(("rIdComments", "comments", "comments.xml", "\(word).comments"))
    }
    for index in body.charts.indices {
      list.append(
        ("rIdChart\(index + 1)", "chart", "charts/chart\(index + 1).xml", "drawingml.chart"))
    }
    return list.map {
      Reference(id: $0.0, kind: $0.1, target: $0.2, type: "\(Self.types).\($0.3)+xml")
    }
  }

  /// All parts; the list of their types first, as readers expect.
  var all: [Part] {
    var texts = [
      ("[Content_Types].xml", contentTypes), ("_rels/.rels", packageRelations),
      ("docProps/core.xml", core), ("word/document.xml", body.document),
      ("word/_rels/document.xml.rels", documentRelations), ("word/styles.xml", WordStyleSheet.part),
      ("word/settings.xml", Self.settings), ("word/fontTable.xml", WordStyleSheet.fontTable),
      ("word/footer1.xml", Self.footer(nil)), ("word/footer2.xml", Self.footer("right")),
      ("word/footer3.xml", Self.footer("left")),
    ]
    if !body.comments.isEmpty { texts.append(("word/comments.xml", comments)) }
    return texts.map { Part(name: $0.0, bytes: [UInt8]($0.1.utf8)) } + charts
  }

  /// Each chart with the workbook behind it.
  private var charts: [Part] {
    body.charts.enumerated().flatMap { index, figure in
      let relation = (
        id: WordChartPart.workbook, type: "\(Self.relations)/package",
        target: "../embeddings/chart\(index + 1).xlsx"
      )
      return [
        Part(
          name: "word/charts/chart\(index + 1).xml",
          bytes: [UInt8](WordChartPart(figure).text.utf8)),
        Part(
          name: "word/charts/_rels/chart\(index + 1).xml.rels",
          bytes: [UInt8](Self.list([relation]).utf8)),
        Part(
          name: "word/embeddings/chart\(index + 1).xlsx", bytes: ChartWorkbook(figure).bytes),
      ]
    }
  }

  // MARK: The package

  private var contentTypes: String {
    var text = Self.declaration + #"<Types xmlns="\#(Self.package)/content-types">"#
    text +=
      #"<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>"#
    text += #"<Default Extension="xml" ContentType="application/xml"/>"#
    if !body.charts.isEmpty {
      text += #"<Default Extension="xlsx" ContentType="\#(Self.types).spreadsheetml.sheet"/>"#
    }
    text += Self.override("/word/document.xml", "\(Self.types).wordprocessingml.document.main+xml")
    text += Self.override(
      "/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml")
    for reference in references {
      text += Self.override("/word/\(reference.target)", reference.type)
    }
    return text + "</Types>"
  }

  private static func override(_ name: String, _ type: String) -> String {
    #"<Override PartName="\#(name)" ContentType="\#(type)"/>"#
  }

  private var packageRelations: String {
    Self.list([
      (id: "rId1", type: "\(Self.relations)/officeDocument", target: "word/document.xml"),
      (
        id: "rId2", type: "\(Self.package)/relationships/metadata/core-properties",
        target: "docProps/core.xml"
      ),
    ])
  }

  private var documentRelations: String {
    Self.list(
      references.map { (id: $0.id, type: "\(Self.relations)/\($0.kind)", target: $0.target) })
  }

  private static func list(_ items: [(id: String, type: String, target: String)]) -> String {
    var text = declaration + #"<Relationships xmlns="\#(package)/relationships">"#
    for item in items {
      text += #"<Relationship Id="\#(item.id)" Type="\#(item.type)" Target="\#(item.target)"/>"#
    }
    return text + "</Relationships>"
  }

  private var core: String {
    var text =
      Self.declaration + #"<cp:coreProperties xmlns:cp="\#(Self.package)/metadata/core-properties""#
    text +=
      #" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>\#(escapedXML(title))</dc:title>"#
    text += "<dc:creator>\(escapedXML(author))</dc:creator><dc:language>zh-CN</dc:language>"
    return text + "</cp:coreProperties>"
  }

  // MARK: Beside the text

  /// Left and right pages mirror their margins; Word makes the contents list anew when it opens
  /// the file, as only it knows the page numbers.
  private static let settings =
    declaration + #"<w:settings xmlns:w="\#(main)"><w:mirrorMargins/>"#
    + #"<w:defaultTabStop w:val="420"/><w:evenAndOddHeaders/><w:drawingGridVerticalSpacing"#
    + #" w:val="290"/><w:characterSpacingControl w:val="compressPunctuation"/>"#
    + #"<w:updateFields w:val="true"/><w:compat><w:useFELayout/><w:compatSetting"#
    + #" w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word""#
    + #" w:val="15"/></w:compat><w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/></w:settings>"#

  /// The page number between lines (GB/T 9704-2012, 7.5); none for nil.
  private static func footer(_ side: String?) -> String {
    var text = declaration + #"<w:ftr xmlns:w="\#(main)"><w:p><w:pPr><w:pStyle w:val="Footer"/>"#
    guard let side else { return text + "</w:pPr></w:p></w:ftr>" }
    text += #"<w:ind w:leftChars="100" w:left="280" w:rightChars="100" w:right="280"/>"#
    text += #"<w:jc w:val="\#(side)"/></w:pPr><w:r><w:t xml:space="preserve">— </w:t></w:r>"#
    text += #"<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve">"#
    text += #" PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>"#
    text += #"<w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>"#
    return text + #"<w:r><w:t xml:space="preserve"> —</w:t></w:r></w:p></w:ftr>"#
  }

  private var comments: String {
    var text = Self.declaration + #"<w:comments xmlns:w="\#(Self.main)">"#
    for (id, comment) in body.comments.enumerated() {
      text += #"<w:comment w:id="\#(id)" w:author="公开" w:initials="公"><w:p><w:pPr>"#
      text += #"<w:pStyle w:val="CommentText"/></w:pPr><w:r><w:t xml:space="preserve">"#
      text += "\(escapedXML(comment))</w:t></w:r></w:p></w:comment>"
    }
    return text + "</w:comments>"
  }
}

/// Text for XML as a string.
func escapedXML(_ text: String) -> String {
  String(decoding: XMLText.escaped(text), as: UTF8.self)
}
