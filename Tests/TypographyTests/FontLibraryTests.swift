internal import FiscalText
internal import Foundation
import Testing
internal import Typography

@Suite("Finding faces", .enabled(if: TestFonts.areInstalled, "默认字体没有安装"))
struct FontLibraryTests {
  private static let kai = "/usr/share/fonts/truetype/lxgw-wenkai"

  /// A folder with copies of a free font, changed by `edit`.
  private func withFolder(
    _ files: [String], edit: (inout [UInt8]) -> Void = { _ in },
    body: (String) throws -> Void
  ) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = "\(Self.kai)/LXGWWenKai-Light.ttf"
    for file in files {
      var bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
      edit(&bytes)
      try Data(bytes).write(to: folder.appendingPathComponent(file))
    }
    try body(folder.path)
  }

  private func fonts(
    _ lines: String, own: String?, preference: FontSet.Preference = .official
  ) throws -> FontSet {
    let manifest = try FontManifest(SourceText(path: "清单", bytes: Array(lines.utf8)))
    return FontSet(
      manifest: manifest, folder: own, systemFolders: [Self.kai], preference: preference)
  }

  /// The line of the face that a role's text is set in.
  private func line(_ fonts: inout FontSet, _ text: String = "决") -> Int? {
    let face = fonts.description(of: .body, isBold: false).faces.first { $0.installed != nil }
    return fonts.shape(Array(text.utf8), role: .body, isBold: false, size: 10).missing.isEmpty
      ? face?.entry.line : nil
  }

  @Test("a face in one's own folder comes before those of the system")
  func ownFirst() throws {
    let manifest = """
      仿宋 | 常规 | 全部 | LXGWWenKai-Regular.ttf | 默认 | |
      仿宋 | 常规 | 全部 | 单位仿宋.ttf | 自备 | |
      """
    try withFolder(["单位仿宋.ttf"]) { folder in
      var own = try fonts(manifest, own: folder)
      #expect(line(&own) == 2)
      var free = try fonts(manifest, own: folder, preference: .free)
      #expect(line(&free) == 1)
      var none = try fonts(manifest, own: nil)
      #expect(line(&none) == 1)
    }
  }

  @Test(
    "a face is found by what it calls itself, in any spelling",
    arguments: ["LXGW WenKai Light", "lxgwwenkailight", "霞鹜文楷 Light", "LXGWWenKai-Light"])
  func names(name: String) throws {
    var found = try fonts("仿宋 | 常规 | 全部 | \(name) | 自备 | |", own: nil)
    #expect(line(&found) == 1)
    let face = found.description(of: .body, isBold: false).faces.first
    #expect(face?.installed?.path.hasSuffix("LXGWWenKai-Light.ttf") == true)
  }

  @Test("a family name means its regular face")
  func family() throws {
    let found = try fonts("仿宋 | 常规 | 全部 | LXGW WenKai | 自备 | |", own: nil)
    let face = found.description(of: .body, isBold: false).faces.first
    #expect(face?.installed?.path.hasSuffix("LXGWWenKai-Regular.ttf") == true)
  }

  @Test("a face whose licence bits forbid embedding is passed over and reported")
  func embedding() throws {
    let manifest = """
      仿宋 | 常规 | 全部 | 单位仿宋.ttf | 自备 | |
      仿宋 | 常规 | 全部 | LXGWWenKai-Regular.ttf | 默认 | |
      """
    try withFolder(
      ["单位仿宋.ttf"], edit: { Self.setPermissions(2, in: &$0) },
      body: { folder in
        var fonts = try fonts(manifest, own: folder)
        #expect(line(&fonts) == 2)
        #expect(fonts.refused.map(\.kind) == [.embeddingForbidden])
      })
  }

  /// Sets fsType of the OS/2 table.
  private static func setPermissions(_ permissions: UInt8, in bytes: inout [UInt8]) {
    let count = Int(bytes[4]) << 8 | Int(bytes[5])
    for record in (0..<count).map({ 12 + 16 * $0 })
    where Array(bytes[record..<record + 4]) == Array("OS/2".utf8) {
      let offset = bytes[record + 8..<record + 12].reduce(0) { $0 << 8 | Int($1) }
      bytes[offset + 8] = 0
      bytes[offset + 9] = permissions
    }
  }

  @Test("files that are no fonts, or only a part of one, do no harm")
  func damaged() throws {
    let manifest = "仿宋 | 常规 | 全部 | a.ttf、甲体 | 自备 | |"
    for length in [0, 3, 11, 100, 1000, 100_000] {
      try withFolder(
        ["a.ttf"], edit: { $0.removeSubrange(length...) },
        body: { folder in
          var fonts = try fonts(manifest, own: folder)
          _ = fonts.shape(Array("决算".utf8), role: .body, isBold: false, size: 10)
        })
    }
    try withFolder(
      ["a.ttf"], edit: { $0 = [UInt8](repeating: 0xFF, count: 500) },
      body: { folder in
        var fonts = try fonts(manifest, own: folder)
        let shaped = fonts.shape(Array("决".utf8), role: .body, isBold: false, size: 10)
        #expect(shaped.missing == [0])
        #expect(fonts.refused.count == 1)
      })
  }

  @Test("a subset shows the glyphs that it was asked for")
  func subset() throws {
    for role in FontRole.allCases {
      var fonts = try TestFonts.make()
      let runs = fonts.shape(Array("决算——12".utf8), role: role, isBold: false, size: 1000).runs
      for run in runs {
        let glyphs = Set(run.glyphs.map(\.id)).sorted()
        let subset = try fonts.subset(face: run.face, glyphs: glyphs)
        #expect(subset.program.count > 200 && subset.program.count < 60_000)
        #expect(Set(subset.codes).count == glyphs.count)
        for (glyph, width) in zip(glyphs, subset.widths) {
          let used = try #require(run.glyphs.first { $0.id == glyph })
          #expect(abs(Double(width) - used.advance) <= 0.5)
        }
      }
    }
  }

  @Test("the sample has the characters of GB/T 2312 and counts what a face lacks")
  func coverage() throws {
    #expect(CoverageSample.simplified.count == 6763)
    let fonts = try TestFonts.make()
    for role in FontRole.allCases {
      let description = fonts.description(of: role, isBold: false)
      #expect(description.missing.isEmpty)
      #expect(description.faces.contains { ($0.installed?.coverage ?? 0) > 6763 })
    }
  }
}
