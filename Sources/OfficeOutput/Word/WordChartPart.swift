internal import FiscalModel
internal import FiscalText

/// A chart as DrawingML (ECMA-376 part 1, 21.2): Word draws it, and its data can be read back.
struct WordChartPart {
  /// Dark and light in turn, so that the parts differ in grey too.
  private static let colours = [
    "1F4E79", "9DC3E6", "C55A11", "F4B183", "385723", "A9D18E", "7F6000", "FFD966", "3B3838",
    "AFABAB",
  ]

  /// By which relation the workbook is the chart's.
  static let workbook = "rId1"

  private let figure: Figure

  init(_ figure: Figure) { self.figure = figure }

  /// The part.
  var text: String {
    var text = WordParts.declaration + #"<c:chartSpace xmlns:c="\#(WordParts.chart)""#
    text +=
      #" xmlns:a="\#(WordParts.drawing)" xmlns:r="\#(WordParts.relations)"><c:roundedCorners val="0"/><c:chart>"#
    text += title + "<c:plotArea><c:layout/>" + group + axes + "</c:plotArea>"
    if isRound || figure.series.count > 1 {
      text += #"<c:legend><c:legendPos val="b"/><c:overlay val="0"/></c:legend>"#
    }
    text += #"<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart><c:txPr><a:bodyPr/>"#
    text += #"<a:p><a:pPr><a:defRPr sz="900"><a:latin typeface="\#(WordStyleSheet.latin)"/>"#
    text += #"<a:ea typeface="\#(WordStyleSheet.song)"/></a:defRPr></a:pPr>"#
    text += #"<a:endParaRPr lang="zh-CN"/></a:p></c:txPr>"#
    text += #"<c:externalData r:id="\#(Self.workbook)"><c:autoUpdate val="0"/></c:externalData>"#
    return text + "</c:chartSpace>"
  }

  private var isRound: Bool { figure.kind == .pie || figure.kind == .ring }

  private var title: String {
    guard let caption = figure.caption, !caption.isEmpty else {
      return #"<c:autoTitleDeleted val="1"/>"#
    }
    return "<c:title>" + Self.rich(caption.string, size: 1200)
      + #"<c:overlay val="0"/></c:title><c:autoTitleDeleted val="0"/>"#
  }

  private static func rich(_ text: String, size: Int) -> String {
    #"<c:tx><c:rich><a:bodyPr/><a:p><a:pPr><a:defRPr sz="\#(size)" b="0"/></a:pPr><a:r><a:rPr"#
      + #" lang="zh-CN" sz="\#(size)" b="0"><a:ea typeface="\#(WordStyleSheet.hei)"/></a:rPr>"#
      + #"<a:t>\#(escapedXML(text))</a:t></a:r></a:p></c:rich></c:tx>"#
  }

  // MARK: Data

  private var group: String {
    let all = figure.series.indices.map(series).joined()
    switch figure.kind {
    case .pie:
      return #"<c:pieChart><c:varyColors val="1"/>\#(all)<c:firstSliceAng val="0"/></c:pieChart>"#
    case .ring:
      return #"<c:doughnutChart><c:varyColors val="1"/>\#(all)<c:firstSliceAng val="0"/>"#
        + #"<c:holeSize val="50"/></c:doughnutChart>"#
    case .line:
      return #"<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>\#(all)"#
        + #"<c:marker val="1"/><c:axId val="1"/><c:axId val="2"/></c:lineChart>"#
    case .bar, .groupedBar, .picture:
      return #"<c:barChart><c:barDir val="col"/><c:grouping val="clustered"/>"#
        + #"<c:varyColors val="0"/>\#(all)<c:gapWidth val="80"/><c:axId val="1"/>"#
        + #"<c:axId val="2"/></c:barChart>"#
    }
  }

  private func series(_ index: Int) -> String {
    let series = figure.series[index]
    var text = #"<c:ser><c:idx val="\#(index)"/><c:order val="\#(index)"/>"#
    if !series.name.isEmpty {
      let letter = ChartWorkbook.letter(index + 1)
      text += "<c:tx><c:strRef><c:f>\(ChartWorkbook.sheet)!$\(letter)$1</c:f><c:strCache>"
      text += Self.points([series.name]) + "</c:strCache></c:strRef></c:tx>"
    }
    if !isRound { text += Self.colour(index, isLine: figure.kind == .line) }
    if figure.kind == .bar || figure.kind == .groupedBar {
      text += #"<c:invertIfNegative val="0"/>"#
    }
    if isRound {
      for point in figure.labels.indices {
        text += #"<c:dPt><c:idx val="\#(point)"/><c:bubble3D val="0"/>"#
        text += Self.colour(point, isLine: false) + "</c:dPt>"
      }
    }
    text += labels + "<c:cat><c:strRef><c:f>\(reference(0))</c:f><c:strCache>"
    text += Self.points(figure.labels.map { $0 }) + "</c:strCache></c:strRef></c:cat>"
    text += "<c:val><c:numRef><c:f>\(reference(index + 1))</c:f><c:numCache>"
    text += "<c:formatCode>\(format(series))</c:formatCode>"
    text += Self.points(series.values.map { $0?.text(grouped: false) })
    text += "</c:numCache></c:numRef></c:val>"
    return text + (figure.kind == .line ? #"<c:smooth val="0"/></c:ser>"# : "</c:ser>")
  }

  /// Where a column of the data stands on the sheet of the workbook.
  private func reference(_ column: Int) -> String {
    let letter = ChartWorkbook.letter(column)
    return "\(ChartWorkbook.sheet)!$\(letter)$2:$\(letter)$\(figure.labels.count + 1)"
  }

  /// Numbers at the columns, shares at the slices.
  private var labels: String {
    let position = figure.kind == .line ? #"<c:dLblPos val="t"/>"# : ""
    return #"<c:dLbls>\#(position)<c:showLegendKey val="0"/><c:showVal val="\#(isRound ? 0 : 1)"/>"#
      + #"<c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="\#(isRound ? 1 : 0)"/>"#
      + #"<c:showBubbleSize val="0"/></c:dLbls>"#
  }

  private static func colour(_ index: Int, isLine: Bool) -> String {
    let fill = #"<a:solidFill><a:srgbClr val="\#(colours[index % colours.count])"/></a:solidFill>"#
    return isLine
      ? #"<c:spPr><a:ln w="22225">\#(fill)</a:ln></c:spPr>"# : "<c:spPr>\(fill)</c:spPr>"
  }

  /// As many decimals as the first number has.
  private func format(_ series: Figure.Series) -> String {
    let decimals = series.values.compactMap { $0?.decimals }.max() ?? 0
    return decimals == 0 ? "0" : "0." + String(repeating: "0", count: min(decimals, 8))
  }

  private static func points(_ values: [String?]) -> String {
    var text = #"<c:ptCount val="\#(values.count)"/>"#
    for (index, value) in values.enumerated() {
      if let value { text += #"<c:pt idx="\#(index)"><c:v>\#(escapedXML(value))</c:v></c:pt>"# }
    }
    return text
  }

  private var axes: String {
    guard !isRound else { return "" }
    var text = #"<c:catAx><c:axId val="1"/><c:scaling><c:orientation val="minMax"/></c:scaling>"#
    text += #"<c:delete val="0"/><c:axPos val="b"/><c:numFmt formatCode="General""#
    text += #" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/>"#
    text += #"<c:tickLblPos val="low"/><c:crossAx val="2"/><c:crosses val="autoZero"/></c:catAx>"#
    text += #"<c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/></c:scaling>"#
    text += #"<c:delete val="0"/><c:axPos val="l"/>"#
    if let unit = figure.unit {
      text += "<c:title>\(Self.rich("单位：\(unit)", size: 900))"
      text += #"<c:overlay val="0"/></c:title>"#
    }
    text += #"<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="out"/>"#
    text += #"<c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:crossAx val="1"/>"#
    return text + #"<c:crosses val="autoZero"/></c:valAx>"#
  }

  // MARK: In the text

  private static let frame =
    "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"

  /// In twentieths of a point.
  static let height = 4600

  /// The run that shows a chart, 156 mm wide and 80 mm high.
  static func drawing(_ figure: Figure, number: Int) -> String {
    let words = escapedXML(alternative(figure))
    return #"<w:r><w:drawing><wp:inline xmlns:wp="\#(frame)" distT="0" distB="0" distL="0""#
      + #" distR="0"><wp:extent cx="5616000" cy="2880000"/><wp:docPr id="\#(number)" name="图表"#
      + #" \#(number)" descr="\#(words)"/><wp:cNvGraphicFramePr/><a:graphic"#
      + #" xmlns:a="\#(WordParts.drawing)"><a:graphicData uri="\#(WordParts.chart)"><c:chart"#
      + #" xmlns:c="\#(WordParts.chart)" r:id="rIdChart\#(number)"/></a:graphicData></a:graphic>"#
      + "</wp:inline></w:drawing></w:r>"
  }

  /// The data in words, for those who hear the document.
  private static func alternative(_ figure: Figure) -> String {
    let unit = figure.unit ?? ""
    let parts = figure.series.map { series in
      let values = zip(figure.labels, series.values).compactMap { label, value in
        value.map { "\(label)\($0)\(unit)" }
      }
      return (series.name.isEmpty ? "" : "\(series.name)：") + values.joined(separator: "，")
    }
    return ([figure.caption?.string ?? "图"] + parts).joined(separator: "。")
  }
}
