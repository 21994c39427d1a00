internal import FiscalText
import Testing
internal import Typography

@Suite("The font manifest")
struct FontManifestTests {
  private func read(_ text: String) throws(FontError) -> FontManifest {
    try FontManifest(SourceText(path: "清单.txt", bytes: Array(text.utf8)))
  }

  @Test("a line is a face with its role, characters and names")
  func line() throws {
    let manifest = try read(
      """
      # 说明
      仿宋 | 常规 | 汉字、标点 | 甲.ttc#2、仿宋_GB2312 | 自备 | 单位 | 商业授权

      全部 | 全部 | 全部 | b.otf | 可选 | |
      """)
    #expect(manifest.entries.count == 2)
    let first = try #require(manifest.entries.first)
    #expect(first.role == .body)
    #expect(first.scope == [.han, .punctuation])
    #expect(first.names == [FontName("甲.ttc", index: 2), FontName("仿宋_GB2312")])
    #expect(first.kind == .owned)
    #expect(first.line == 2)
    #expect(manifest.entries.last?.role == nil)
  }

  @Test(
    "a wrong line is reported with line and column",
    arguments: [
      ("仿送 | 常规 | 全部 | a.ttf | 默认 | |", 1, 1),
      ("\n仿宋 | 细 | 全部 | a.ttf | 默认 | |", 2, 6),
      ("仿宋 | 常规 | 数字 | a.ttf | 默认 | |", 1, 11),
      ("仿宋 | 常规 | 全部 | a.ttf#甲 | 默认 | |", 1, 16),
      ("仿宋 | 常规 | 全部 | a.ttf | 免费 | |", 1, 24),
      ("仿宋 | 常规", 1, 6),
    ])
  func errors(text: String, line: Int, column: Int) {
    #expect {
      try read(text)
    } throws: { error in
      (error as? FontError)?.kind == .manifest(line: line, column: column)
    }
  }

  @Test("the manifest of the project has free faces for every role")
  func project() throws {
    let fonts = try FontSet(folder: TestFonts.folder, preference: .free)
    for role in FontRole.allCases {
      let chain = fonts.description(of: role, isBold: false)
      #expect(chain.faces.allSatisfy { $0.entry.kind == .standard })
      #expect(!chain.faces.isEmpty)
    }
  }
}
