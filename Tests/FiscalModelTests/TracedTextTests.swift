import FiscalModel
import Testing

@Suite struct TracedTextTests {
  /// A paragraph of two lines that stand apart in the file.
  private func joined() -> TracedText {
    var text = TracedText("本年收入", place: .text(source: 0, offset: 10))
    text.append("合计", place: .text(source: 0, offset: 40))
    return text
  }

  @Test func aSliceOverALineBreakKnowsBothPlaces() {
    let places = joined().places(9..<15)
    #expect(places.map(\.range) == [9..<12, 12..<15])
    #expect(
      places.map(\.place) == [.text(source: 0, offset: 19), .text(source: 0, offset: 40)])
  }

  @Test func aSliceHasTheTextAndThePlacesOfItsRange() {
    let slice = joined().slice(9..<18)
    #expect(slice.string == "入合计")
    #expect(
      slice.runs == [
        .init(start: 0, place: .text(source: 0, offset: 19)),
        .init(start: 3, place: .text(source: 0, offset: 40)),
      ])
  }

  @Test func textThatGoesOnInTheFileIsOneRun() {
    var text = TracedText("收", place: .text(source: 0, offset: 0))
    text.append("入", place: .text(source: 0, offset: 3))
    #expect(text.runs.count == 1)
  }

  @Test func trimmingKeepsPlaces() {
    let text = TracedText(" 　收入 ", place: .text(source: 0, offset: 5)).trimmed()
    #expect(text.string == "收入")
    #expect(text.runs.first?.place == .text(source: 0, offset: 9))
  }

  @Test func appendingIsTheSameForSlicesAndWholes() {
    let parts = joined()
    var whole = TracedText()
    whole.append(parts.slice(0..<7))
    whole.append(parts.slice(7..<18))
    #expect(whole == parts)
  }

  @Test func slicesOfSlicesAreSlices() {
    let text = joined()
    for lower in 0...18 {
      for upper in lower...18 {
        let direct = text.slice(lower..<upper)
        let indirect = text.slice(0..<upper).slice(lower..<upper)
        #expect(direct == indirect, "\(lower)..<\(upper)")
      }
    }
  }
}
