import Testing

@testable import Typography

@Suite("Outlines in use", .enabled(if: TestFonts.areInstalled, "默认字体没有安装"))
struct SparseOutlinesTests {
  /// The first face of running text, with the glyphs of some characters.
  private func face(_ text: String) throws -> (face: OpenFace, glyphs: [UInt32]) {
    var fonts = try TestFonts.make()
    let shaped = fonts.shape(Array(text.utf8), role: .body, isBold: false, size: 10)
    let run = try #require(shaped.runs.first)
    return (fonts.library.faces[run.face], run.glyphs.map(\.id).sorted())
  }

  @Test("only the outlines in use are filled in, and all else but outlines")
  func filled() throws {
    let (open, glyphs) = try face("决算公开")
    let place = open.face.place(of: "CFF ")
    let table = try #require(place)
    let whole = open.face.table("CFF ").bytes
    let blob = SparseOutlines.blob(glyphs: glyphs, table: table, of: open.face.mapping)
    let sparse = FontFace.bytes(of: blob)
    #expect(sparse.count == whole.count)
    let filled = sparse.count { $0 != 0 }
    let wrong = zip(sparse, whole).count { $0 != 0 && $0 != $1 }
    #expect(wrong == 0)
    #expect(filled > 1000 && filled < whole.count / 8)
  }

  @Test("cut out of them, glyphs have the outlines that they have in the whole face")
  func outlines() throws {
    let (open, glyphs) = try face("决算公开，2024年——“三公”经费")
    let whole = open.face.outlines(of: nil)
    let outlines = try #require(whole)
    let expected = open.face.cut(glyphs, from: outlines)
    let subset = try open.face.subset(to: glyphs, path: "")
    #expect(subset.program == expected?.program)
    #expect(subset.codes == expected?.codes)
    #expect(subset.program.count > 1000)
  }

  @Test("a table that is cut short or wrong is left to HarfBuzz")
  func damaged() throws {
    let (open, glyphs) = try face("决算公开")
    let place = open.face.place(of: "CFF ")
    let table = try #require(place)
    let mapping = open.face.mapping
    let short = table.lowerBound..<table.lowerBound + 2000
    #expect(SparseOutlines.blob(glyphs: glyphs, table: short, of: mapping) == nil)
    let cmap = open.face.place(of: "cmap")
    let other = try #require(cmap)
    #expect(SparseOutlines.blob(glyphs: glyphs, table: other, of: mapping) == nil)
    #expect(SparseOutlines.blob(glyphs: [0xFFFF_FFF0], table: table, of: mapping) == nil)
  }

  @Test("memory that was given back is read again")
  func release() throws {
    let (open, _) = try face("决")
    let before = open.face.table("head").bytes
    open.face.mapping.release()
    let again = open.face.table("head").bytes
    #expect(again == before && !again.isEmpty)
    let glyph = open.face.glyph(for: 0x7B97)
    #expect(glyph != nil)
  }
}
