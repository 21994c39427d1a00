import TestSupport
import Testing
import Typography

@testable import ReportLayout

@Suite struct WatermarkTests {
  @Test func everyPageIsStampedUnderItsTextAndWithNoneOfItsOwn() {
    var typesetter = ReportTypesetter(style: PageStyle(), shaper: FixedWidthShaper())
    let plain = typesetter.typeset(SampleReport.make(items: 2))
    var stamped = plain
    #expect(typesetter.stamp("征求意见稿", on: &stamped).isEmpty)
    for (before, after) in zip(plain.frames, stamped.frames) {
      #expect(after.items.count == before.items.count + 3)
      guard case .beginArtifact? = after.items.first, case .path(let path) = after.items[1] else {
        Issue.record("no stamp")
        continue
      }
      let points = path.steps.compactMap { step -> Point? in
        switch step {
        case .move(let point), .line(let point): point
        case .curve, .close: nil
        }
      }
      #expect(points.allSatisfy { (0...after.width).contains($0.x) })
      #expect(points.allSatisfy { (0...after.height).contains($0.y) })
      #expect((path.fill?.red ?? 0) > 0.8)
    }
    #expect(PrintedText.content(stamped) == PrintedText.content(plain))
    #expect(FrameAudit(stamped, style: PageStyle()).faults.isEmpty)
  }

  @Test func aStampThatNoFaceCanSetIsRefused() {
    let shaper = FixedWidthShaper(uncovered: [0x20BB7])
    var typesetter = ReportTypesetter(style: PageStyle(), shaper: shaper)
    let plain = typesetter.typeset(SampleReport.make(items: 1))
    var stamped = plain
    #expect(typesetter.stamp("张𠮷", on: &stamped) == ["𠮷"])
    #expect(stamped.frames.map(\.items.count) == plain.frames.map(\.items.count))
  }
}
