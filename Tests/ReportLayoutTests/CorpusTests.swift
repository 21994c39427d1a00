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

  @Test(.enabled(if: !texts.isEmpty, "没有 ../shared/corpus"), arguments: texts)
  func theTextOfARealDisclosureComesOutOnce(_ path: String) throws {
    let report = try read(path)
    var typesetter = ReportTypesetter(style: PageStyle(), shaper: FixedWidthShaper())
    let printed = PrintedText.content(typesetter.typeset(report))
    #expect(printed == PrintedText.source(report))
  }
}
