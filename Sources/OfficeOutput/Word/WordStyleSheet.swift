/// The styles of the document: names that clerks know, faces and sizes of GB/T 9704-2012.
enum WordStyleSheet {
  /// A paragraph style. Sizes are in half points.
  private struct Style {
    var id: String
    var name: String
    var base: String? = "Normal"
    var next: String?
    var paragraph = ""
    var face: String?
    var size: Int?
    var isBold = false
  }

  static let songTitle = "方正小标宋简体"
  static let hei = "黑体"
  static let kai = "楷体_GB2312"
  static let fangsong = "仿宋_GB2312"
  static let song = "宋体"
  static let latin = "Times New Roman"

  /// The faces, and what stands in for those that a machine does not have.
  static let faces = [
    (songTitle, "宋体"), (hei, "SimHei"), (kai, "楷体"), (fangsong, "仿宋"), (song, "SimSun"),
    (latin, "Times New Roman"),
  ]

  private static let indent = #"<w:ind w:firstLineChars="200" w:firstLine="640"/>"#
  private static let noIndent = #"<w:ind w:firstLineChars="0" w:firstLine="0"/>"#
  private static let single = #"<w:spacing w:line="240" w:lineRule="auto"/>"#
  private static let centred = #"<w:jc w:val="center"/>"#

  private static let styles: [Style] = [
    Style(
      id: "Normal", name: "Normal", base: nil,
      paragraph: #"<w:widowControl w:val="0"/><w:spacing w:line="580" w:lineRule="exact"/>"#
        + #"<w:jc w:val="both"/>"#, face: fangsong, size: 32),
    Style(id: "BodyText", name: "Body Text", paragraph: indent),
    heading(
      1,
      #"<w:pageBreakBefore/><w:spacing w:before="0" w:after="580" w:line="700" w:lineRule="exact"/>"#
        + noIndent + centred, songTitle, 44),
    heading(2, indent, hei, 32), heading(3, indent, kai, 32),
    heading(4, indent, fangsong, 32, isBold: true),
    heading(5, indent, fangsong, 32), heading(6, indent, fangsong, 32),
    Style(
      id: "CoverTitle", name: "封面标题",
      paragraph: #"<w:spacing w:after="240" w:line="900" w:lineRule="exact"/>"# + centred,
      face: songTitle, size: 52),
    Style(id: "CoverLine", name: "封面文字", paragraph: centred),
    Style(
      id: "ContentsTitle", name: "TOC Heading",
      paragraph: #"<w:spacing w:after="580" w:line="700" w:lineRule="exact"/>"# + centred,
      face: songTitle, size: 44),
    contents(1, hei, left: 0), contents(2, fangsong, left: 280), contents(3, fangsong, left: 560),
    Style(
      id: "TableTitle", name: "表题", next: "BodyText",
      paragraph: "<w:keepNext/><w:snapToGrid w:val=\"0\"/>" + single + centred, face: hei, size: 32),
    Style(
      id: "TableLine", name: "表上文字",
      paragraph: "<w:keepNext/><w:snapToGrid w:val=\"0\"/>" + single, face: song, size: 21),
    Style(
      id: "TableText", name: "表文",
      paragraph: "<w:snapToGrid w:val=\"0\"/>" + single + #"<w:jc w:val="left"/>"#, face: song,
      size: 21),
    Style(
      id: "TableHead", name: "表头", base: "TableText", paragraph: centred, face: hei),
    Style(
      id: "TableNote", name: "表注",
      paragraph: "<w:snapToGrid w:val=\"0\"/>" + single, face: song, size: 21),
    Style(
      id: "Figure", name: "图",
      paragraph: "<w:snapToGrid w:val=\"0\"/>" + single + centred, face: song, size: 21),
    Style(
      id: "SectionEnd", name: "节尾",
      paragraph: #"<w:snapToGrid w:val="0"/><w:spacing w:line="20" w:lineRule="exact"/>"#, size: 2),
    Style(
      id: "Footer", name: "footer",
      paragraph: "<w:snapToGrid w:val=\"0\"/>" + single, face: song, size: 28),
    Style(
      id: "CommentText", name: "annotation text",
      paragraph: "<w:snapToGrid w:val=\"0\"/>" + single + #"<w:jc w:val="left"/>"#, face: song,
      size: 21),
  ]

  private static func heading(
    _ level: Int, _ paragraph: String, _ face: String, _ size: Int, isBold: Bool = false
  ) -> Style {
    Style(
      id: "Heading\(level)", name: "heading \(level)", next: "BodyText",
      paragraph: "<w:keepNext/>" + paragraph + #"<w:outlineLvl w:val="\#(level - 1)"/>"#,
      face: face, size: size, isBold: isBold)
  }

  private static func contents(_ level: Int, _ face: String, left: Int) -> Style {
    Style(
      id: "TOC\(level)", name: "toc \(level)",
      paragraph:
        #"<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="\#(WordPage.portraitWidth)"/>"#
        + #"</w:tabs><w:ind w:left="\#(left)"/><w:jc w:val="left"/>"#, face: face, size: 28)
  }

  /// The part `word/styles.xml`.
  static var part: String {
    var text = WordParts.declaration + #"<w:styles xmlns:w="\#(WordParts.main)"><w:docDefaults>"#
    text += "<w:rPrDefault><w:rPr>\(fonts(fangsong))"
    text += #"<w:kern w:val="2"/><w:sz w:val="32"/><w:szCs w:val="32"/>"#
    text += #"<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>"#
    text += "<w:pPrDefault/></w:docDefaults>"
    for style in styles { text += element(style) }
    text += #"<w:style w:type="character" w:styleId="CommentReference"><w:name"#
    text += #" w:val="annotation reference"/><w:rPr><w:sz w:val="21"/></w:rPr></w:style>"#
    text += #"<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name"#
    text += #" w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style>"#
    return text + "</w:styles>"
  }

  private static func element(_ style: Style) -> String {
    let isDefault = style.base == nil ? #" w:default="1""# : ""
    var text = #"<w:style w:type="paragraph"\#(isDefault) w:styleId="\#(style.id)">"#
    text += #"<w:name w:val="\#(style.name)"/>"#
    if let base = style.base { text += #"<w:basedOn w:val="\#(base)"/>"# }
    if let next = style.next { text += #"<w:next w:val="\#(next)"/>"# }
    text += #"<w:qFormat/><w:pPr>\#(style.paragraph)</w:pPr><w:rPr>"#
    if let face = style.face { text += fonts(face) }
    if style.isBold { text += "<w:b/><w:bCs/>" }
    if let size = style.size { text += #"<w:sz w:val="\#(size)"/><w:szCs w:val="\#(size)"/>"# }
    return text + "</w:rPr></w:style>"
  }

  private static func fonts(_ face: String) -> String {
    #"<w:rFonts w:ascii="\#(latin)" w:hAnsi="\#(latin)" w:eastAsia="\#(face)" w:cs="\#(latin)"/>"#
  }

  /// The part `word/fontTable.xml`.
  static var fontTable: String {
    var text = WordParts.declaration + #"<w:fonts xmlns:w="\#(WordParts.main)">"#
    for (name, other) in faces {
      text += #"<w:font w:name="\#(name)"><w:altName w:val="\#(other)"/></w:font>"#
    }
    return text + "</w:fonts>"
  }
}
