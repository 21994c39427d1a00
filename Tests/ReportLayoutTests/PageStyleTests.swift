import FiscalStandards
import FiscalText
import TestSupport
import Testing
import Typography

@testable import ReportLayout

@Suite struct PageStyleTests {
  /// `Layouts/` of this checkout.
  private var library: StyleLibrary {
    let folder = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    return StyleLibrary(layouts: "/\(folder)/Layouts")
  }

  private func style(_ text: String) throws -> PageStyle {
    let source = SourceText(path: "版式.txt", bytes: [UInt8](text.utf8))
    return try PageStyle(file: DataFile(source: source))
  }

  @Test func theOfficialStyleIsTheDefault() throws {
    #expect(try library.style("公文") == PageStyle())
  }

  @Test func theOfficialPageHolds22LinesOf28Characters() {
    let style = PageStyle()
    #expect(style.textWidth == 28 * 15.75)
    #expect(21 * style.linePitch + style.body.size <= style.textHeight)
    #expect(22 * style.linePitch + style.body.size > style.textHeight)
  }

  @Test func everyStyleOfTheProgramReadsAndSetsAReportWithoutFaults() throws {
    #expect(try library.names() == ["公文", "大字", "紧凑"].sorted())
    for name in try library.names() {
      let style = try library.style(name)
      #expect(style.name == name)
      var typesetter = ReportTypesetter(style: style, shaper: FixedWidthShaper())
      let document = typesetter.typeset(SampleReport.make())
      #expect(FrameAudit(document, style: style).faults.map(\.description) == [], "\(name)")
    }
  }

  @Test func theCompactStyleTakesTwoThirdsOfThePages() throws {
    var counts: [Int] = []
    for name in ["公文", "紧凑"] {
      var typesetter = ReportTypesetter(
        style: try library.style(name), shaper: FixedWidthShaper())
      counts.append(typesetter.typeset(SampleReport.make(items: 30)).frames.count)
    }
    #expect(Double(counts[1]) <= Double(counts[0]) * 0.67, "\(counts)")
  }

  @Test func sizesAreGivenInPointsOrByName() throws {
    let style = try style("[字体]\n正文：宋体 四号 加粗\n表文：仿宋 10.2pt\n")
    #expect(style.body == TextStyle(.table, size: 14, isBold: true))
    #expect(style.tableText == TextStyle(.body, size: 10.2))
  }

  @Test(arguments: [
    ("[字体]\n正文：仿宋 三\n", "版式.txt:2:4：“三”不是 4pt 到 100pt 的字号，应当如“三号”“15.75pt”"),
    ("[字体]\n正文：隶书 三号\n", "版式.txt:2:4：不认识的字体“隶书”"),
    ("[纸张]\n\n天头：很大\n", "版式.txt:3:4：“很大”不是长度"),
    ("[纸张]\n天头：900mm\n", "版式.txt:2:4：“900mm”超出范围"),
    ("[纸]\n", "版式.txt:1:2：不认识的节“[纸]”"),
    ("[行]\n行高：2\n", "版式.txt:2:1：不认识的键“行高”，可用：行距、"),
    ("[行]\n避头尾：随便\n", "版式.txt:2:5：“随便”应当是“无”、“基本”、“国标”、“严格”之一"),
    ("[行]\n每行字数：30\n", "版式.txt:1:2：每行 30 个字宽于版心"),
    ("[行]\n行距：\n", "版式.txt:2:1：“行距”缺少值"),
    ("[页面]\n页码：对\n", "版式.txt:2:4：“对”应当是“是”或“否”"),
  ])
  func aBadValueIsReportedWithItsPlace(_ text: String, _ message: String) {
    let error = #expect(throws: LayoutError.self) { try style(text) }
    #expect(error?.description.hasPrefix(message) == true, "\(error?.description ?? "")")
  }

  @Test func anUnknownStyleIsAnErrorThatNamesTheKnownOnes() {
    let error = #expect(throws: LayoutError.self) { try library.style("草书") }
    #expect(error?.message.contains("公文") == true)
  }
}
