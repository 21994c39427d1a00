/// The number formats of a workbook's cell styles (`xl/styles.xml`).
struct CellFormats {
  private var formats: [NumberFormat]

  /// nil gives a workbook whose cells are all General.
  init(_ tree: XMLTree?) {
    formats = []
    guard let tree else { return }
    var codes = Self.builtIn
    if let own = tree.root.child("numFmts") {
      for node in own.children {
        if let id = node["numFmtId"].flatMap({ Int($0) }) { codes[id] = node["formatCode"] }
      }
    }
    // Many styles share a few formats.
    var parsed: [Int: NumberFormat] = [:]
    guard let cells = tree.root.child("cellXfs") else { return }
    for node in cells.children where node.name == "xf" {
      let id = node["numFmtId"].flatMap { Int($0) } ?? 0
      let format = parsed[id] ?? NumberFormat(codes[id] ?? "General")
      parsed[id] = format
      formats.append(format)
    }
  }

  subscript(style: Int) -> NumberFormat {
    formats.indices.contains(style) ? formats[style] : .general
  }

  /// The formats that files do not spell out, as a Chinese Excel shows them (ECMA-376, 18.8.30).
  private static let builtIn: [Int: String] = [
    0: "General", 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00",
    5: "¥#,##0;-¥#,##0", 6: "¥#,##0;-¥#,##0", 7: "¥#,##0.00;-¥#,##0.00",
    8: "¥#,##0.00;-¥#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00", 14: "yyyy/m/d",
    15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM", 19: "h:mm:ss AM/PM",
    20: "h:mm", 21: "h:mm:ss", 22: "yyyy/m/d h:mm", 27: "yyyy\"年\"m\"月\"",
    28: "m\"月\"d\"日\"", 29: "m\"月\"d\"日\"", 30: "m-d-yy", 31: "yyyy\"年\"m\"月\"d\"日\"",
    32: "h\"时\"mm\"分\"", 33: "h\"时\"mm\"分\"ss\"秒\"", 34: "上午/下午h\"时\"mm\"分\"",
    35: "上午/下午h\"时\"mm\"分\"ss\"秒\"", 36: "yyyy\"年\"m\"月\"",
    37: "#,##0;-#,##0", 38: "#,##0;-#,##0", 39: "#,##0.00;-#,##0.00",
    40: "#,##0.00;-#,##0.00", 41: "#,##0;-#,##0;\"-\"", 42: "¥#,##0;¥-#,##0;¥\"-\"",
    43: "#,##0.00;-#,##0.00;\"-\"", 44: "¥#,##0.00;¥-#,##0.00;¥\"-\"", 45: "mm:ss",
    46: "[h]:mm:ss", 47: "mm:ss.0", 48: "##0.0E+0", 49: "@", 50: "yyyy\"年\"m\"月\"",
    51: "m\"月\"d\"日\"", 52: "yyyy\"年\"m\"月\"", 53: "m\"月\"d\"日\"",
    54: "m\"月\"d\"日\"", 55: "上午/下午h\"时\"mm\"分\"", 56: "上午/下午h\"时\"mm\"分\"ss\"秒\"",
    57: "yyyy\"年\"m\"月\"", 58: "m\"月\"d\"日\"",
  ]
}
