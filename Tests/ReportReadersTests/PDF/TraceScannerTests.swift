import FiscalModel
import Testing

@testable import ReportReaders

@Suite("Trace scanner")
struct TraceScannerTests {
  private func scan(_ text: String, by step: Int = .max) -> [PageContent] {
    scan([UInt8](text.utf8), by: step)
  }

  private func scan(_ bytes: [UInt8], by step: Int = .max) -> [PageContent] {
    var scanner = TraceScanner()
    var start = 0
    while start < bytes.count {
      let end = step < bytes.count - start ? start + step : bytes.count
      scanner.scan(bytes[start..<end])
      start = end
    }
    return scanner.pages
  }

  private let head = """
    <document filename="a.pdf">
    <page number="1" mediabox="0 0 600 800">

    """

  private func page(_ content: String) -> String { head + content + "\n</page>\n</document>\n" }

  @Test("Glyphs of new and old versions of the trace have the same meaning")
  func versions() throws {
    let new = page(
      """
          <fill_text colorspace="DeviceGray" color="0" transform="1 0 0 -1 0 800">
              <span font="X" wmode="0" bidi="0" trm="12 0 0 12">
                  <g unicode="长" glyph="3" x="100" y="700" adv="1"/>
                  <g unicode="&lt;" glyph="4" x="112" y="700" adv=".5"/>
              </span>
          </fill_text>
      """)
    let old = page(
      """
      <fill_text colorspace="DeviceGray" color="0" matrix="1 0 0 -1 0 800">
      <span font="X" wmode="0" trm="12 0 0 12">
      <g unicode="U+957f" glyph="a" x="100" y="700" />
      <g unicode="U+003c" glyph="b" x="112" y="700" />
      </span>
      </fill_text>
      """)
    for text in [new, old] {
      let glyphs = try #require(scan(text).first?.glyphs)
      #expect(glyphs.map(\.scalar) == [0x957F, 0x3C])
      #expect(glyphs.map(\.x) == [100, 112] && glyphs.allSatisfy { $0.y == 100 })
      #expect(glyphs.map(\.advance) == [12, 6])
    }
  }

  @Test("Names that are no XML do not disturb: foreign bytes, quotes, brackets, line breaks")
  func rawNames() throws {
    var bytes = [UInt8](head.utf8)
    bytes += [UInt8]("<layer name=\"a<b>\"c\n & d\"/>\n".utf8)
    bytes += [UInt8]("<fill_text transform=\"1 0 0 1 0 0\">\n<span font=\"A\"B<".utf8)
    bytes += [0xCB, 0xCE, 0xCC, 0xE5, 0xFF]
    bytes += [UInt8]("\n,Bold\" wmode=\"0\" bidi=\"0\" trm=\"10 0 0 -10\">\n".utf8)
    bytes += [UInt8]("<g unicode=\"7\" glyph=\"1\" x=\"5\" y=\"20\" adv=\".5\"/>\n".utf8)
    bytes += [UInt8]("</span>\n</fill_text>\n</page>\n".utf8)
    let glyph = try #require(scan(bytes).first?.glyphs.first)
    #expect(glyph.scalar == 0x37 && glyph.size == 10 && glyph.x == 5)
  }

  @Test("The trace may come in pieces of any size")
  func pieces() {
    let text = page(
      """
      <fill_text transform="1 0 0 1 0 0">
      <span font="X" wmode="0" trm="10 0 0 -10">
      <g unicode="收" glyph="1" x="5" y="20" adv="1"/>
      </span>
      </fill_text>
      <stroke_path linewidth="1" transform="1 0 0 1 0 0">
      <moveto x="1" y="2"/>
      <lineto x="301" y="2"/>
      </stroke_path>
      """)
    for step in [1, 2, 3, 7, 64] {
      let pages = scan(text, by: step)
      #expect(pages.first?.glyphs.map(\.scalar) == [0x6536])
      #expect(pages.first?.rules.count == 1)
    }
  }

  @Test("Thin rectangles and strokes are rules; areas, curves and slanted lines are none")
  func rules() throws {
    let text = page(
      """
      <fill_path winding="nonzero" transform="1 0 0 1 0 0">
      <moveto x="10" y="10"/><lineto x="110" y="10"/>
      <lineto x="110" y="10.5"/>
      <lineto x="10" y="10.5"/>
      <closepath/>
      </fill_path>
      <fill_path winding="nonzero" transform="1 0 0 1 0 0">
      <moveto x="10" y="10"/>
      <lineto x="110" y="10"/>
      <lineto x="110" y="60"/>
      <lineto x="10" y="60"/>
      <closepath/>
      </fill_path>
      <stroke_path linewidth=".5" transform="0 1 -1 0 600 0">
      <moveto x="20" y="30"/>
      <lineto x="20" y="90"/>
      <lineto x="80" y="150"/>
      <curveto x1="1" y1="1" x2="2" y2="2" x3="80" y3="99"/>
      </stroke_path>
      """.replacingLineEnds())
    let rules = try #require(scan(text).first?.rules)
    try #require(rules.count == 2)
    #expect(rules[0].isHorizontal && rules[0].start == 10 && rules[0].end == 110)
    #expect(rules[1].isHorizontal && rules[1].position == 20)
    #expect(rules[1].start == 510 && rules[1].end == 570)
  }

  @Test("The space between two rectangles, one in the other, is a border on four sides")
  func frame() throws {
    let text = page(
      """
      <fill_path winding="eofill" transform=".5 0 0 .5 0 0">
      <moveto x="22" y="42"/>
      <lineto x="198" y="42"/>
      <lineto x="198" y="98"/>
      <lineto x="22" y="98"/>
      <closepath/>
      <moveto x="20" y="40"/>
      <lineto x="200" y="40"/>
      <lineto x="200" y="100"/>
      <lineto x="20" y="100"/>
      <closepath/>
      </fill_path>
      <fill_path winding="nonzero" transform="1 0 0 1 0 0">
      <moveto x="300" y="10"/>
      <lineto x="400" y="10"/>
      <lineto x="400" y="60"/>
      <lineto x="300" y="60"/>
      <closepath/>
      <moveto x="300" y="70"/>
      <lineto x="400" y="70"/>
      <lineto x="400" y="120"/>
      <lineto x="300" y="120"/>
      <closepath/>
      </fill_path>
      """.replacingLineEnds())
    let rules = try #require(scan(text).first?.rules)
    #expect(rules.filter(\.isHorizontal).map(\.position) == [20.5, 49.5])
    #expect(rules.filter { !$0.isHorizontal }.map(\.position) == [10.5, 99.5])
  }

  @Test("Noise in place of a trace neither crashes nor makes pages without end")
  func noise() {
    var state: UInt64 = 20_240_607
    func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state >> 33
    }
    let seed = [UInt8](
      page(
        """
        <fill_text transform="1 0 0 1 0 0">
        <span font="X" wmode="0" trm="10 0 0 -10">
        <g unicode="&#x6536;" glyph="1" x="5e1" y="-20.25" adv="1"/>
        </span>
        </fill_text>
        <stroke_path linewidth="1" transform="1 0 0 1 0 0">
        <moveto x="1" y="2"/>
        <lineto x="301" y="2"/>
        </stroke_path>
        """
      ).utf8)
    for _ in 0..<600 {
      var bytes = seed
      for _ in 0...Int(next() % 8) {
        bytes[Int(next()) % bytes.count] = UInt8(truncatingIfNeeded: next())
      }
      let pages = scan(bytes, by: 50)
      #expect(pages.count <= 1)
      _ = DocumentBuilder(source: 0).blocks(pages)
    }
  }

  @Test("A page of senseless size and with glyphs far beyond it is read like any other")
  func senselessNumbers() throws {
    let far = String(repeating: "9", count: 39)
    let pages = scan(
      """
      <page number="1" mediabox="0 0 \(far) 8e99">
      <fill_text transform="1e99 0 0 -1e99 0 \(far)">
      <span font="X" trm="12 0 0 12">
      <g unicode="长" x="\(far)" y="-\(far)"/>
      </span>
      </fill_text>
      </page>
      <page number="2" mediabox="0 0 \(far) 8e99">
      </page>

      """)
    #expect(pages.count == 2)
    let page = try #require(pages.first)
    #expect(page.width.isFinite && page.height < 1e18)
    _ = DocumentBuilder(source: 0).blocks(pages)
  }
}

extension String {
  /// The text with each element on a line of its own, as the trace has them.
  fileprivate func replacingLineEnds() -> String {
    var text = ""
    for character in self {
      if character == "<", text.last == ">" { text.append("\n") }
      text.append(character)
    }
    return text
  }
}
