import FiscalModel
import Testing

@testable import ReportReaders

/// What a tagged file says about its content, as the trace shows it in layers.
@Suite("Tagged pages")
struct TaggedPageTests {
  private func text(_ text: String, x: Int, y: Int) -> String {
    let glyphs = text.enumerated().map { index, character in
      "<g unicode=\"\(character)\" glyph=\"1\" x=\"\(x + 12 * index)\" y=\"\(y)\" adv=\"1\"/>\n"
    }
    return """
      <fill_text transform="1 0 0 -1 0 800">
      <span font="X" wmode="0" trm="12 0 0 12">
      \(glyphs.joined())</span>
      </fill_text>

      """
  }

  private func layer(_ name: String, _ content: String) -> String {
    "<layer name=\"\(name)\"/>\n\(content)<end_layer/>\n"
  }

  private func blocks(_ content: String) -> [RawBlock] {
    let trace = """
      <document filename="a.pdf">
      <page number="1" mediabox="0 0 600 800">
      \(content)</page>
      </document>

      """
    var scanner = TraceScanner()
    scanner.scan([UInt8](trace.utf8)[...])
    return DocumentBuilder(source: 0).blocks(scanner.pages)
  }

  private let body = "本馆负责全县档案的接收和保管和利用工作"

  @Test("What belongs to the paper is left out, wherever it stands")
  func artifacts() {
    let page = layer("P", text(body, x: 80, y: 500)) + layer("Artifact", text("岚溪", x: 80, y: 450))
    #expect(blocks(page).texts == [body])
  }

  @Test("A file that marks most of its text so did not know what it marked")
  func untrustworthy() {
    let page = layer("Artifact", text(body, x: 80, y: 500)) + layer("P", text("岚溪", x: 80, y: 450))
    #expect(blocks(page).texts == [body, "岚溪"])
  }

  @Test("The labels of a chart are no text")
  func figure() {
    let chart = layer("Figure", text("收入", x: 100, y: 400) + text("支出", x: 300, y: 400))
    let blocks = blocks(layer("P", text(body, x: 80, y: 500)) + chart)
    #expect(blocks.texts == [body] && blocks.figures.count == 1)
  }

  @Test("A drawn box that holds sentences is text")
  func textBox() {
    let box = layer("Figure", text("馆长一人，副馆长一人。", x: 100, y: 400))
    let blocks = blocks(layer("P", text(body, x: 80, y: 500)) + box)
    #expect(blocks.texts == [body, "馆长一人，副馆长一人。"] && blocks.figures.isEmpty)
  }

  @Test("Layers that do not close, and closings without a layer, disturb nothing")
  func unbalanced() {
    let open = String(repeating: "<layer name=\"Figure\"/>\n", count: 1_000)
    let close = String(repeating: "<end_layer/>\n", count: 1_001)
    let blocks = blocks(open + text("收入", x: 100, y: 400) + close + text(body, x: 80, y: 300))
    #expect(blocks.texts == [body] && blocks.figures.count == 1)
  }
}
