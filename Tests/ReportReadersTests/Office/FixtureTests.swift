import FiscalModel
import Glibc
import Testing

@testable import ReportReaders

/// Files that python-docx and openpyxl wrote (Tests/Fixtures/office/make.py).
@Suite("Office files of other programs")
struct FixtureTests {
  @Test("A narrative in Word comes as it prints, automatic numbers included")
  func narrative() throws {
    let blocks = try DocxReader().read(path: OfficeFixture.path("narrative.docx"), source: 0)
    #expect(
      OfficeFixture.dump(blocks) == [
        "青禾县农村供水服务中心", "2024年度单位决算", "----",
        "第一部分 单位概况", "一、主要职责", "1. 承担全县农村集中供水工程的运行和维护。",
        "2. 5个乡镇水厂的水质检测。", "二、机构设置", "本单位内设三个股室，没有下属单位。",
        "第二部分 决算情况说明", "一、收入决算情况", "2024年度收入合计3,601,420.50元，其中：",
        "（一）财政拨款收入3,186,420.50元，占88.48%。", "（二）事业收入415,000.00元，占11.52%。",
        "3. 从第三项说起。", "①逐项列明。",
        "| 0:项目↓2 | 1:2024年度→2 | 3:说明↓2", "| 1:预算数 | 2:决算数",
        "| 0:水厂维修 | 1:900,000.00 | 2:880,000.00 | 3:已完工",
        "| 0:水质检测 | 1:600,000.00 | 2:610,000.00 | 3:已完工", "表中金额的单位为元。",
      ])
    #expect(blocks.lines[0].isBold && blocks.lines[0].alignment == .center)
    #expect(blocks.lines[2].headingLevel == 1 && blocks.lines[3].headingLevel == 2)
    #expect(blocks.lines[4].headingLevel == nil && !blocks.lines[4].isBold)
    #expect(
      blocks.lines[3].text.places(0..<1).map(\.place) == [.paragraph(source: 0, number: 4)])
  }

  private static let workbook = [
    "2024年度单位决算", "单位名称：青禾县农村供水服务中心", "----",
    "收入支出决算总表", "财决01表", "编制单位：青禾县农村供水服务中心", "金额单位：元",
    "| 0:收入→3 | 3:支出→3", "| 0:项目 | 1:行次 | 2:金额 | 3:项目 | 4:行次 | 5:金额",
    "| 0:栏次 | 2:1 | 3:栏次 | 5:2",
    "| 0:一、一般公共预算财政拨款收入 | 1:1 | 2:3,186,420.50 | 3:一、社会保障和就业支出 | 4:5 | 5:268,310.40",
    "| 0:二、事业收入 | 1:2 | 2:415,000.00 | 3:二、卫生健康支出 | 4:6 | 5:97,225.10",
    "| 0:三、其他收入 | 1:3 | 2:- | 3:三、农林水支出 | 4:7 | 5:3,159,885.00",
    "| 0:本年收入合计 | 1:4 | 2:3,601,420.50 | 3:本年支出合计 | 4:8 | 5:3,525,420.50",
    "| 3:年末结转和结余 | 4:9 | 5:76,000.00",
    "| 0:总计 | 1:10 | 2:3,601,420.50 | 3:总计 | 4:11 | 5:3,601,420.50",
    "注：本表反映单位本年度的总收支和年末结转结余情况。", "----",
    "支出决算表", "财决04表", "编制单位：青禾县农村供水服务中心", "金额单位：元",
    "| 0:项目→4 | 4:合计↓3 | 5:基本支出↓3 | 6:项目支出↓3", "| 0:科目编码→3 | 3:科目名称↓2",
    "| 0:类 | 1:款 | 2:项", "| 0:栏次→4 | 4:1 | 5:2 | 6:3",
    "| 0:合计→4 | 4:3,525,420.50 | 5:2,035,420.50 | 6:1,490,000.00",
    "| 0:208 | 3:社会保障和就业支出 | 4:268,310.40 | 5:268,310.40",
    "| 0:208 | 1:05 | 3:行政事业单位养老支出 | 4:268,310.40 | 5:268,310.40",
    "| 0:208 | 1:05 | 2:05 | 3:机关事业单位基本养老保险缴费支出 | 4:268,310.40 | 5:268,310.40",
    "| 0:210 | 3:卫生健康支出 | 4:97,225.10 | 5:97,225.10",
    "| 0:210 | 1:11 | 3:行政事业单位医疗 | 4:97,225.10 | 5:97,225.10",
    "| 0:210 | 1:11 | 2:02 | 3:事业单位医疗 | 4:97,225.10 | 5:97,225.10",
    "| 0:213 | 3:农林水支出 | 4:3,159,885.00 | 5:1,669,885.00 | 6:1,490,000.00",
    "| 0:213 | 1:03 | 3:水利 | 4:3,159,885.00 | 5:1,669,885.00 | 6:1,490,000.00",
    "| 0:213 | 1:03 | 2:35 | 3:农村供水 | 4:3,159,885.00 | 5:1,669,885.00 | 6:1,490,000.00",
    "----",
    "“三公”经费支出决算表", "财决07表", "编制单位：青禾县农村供水服务中心", "金额单位：元",
    "| 0:项目 | 1:年初预算数 | 2:决算数", "| 0:合计 | 1:? | 2:38,650.25",
    "| 0:公务用车运行维护费 | 1:36,000.00 | 2:34,120.25",
    "| 0:公务接待费 | 1:5,000.00 | 2:4,530.00",
    "机构运行信息表", "单位：元", "| 0:指标 | 1:计量 | 2:数值", "| 0:公务用车保有量 | 1:辆 | 2:3",
    "| 0:国内公务接待批次 | 1:批 | 2:12", "| 0:供水保证率 | 1:% | 2:98.25%",
    "| 0:填表日期 | 1:日期 | 2:2025年3月18日",
  ]

  @Test("A workbook comes as it prints: two tables on a sheet, hidden things left out")
  func workbook() throws {
    let blocks = try XlsxReader().read(
      path: OfficeFixture.path("final-accounts.xlsx"), source: 3)
    #expect(OfficeFixture.dump(blocks) == Self.workbook)
    let cell = blocks.tables[1].rows[5][1]
    #expect(
      cell.text.places(0..<1).map(\.place) == [
        .cell(source: 3, sheet: "Z04 支出决算表(财决04表)", reference: "D9")
      ])
  }

  @Test("Hidden sheets and rows are read where that is wanted")
  func hidden() throws {
    let reader = XlsxReader(options: .init(includesHidden: true))
    let blocks = try reader.read(path: OfficeFixture.path("final-accounts.xlsx"), source: 0)
    let dump = OfficeFixture.dump(blocks)
    #expect(dump.contains("不公开"))
    #expect(dump.contains("| 0:内部核对行 | 1:41,000.00 | 2:38,650.25"))
  }

  @Test("Old formats are read through LibreOffice", .enabled(if: OfficeFixture.hasConverter))
  func oldFormat() throws {
    let bytes = try Files.read(OfficeFixture.path("final-accounts.xlsx"))
    // LibreOffice tells formats by content, so the way through it is the same for a new file.
    let converted = try OldFormatConverter(path: "旧.xls", target: "xlsx").convert(bytes)
    let blocks = try XlsxReader().read(bytes: converted, path: "旧.xls", source: 0)
    let dump = OfficeFixture.dump(blocks)
    // LibreOffice works out the formula whose result the file lacks.
    #expect(dump.contains("| 0:合计 | 1:41000 | 2:38,650.25"))
    let rows = Self.workbook.filter { $0.hasPrefix("| 0:213") }
    #expect(dump.filter { $0.hasPrefix("| 0:213") } == rows)
  }

  @Test("A web page with its pictures in one file ends in advice")
  func webArchive() {
    let bytes = Array("MIME-Version: 1.0\r\n\r\n<html>".utf8)
    #expect { try OldFormatConverter(path: "网页.doc", target: "docx").convert(bytes) } throws: {
      ($0 as? ReadError)?.message.contains("网页存档") == true
    }
  }

  @Test("Without LibreOffice an old file ends in advice")
  func noConverter() {
    var converter = OldFormatConverter(path: "旧.doc", target: "docx")
    converter.programs = ["gongkai-no-such-program"]
    #expect { try converter.convert([1]) } throws: {
      ($0 as? ReadError)?.message
        == "读取这种旧格式需要安装 LibreOffice；没有安装时请用 WPS 或 Office 打开，另存为 .docx 后再试"
    }
  }

  @Test("A converter that hangs is ended")
  func hangingConverter() throws {
    let folder = try TemporaryFolder(for: "旧.doc")
    let program = "\(folder.path)/slow"
    let script = Array("#!/bin/sh\nsleep 600\n".utf8)
    // A process that another test begins meanwhile must not hold it open for writing: the system runs
    // no such file.
    let descriptor = open(program, O_WRONLY | O_CREAT | O_CLOEXEC, 0o700)
    #expect(write(descriptor, script, script.count) == script.count)
    close(descriptor)
    var converter = OldFormatConverter(path: "旧.doc", target: "docx")
    converter.programs = [program]
    converter.secondsAllowed = 1
    #expect { try converter.convert([1]) } throws: {
      ($0 as? ReadError)?.message.contains("1 秒内没有完成") == true
    }
  }
}
