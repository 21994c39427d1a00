import Testing

@testable internal import HaruPDF

@Suite("Dates")
struct PDFDateTests {
  @Test(
    "a moment is written in its zone",
    arguments: [
      (0, 0, "D:19700101000000+00'00'", "1970-01-01T00:00:00+00:00"),
      (951_782_400, 480, "D:20000229080000+08'00'", "2000-02-29T08:00:00+08:00"),
      (1_767_225_599, -330, "D:20251231182959-05'30'", "2025-12-31T18:29:59-05:30"),
      (Int.max, 480, "D:99991231080000+08'00'", "9999-12-31T08:00:00+08:00"),
    ])
  func writing(seconds: Int, zone: Int, information: String, metadata: String) {
    let date = PDFDate(seconds: seconds, zoneMinutes: zone)
    #expect(date.inInfo == information)
    #expect(date.inMetadata == metadata)
  }
}
