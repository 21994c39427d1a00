/// Small files that use everything the readers know, to be damaged.
enum MutationFixture {
  static let word = OfficeFixture.wordPackage(
    body,
    parts: [
      ("styles", part("styles", styles)), ("numbering", part("numbering", numbering)),
      ("footnotes", part("footnotes", footnotes)), ("chart", chart),
    ])

  static let workbook = OfficeFixture.workbookPackage(
    [("Z01 收入决算表", sheet)],
    styles: """
      <numFmts><numFmt numFmtId="176" formatCode="_ * #,##0.00_ ;_ * &quot;-&quot;??_ ;_ @_ "/></numFmts>
      <cellXfs><xf numFmtId="0"/><xf numFmtId="176"/><xf numFmtId="31"/><xf numFmtId="10"/></cellXfs>
      """,
    strings: "<si><t>项目</t></si><si><r><t>收入</t></r><rPh><t>x</t></rPh></si>",
    properties: "<workbookPr date1904='0'/>")

  private static func part(_ root: String, _ content: String) -> String {
    "<w:\(root) \(OfficeFixture.wordNamespaces)>\(content)</w:\(root)>"
  }

  private static let body = """
    <w:p><w:pPr><w:pStyle w:val="2"/><w:numPr><w:ilvl w:val="1"/><w:numId w:val="5"/></w:numPr>\
    <w:ind w:firstLineChars="200" w:left="420"/><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:rPr><w:b/>\
    <w:sz w:val="32"/></w:rPr><w:t>收入12.5</w:t><w:footnoteReference w:id="2"/><w:tab/><w:br/>\
    <w:sym w:font="Wingdings" w:char="F0FE"/></w:r></w:p><w:p><w:r><w:fldChar w:fldCharType="begin"/>\
    <w:instrText>TOC</w:instrText><w:fldChar w:fldCharType="separate"/><w:t>3</w:t>\
    <w:fldChar w:fldCharType="end"/></w:r><w:ins><w:r><w:t>新</w:t></w:r></w:ins><w:del><w:r>\
    <w:delText>旧</w:delText></w:r></w:del></w:p><w:tbl><w:tr><w:trPr><w:tblHeader/>\
    <w:gridBefore w:val="1"/></w:trPr><w:tc><w:tcPr><w:gridSpan w:val="2"/><w:vMerge w:val="restart"/>\
    </w:tcPr><w:p><w:r><w:t>项目</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>金额</w:t></w:r></w:p>\
    </w:tc></w:tr><w:tr><w:tc><w:p/></w:tc><w:tc><w:tcPr><w:gridSpan w:val="2"/><w:vMerge/></w:tcPr>\
    <w:p/></w:tc><w:tc><w:p><w:r><w:t>1.00</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr>\
    </w:tbl></w:tc></w:tr></w:tbl><w:p><w:r><mc:AlternateContent><mc:Choice><w:drawing><wp:inline>\
    <c:chart r:id="rId4"/><wps:txbx><w:txbxContent><w:p><w:r><w:t>框</w:t></w:r></w:p>\
    </w:txbxContent></wps:txbx></wp:inline></w:drawing></mc:Choice><mc:Fallback/>\
    </mc:AlternateContent></w:r></w:p>
    """

  private static let styles = """
    <w:style w:type="paragraph" w:default="1" w:styleId="1"><w:name w:val="heading 1"/>\
    <w:basedOn w:val="2"/><w:rPr><w:sz w:val="21"/></w:rPr></w:style><w:style w:type="paragraph" \
    w:styleId="2"><w:basedOn w:val="1"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
    """

  private static let numbering = """
    <w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/>\
    <w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1、"/></w:lvl><w:lvl w:ilvl="1">\
    <w:start w:val="25"/><w:numFmt w:val="upperLetter"/><w:lvlText w:val="（%1.%2）"/>\
    <w:lvlRestart w:val="1"/></w:lvl></w:abstractNum><w:num w:numId="5"><w:abstractNumId w:val="1"/>\
    <w:lvlOverride w:ilvl="1"><w:startOverride w:val="3"/></w:lvlOverride></w:num>
    """

  private static let footnotes =
    "<w:footnote w:id='2'><w:p><w:r><w:t>注解</w:t></w:r></w:p></w:footnote>"

  private static let chart = """
    <c:chartSpace \(OfficeFixture.wordNamespaces)><c:chart><c:plotArea><c:barChart><c:ser><c:cat>\
    <c:strCache><c:pt idx="0"><c:v>甲</c:v></c:pt></c:strCache></c:cat><c:val><c:numCache>\
    <c:formatCode>0.00</c:formatCode><c:pt idx="1"><c:v>2.5</c:v></c:pt></c:numCache></c:val>\
    </c:ser></c:barChart></c:plotArea></c:chart></c:chartSpace>
    """

  private static let sheet = """
    <cols><col min="4" max="5" hidden="1"/></cols><sheetData><row r="1"><c r="A1" t="s"><v>1</v></c>\
    </row><row r="3"><c r="A3" t="s"><v>0</v></c><c r="B3" t="inlineStr"><is><t>金额</t></is></c>\
    <c r="F3"><v>5</v></c></row><row r="4"><c r="A4" s="2"><v>45369.5</v></c><c r="B4" s="1">\
    <f>A1</f><v>1234.5</v></c><c r="C4" s="3"><v>0.25</v></c></row><row r="5" hidden="1"><c r="A5">\
    <v>9</v></c></row><row r="6"><c r="A6" t="e"><v>#REF!</v></c><c r="B6"><f>B4</f></c></row>\
    </sheetData><mergeCells><mergeCell ref="A1:C1"/><mergeCell ref="A4:A6"/>\
    <mergeCell ref="B3:C3"/></mergeCells>
    """
}
