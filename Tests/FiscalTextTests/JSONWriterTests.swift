import FiscalText
import Testing

@Suite("JSON")
struct JSONWriterTests {
  @Test(
    "numbers are written with all their digits",
    arguments: [0, 9, 10, 99, 100, 101, -7, 20_250, .max, .min])
  func writesNumbers(_ number: Int) {
    var writer = JSONWriter()
    writer.value(number)
    #expect(String(decoding: writer.bytes, as: UTF8.self) == String(number))
  }

  @Test("members are parted by commas, and what JSON reserves in strings is escaped")
  func writesObjects() {
    var writer = JSONWriter()
    writer.object { object in
      object.value("甲\"乙\\\n\u{1}", "名")
      object.value(nil as Int?, "无")
      object.array("列") { array in
        array.value(true)
        array.value(points: -1.055)
      }
    }
    #expect(
      String(decoding: writer.bytes, as: UTF8.self)
        == #"{"名":"甲\"乙\\\n\u0001","无":null,"列":[true,-1.06]}"#)
  }
}
