internal import Foundation
internal import HaruPDF
internal import ReportLayout
import Testing
internal import Typography

/// What PDF/A-2a and PDF/UA-1 ask for, judged by programs that are not ours.
@Suite("Tags and conformance", .enabled(if: TestFonts.areInstalled, "默认字体没有安装"))
struct AccessibilityTests {
  private func sample(_ options: PDFOptions = PDFOptions()) throws -> (TemporaryFolder, String) {
    var fonts = try TestFonts.make()
    let sample = SampleDocument.make(sections: 2, fonts: fonts)
    let bytes = try PDFWriter.write(sample.document, fonts: &fonts, options: options)
    let folder = try TemporaryFolder()
    return (folder, try folder.file("sample.pdf", bytes: bytes).path)
  }

  @Test(
    "outloud finds no error against PDF/UA-1",
    .enabled(if: Tool("outloud") != nil, "outloud 没有安装（pip install outloud）"))
  func outloud() throws {
    var options = PDFOptions()
    options.annotations = [
      PDFAnnotation(
        kind: .highlight([PDFAnnotation.Box(x: 80, y: 110, width: 90, height: 18)]), page: 2,
        text: "合计不符", author: "审核"),
      PDFAnnotation(kind: .note(Point(540, 120)), page: 2, text: "见附表"),
    ]
    for options in [PDFOptions(), options] {
      let (folder, path) = try sample(options)
      defer { _ = folder }
      let result = try #require(Tool("outloud")).run([path, "--quiet"])
      #expect(result.status == 0, "\(result.output)")
      #expect(result.output.contains("0 error(s)"))
    }
  }

  @Test(
    "content and structure name each other",
    .enabled(if: Tool.python(with: "pikepdf") != nil, "pikepdf 没有安装（pip install pikepdf）"))
  func parentTree() throws {
    let (folder, path) = try sample()
    defer { _ = folder }
    let script = """
      import pikepdf, sys
      pdf = pikepdf.open(sys.argv[1])
      root = pdf.Root.StructTreeRoot
      numbers = {}
      for leaf in root.ParentTree.Kids:
          values = list(leaf.Nums)
          numbers.update({int(k): v for k, v in zip(values[::2], values[1::2])})
      pages = {page.objgen: page for page in pdf.pages}
      count = 0
      def visit(element):
          global count
          kids = element.get('/K', pikepdf.Array())
          for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
              if isinstance(kid, int):
                  owner = numbers[int(pages[element.Pg.objgen].StructParents)][kid]
              elif kid.get('/Type') == '/MCR':
                  owner = numbers[int(pages[kid.Pg.objgen].StructParents)][int(kid.MCID)]
              elif kid.get('/Type') == '/OBJR':
                  owner = numbers[int(kid.Obj.StructParent)]
              else:
                  assert kid.P.objgen == element.objgen
                  visit(kid)
                  continue
              assert owner.objgen == element.objgen
              count += 1
      visit(root.K[0])
      total = sum(len(v) if isinstance(v, pikepdf.Array) else 1 for v in numbers.values())
      operators = 0
      for page in pdf.pages:
          depth = 0
          for operands, operator in pikepdf.parse_content_stream(page):
              name = str(operator)
              if name in ('BDC', 'BMC'):
                  depth += 1
                  operators += name == 'BDC'
              elif name == 'EMC':
                  depth -= 1
              elif name in ('TJ', 'Tj', 'S', 'f', 'B'):
                  assert depth == 1, name
      assert count == total and operators + len(pdf.pages[1].Annots) == total
      names = [n for leaf in root.IDTree.Kids for n in list(leaf.Names)[::2]]
      assert names == sorted(names, key=bytes) and len(names) > 0
      print(count)
      """
    let python = try #require(Tool.python(with: "pikepdf"))
    let result = try python.run(["-c", script, path])
    #expect(result.status == 0, "\(result.messages)")
    #expect((Int(result.output.prefix { $0.isNumber }) ?? 0) > 500)
  }

  @Test(
    "poppler shows headings, tables with scopes, figures and links in reading order",
    .enabled(if: Tool("pdfinfo") != nil, "poppler-utils 没有安装"))
  func structure() throws {
    let (folder, path) = try sample()
    defer { _ = folder }
    let pdfinfo = try #require(Tool("pdfinfo"))
    let tree = try pdfinfo.run(["-struct", path])
    for role in ["H1", "H2", "TOC", "Link", "Table", "TH", "TD", "Figure", "Caption"] {
      #expect(tree.output.contains(role))
    }
    #expect(tree.output.contains("/Scope /Column"))
    #expect(tree.messages.isEmpty)
    let text = try pdfinfo.run(["-struct-text", path]).output
    let order = ["澄湖市水务与湿地局", "目录", "情况说明", "公开01表", "公开02表"]
    let places = order.compactMap { text.range(of: $0)?.lowerBound }
    #expect(places.count == order.count)
    #expect(places == places.sorted())
  }

  @Test("metadata says the same twice and is escaped", .enabled(if: Tool("pdfinfo") != nil))
  func metadata() throws {
    var fonts = try TestFonts.make()
    var sample = SampleDocument.paragraphs(["正文"], role: .body, fonts: fonts).document
    sample.title = "甲<乙>&丙\u{1}"
    sample.author = "𠮷林局"
    var options = PDFOptions()
    options.date = PDFDate(seconds: 1_768_440_600)
    let bytes = try PDFWriter.write(sample, fonts: &fonts, options: options)
    let folder = try TemporaryFolder()
    let path = try folder.file("metadata.pdf", bytes: bytes).path
    let pdfinfo = try #require(Tool("pdfinfo"))
    let xml = try pdfinfo.run(["-meta", path]).output
    for expected in [
      "甲&lt;乙&gt;&amp;丙 <", "𠮷林局", "<pdfaid:part>2<", "<pdfuaid:part>1<",
      "2026-01-15T09:30:00+08:00",
    ] { #expect(xml.contains(expected)) }
    let information = try pdfinfo.run(["-isodates", path]).output
    #expect(information.contains("甲<乙>&丙"))
    #expect(information.contains("2026-01-15T09:30:00+08"))
    #expect(information.contains("PDF version:     1.7"))
  }
}
