import FiscalModel
import FiscalNarrative
import FiscalStandards
import FiscalText
import Foundation
import Testing

@testable import ReportDraft

/// Numbers are printed with the unit and the decimals that last year's text has.
struct NumberStyleTests {
  private static let checkout = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  private func style(_ text: String) throws -> NumberStyle {
    let library = try LayoutLibrary(path: Self.checkout.appendingPathComponent("Layouts").path)
    var report = Report()
    var part = Section(heading: TracedText("第二部分 部门决算情况说明"))
    part.blocks = [.paragraph(Paragraph(TracedText(text)))]
    report.parts = [part]
    let layout = try library.layout("final-accounts")
    ReportBinder(library).bind(&report, to: layout)
    return NumberStyle(try DisclosureReading(report, layout: layout).facts)
  }

  private func amount(_ mantissa: Int64, _ decimals: Int, _ unit: AmountUnit = .tenThousandYuan)
    -> Amount
  {
    Amount(PrintedNumber(mantissa: mantissa, decimals: decimals), unit)
  }

  /// 12.3456万元, in grains of yuan.
  private static let value = Int128(123_456) * Interval.one

  @Test(arguments: [
    ("收入12.3万元、3.1万元、4.5万元、6.7万元、8.9万元、0.2万元。", 1, "12.3"),
    ("收入12.34万元、3.1万元、4.05万元、6.77万元、8.91万元、0.26万元。", 1, "12.35"),
    ("收入12.3456万元、3.1205万元、4.5万元、6.7011万元、8.9123万元。", 2, "12.3456"),
    ("收入12.3万元、3.1万元。", 1, "12.35"),
  ])
  func `amounts have the decimals that most have`(text: String, own: Int, digits: String) throws {
    #expect(try style(text).digits(Self.value, like: amount(5, own)) == digits)
  }

  @Test func `what needs fewer decimals than the rule has as many as it needs`() throws {
    let style = try style("收入12.3456万元、3.1205万元、4.5万元、6.7011万元、8.9123万元。")
    #expect(style.digits(Self.value + 44 * Interval.one, like: amount(5, 1)) == "12.35")
  }

  @Test func `a sentence without an amount of its own takes the document's unit`() throws {
    let style = try style("收入123.00元、31.20元、4.05元、6.77元、8.91元，共1.00万元。")
    #expect(style.usual == amount(0, 2, .yuan))
    #expect(try self.style("收入1.00万元。").usual == amount(0, 2))
  }

  @Test(arguments: [
    ("占12.3%、3.1%、4.5%、6.7%、8.9%、100%。", "33.3"),
    ("占12.3%、3.12%、4.05%、6.7%、8.91%、100.00%。", "33.33"),
  ])
  func `percentages have the decimals that most have`(text: String, digits: String) throws {
    let like = PrintedNumber(mantissa: 123, decimals: 1)
    #expect(try style(text).percentage(1, of: 3, like: like) == digits)
  }
}
