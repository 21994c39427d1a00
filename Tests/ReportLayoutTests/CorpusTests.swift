import FiscalModel
import FiscalStandards
import Foundation
import ReportReaders
import TestSupport
import Testing
import Typography

@testable import ReportLayout

/// Real disclosures, where they lie beside the checkout: nothing overfull, nothing lost.
@Suite struct CorpusTests {
  private static let checkout = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  private static let texts: [String] = {
    let folder = checkout.deletingLastPathComponent().appending(path: "shared/corpus/text")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".txt") }.sorted().map {
      folder.appending(path: $0).path
    }
  }()

  private static let styles = ["公文", "紧凑", "大字"]

  private func read(_ path: String) throws -> Report {
    let layouts = Self.checkout.appending(path: "Layouts").path
    let library = try LayoutLibrary(path: layouts)
    return try ReportReader(options: ReadOptions(library: library)).read(paths: [path])
  }

  @Test(.enabled(if: !texts.isEmpty, "没有 ../shared/corpus"), arguments: texts, styles)
  func aRealDisclosureHasNoFaults(_ path: String, _ name: String) throws {
    let library = StyleLibrary(layouts: Self.checkout.appending(path: "Layouts").path)
    let style = try library.style(name)
    let report = try read(path)
    var typesetter = ReportTypesetter(style: style, shaper: FixedWidthShaper())
    let document = typesetter.typeset(report)
    let faults = FrameAudit(document, style: style).faults.map(\.description)
    #expect(faults.isEmpty, "\(document.frames.count) pages: \(faults.prefix(10))")
    #expect(typesetter.missing.isEmpty)
  }

  @Test(arguments: ["final-accounts", "budget"], styles)
  func aSampleHasNoFaults(_ kind: String, _ name: String) throws {
    let layouts = Self.checkout.appending(path: "Layouts")
    let style = try StyleLibrary(layouts: layouts.path).style(name)
    let report = try read(layouts.appending(path: "\(kind)/sample").path)
    var typesetter = ReportTypesetter(style: style, shaper: FixedWidthShaper())
    let document = typesetter.typeset(report)
    #expect(FrameAudit(document, style: style).faults.map(\.description) == [])
    #expect(typesetter.missing.isEmpty)
    #expect(PrintedText.content(document) == PrintedText.source(report))
    for excerpt in [[0..<3], [8..<20], [30..<31]] {
      #expect(FrameAudit(document.excerpt(pages: excerpt), style: style).faults.isEmpty)
    }
  }

  /// The free faces, whose glyphs are not all as wide as a square.
  private static func faces() throws -> FontSet {
    try FontSet(folder: checkout.appending(path: "Fonts").path, preference: .free)
  }

  private static let hasFaces: Bool = {
    guard var faces = try? faces() else { return false }
    return faces.shape([UInt8]("决算".utf8), role: .table, isBold: false, size: 10).missing.isEmpty
  }()

  @Test(
    .enabled(if: hasFaces, "默认字体没有安装"),
    arguments: ["final-accounts", "budget"].map {
      checkout.appending(path: "Layouts/\($0)/sample").path
    } + texts, styles)
  func aDisclosureHasNoFaultsInItsRealFaces(_ path: String, _ name: String) throws {
    let style = try StyleLibrary(layouts: Self.checkout.appending(path: "Layouts").path)
      .style(name)
    var typesetter = ReportTypesetter(style: style, shaper: try Self.faces())
    let document = typesetter.typeset(try read(path))
    let faults = FrameAudit(document, style: style).faults.map(\.description)
    #expect(faults.isEmpty, "\(document.frames.count) pages: \(faults.prefix(10))")
    #expect(typesetter.missing.isEmpty)
  }

  @Test(.enabled(if: !texts.isEmpty, "没有 ../shared/corpus"), arguments: texts)
  func theTextOfARealDisclosureComesOutOnce(_ path: String) throws {
    let report = try read(path)
    var typesetter = ReportTypesetter(style: PageStyle(), shaper: FixedWidthShaper())
    let printed = PrintedText.content(typesetter.typeset(report))
    #expect(printed == PrintedText.source(report))
  }
}
