import Foundation
import Testing

@testable import GongkaiCommand

/// A text of `Fixtures/regions`: a disclosure of an invented body in the form of a province, made by
/// `Tools/regions/make.py`.
private struct RegionalForm: Sendable, CustomTestStringConvertible {
  var file: String
  var layout: String
  /// The least share of amounts and percentages that something must confirm.
  var verified = 0.85
  var tables = 9

  var testDescription: String { file }
  var path: String { "\(Self.folder)/\(file).txt" }
  static let folder = "\(CommandTester.checkout)/Tests/Fixtures/regions"

  static let all = [
    RegionalForm(file: "重庆-单位决算", layout: "final-accounts"),
    RegionalForm(file: "云南-部门决算", layout: "final-accounts/yunnan", tables: 10),
    RegionalForm(file: "江西-单位决算", layout: "final-accounts/jiangxi"),
    RegionalForm(file: "浙江-部门决算", layout: "final-accounts"),
    // The tables are published beside it, so only its own sentences confirm each other.
    RegionalForm(file: "北京-部门决算-无表", layout: "final-accounts", verified: 0.8, tables: 0),
    RegionalForm(file: "新疆-单位决算-Word文本", layout: "final-accounts"),
    // Tables whose columns were too narrow for their names, as three programs take them out.
    RegionalForm(file: "广西-单位决算-窄列-layout", layout: "final-accounts"),
    RegionalForm(file: "广西-单位决算-窄列-raw", layout: "final-accounts"),
    RegionalForm(file: "广西-单位决算-窄列-逐格", layout: "final-accounts"),
    RegionalForm(file: "广西-部门预算", layout: "budget"),
    RegionalForm(file: "安徽-部门预算", layout: "budget"),
    RegionalForm(file: "湖南-部门预算-转换Markdown", layout: "budget"),
    // Without tables: only their own sentences confirm each other.
    RegionalForm(file: "公安局-部门决算-无表", layout: "final-accounts", tables: 0),
    RegionalForm(file: "医院-单位决算-无表", layout: "final-accounts", tables: 0),
    RegionalForm(file: "党校-部门决算-元", layout: "final-accounts", tables: 0),
    RegionalForm(file: "法院-部门决算-2020", layout: "final-accounts", tables: 0),
    RegionalForm(file: "街道-部门决算-2019", layout: "final-accounts", verified: 0.7, tables: 0),
    RegionalForm(file: "学院-单位决算-无表", layout: "final-accounts", tables: 0),
    RegionalForm(file: "教育局-部门预算-无表", layout: "budget", tables: 0),
    RegionalForm(file: "妇联-部门预算-无表", layout: "budget", tables: 0),
    RegionalForm(file: "中学-部门决算-无表", layout: "final-accounts", tables: 0),
    RegionalForm(file: "执法局-部门决算-无表", layout: "final-accounts", tables: 0),
    RegionalForm(file: "文旅局-部门预算-无表", layout: "budget", tables: 0),
    // Its amounts of projects and assets stand alone.
    RegionalForm(file: "新疆-部门预算-无表", layout: "budget", verified: 0.55, tables: 0),
    RegionalForm(file: "陕西-部门预算-无表", layout: "budget", verified: 0.7, tables: 0),
    RegionalForm(file: "河南-部门预算-无表", layout: "budget", tables: 0),
    // Its changes have no rates, and so stand alone.
    RegionalForm(file: "天津-部门预算-无表", layout: "budget", verified: 0.7, tables: 0),
    RegionalForm(file: "福建-部门预算-无表", layout: "budget", tables: 0),
    RegionalForm(file: "部委-单位预算-无表", layout: "budget", tables: 0),
    RegionalForm(file: "广东-部门预算-无表", layout: "budget", tables: 0),
    RegionalForm(file: "湖北-部门预算-无表", layout: "budget", tables: 0),
    RegionalForm(file: "宁夏-部门决算-无表", layout: "final-accounts", tables: 0),
    RegionalForm(file: "吉林-单位决算-无表", layout: "final-accounts", tables: 0),
    // Notices as web pages print them that lost their markup: a cell a line, and a row a line.
    RegionalForm(file: "招商中心-三公决算-网页逐格", layout: "final-accounts", tables: 1),
    RegionalForm(file: "全县-三公预算-网页行", layout: "budget", tables: 1),
    // Its counts and what it holds of assets stand alone.
    RegionalForm(file: "服务中心-单位预算-按用途", layout: "budget", verified: 0.8, tables: 0),
  ]
}

/// What is put in the place of what stands there, and the rule that must see it.
private struct PlantedFault: Sendable, CustomTestStringConvertible {
  var file: String
  var right: String
  var wrong: String
  var rule: String

  var testDescription: String { "\(file)：\(right)→\(wrong)" }

  static let all = [
    // Rows of flattened tables that come out in no columns.
    PlantedFault(
      file: "广西-部门预算", right: "302 商品和服务支出 192099.34 192099.34",
      wrong: "302 商品和服务支出 198099.34 192099.34", rule: "TI26"),
    PlantedFault(
      file: "广西-部门预算", right: "206 科学技术支出 1778205.47 1778205.47 1778205.47",
      wrong: "206 科学技术支出 1770205.47 1778205.47 1778205.47", rule: "TI24"),
    PlantedFault(
      file: "云南-部门决算", right: "2010350 事业运行 5,102,593.38 5,102,593.38 5,102,593.38",
      wrong: "2010350 事业运行 5,102,593.38 5,102,593.38 5,142,593.38", rule: "TI14"),
    // Parts told in a section of other matters, and without their full names.
    PlantedFault(
      file: "教育局-部门预算-无表", right: "购置及运行费20.00万元（其中", wrong: "购置及运行费21.00万元（其中",
      rule: "NN10"),
    PlantedFault(
      file: "中学-部门决算-无表", right: "货物类45.00万元", wrong: "货物类95.00万元", rule: "NN11"),
    PlantedFault(
      file: "执法局-部门决算-无表", right: "基本支出0.00万元，项目支出60.00万元",
      wrong: "基本支出0.00万元，项目支出40.00万元", rule: "NN05"),
    // One direction among those of the parts.
    PlantedFault(
      file: "教育局-部门预算-无表", right: "增加1,800.12万元", wrong: "减少1,800.12万元", rule: "NN44"),
    PlantedFault(
      file: "党校-部门决算-元", right: "较上年增长1.46%，增加", wrong: "较上年下降1.46%，增加",
      rule: "NN26"),
    // Markdown marks one row of a head of two.
    PlantedFault(
      file: "湖南-部门预算-转换Markdown", right: "| 支出总计 | 2741.41 |", wrong: "| 支出总计 | 2711.41 |",
      rule: "TI23"),
    // Tables of which a page prints a cell a line, or bars behind the cells; a zero there is nothing.
    PlantedFault(
      file: "招商中心-三公决算-网页逐格", right: "9.60 |", wrong: "9.90 |", rule: "TI44"),
    PlantedFault(
      file: "招商中心-三公决算-网页逐格", right: "决算7.15万元，占", wrong: "决算7.75万元，占", rule: "NT22"),
    PlantedFault(
      file: "全县-三公预算-网页行", right: "2.公务接待费 | 402.40 |", wrong: "2.公务接待费 | 420.40 |",
      rule: "TI44"),
    PlantedFault(
      file: "服务中心-单位预算-按用途", right: "日常公用支出990.10万元", wrong: "日常公用支出960.10万元",
      rule: "NN03"),
    // A table that prints some of its form's columns only.
    PlantedFault(
      file: "安徽-部门预算", right: "2140106 公路养护 79.85 79.85",
      wrong: "2140106 公路养护 79.85 72.85", rule: "TI25"),
    PlantedFault(
      file: "吉林-单位决算-无表", right: "；社会保障和就业支出186.5万元，占10.31%", wrong: "",
      rule: "NN04"),
    PlantedFault(
      file: "重庆-单位决算", right: "减少472.06万元，下降10.1%，主要原因是退休和调出",
      wrong: "减少472.06万元，下降11.0%，主要原因是退休和调出", rule: "NN21"),
    PlantedFault(
      file: "重庆-单位决算", right: "占96.8%；事业收入", wrong: "占98.6%；事业收入", rule: "NN13"),
    PlantedFault(file: "重庆-单位决算", right: "6批次48人", wrong: "6批次", rule: "NN35"),
    PlantedFault(
      file: "云南-部门决算", right: "占总收入的99.65%", wrong: "占总收入的96.65%", rule: "NN13"),
    PlantedFault(
      file: "云南-部门决算", right: "完成年初预算的95.72%", wrong: "完成年初预算的97.52%", rule: "NN17"),
    PlantedFault(
      file: "云南-部门决算", right: "其他收入增加12,000.00元，增长7.04%", wrong: "其他收入增加12,000.00元，下降7.04%",
      rule: "NN26"),
    PlantedFault(
      file: "江西-单位决算", right: "较2021年增加42.1万元，增长5.66%", wrong: "较2021年增加42.1万元，增长6.56%",
      rule: "NN21"),
    PlantedFault(
      file: "江西-单位决算", right: "决算数为2.63万元，完成全年预算", wrong: "决算数为2.36万元，完成全年预算", rule: "NT21"),
    PlantedFault(
      file: "浙江-部门决算", right: "占收入合计89.74%", wrong: "占收入合计87.94%", rule: "NN13"),
    PlantedFault(
      file: "浙江-部门决算", right: "占本年支出合计的2.24%", wrong: "占本年支出合计的2.42%", rule: "NN13"),
    PlantedFault(
      file: "浙江-部门决算", right: "完成年初预算的96.70%。决算数小于年初预算数",
      wrong: "完成年初预算的96.70%。决算数大于年初预算数", rule: "NN27"),
    PlantedFault(
      file: "北京-部门决算-无表", right: "占收入合计的99.61%。其中：", wrong: "占收入合计的96.91%。其中：",
      rule: "NN13"),
    PlantedFault(
      file: "新疆-单位决算-Word文本", right: "收入支出总体与上年相比，增加8.21万元，增长1.95%，主要原因是：新增法律服务进社区项目。\n二",
      wrong: "收入支出总体与上年相比，增加8.21万元，增长1.59%，主要原因是：新增法律服务进社区项目。\n二", rule: "NN21"),
    PlantedFault(
      file: "广西-单位决算-窄列-layout", right: "15.60 万元，增长 1.58%", wrong: "15.60 万元，增长 1.85%",
      rule: "NN21"),
    PlantedFault(
      file: "广西-部门预算", right: "占27.28%；卫生健康", wrong: "占22.78%；卫生健康", rule: "NN13"),
    PlantedFault(
      file: "安徽-部门预算", right: "执法执勤用车2辆、其他用车2辆", wrong: "执法执勤用车3辆、其他用车2辆", rule: "NN12"),
    PlantedFault(
      file: "湖南-部门预算-转换Markdown", right: "公务接待费4.00万元", wrong: "公务接待费5.00万元", rule: "NT30"),
    PlantedFault(
      file: "公安局-部门决算-无表", right: "为上年的107.43%", wrong: "为上年的107.34%", rule: "NN21"),
    PlantedFault(
      file: "公安局-部门决算-无表", right: "为年初预算的187.88%", wrong: "为年初预算的178.88%", rule: "NN17"),
    PlantedFault(
      file: "公安局-部门决算-无表", right: "超出年初预算100.00万元", wrong: "超出年初预算110.00万元", rule: "NN20"),
    PlantedFault(
      file: "公安局-部门决算-无表", right: "与上年一致，全年未安排因公出国（境）团组；公务用车购置及运行维护费支出284.00万元",
      wrong: "与上年一致，全年未安排因公出国（境）团组；公务用车购置及运行维护费支出248.00万元", rule: "NN01"),
    PlantedFault(
      file: "公安局-部门决算-无表", right: "2022年度财政拨款收、支总计12,850.40万元",
      wrong: "2023年度财政拨款收、支总计12,850.40万元", rule: "TX01"),
    PlantedFault(
      file: "医院-单位决算-无表", right: "事业收入占89.82%", wrong: "事业收入占88.92%", rule: "NN13"),
    PlantedFault(
      file: "党校-部门决算-元", right: "较上年增长1.46%，增加116,540.25元", wrong: "较上年增长1.64%，增加116,540.25元",
      rule: "NN21"),
    PlantedFault(
      file: "党校-部门决算-元", right: "由10,900,120.00元增加到11,036,540.25元，增长1.25%",
      wrong: "由10,900,120.00元增加到11,036,540.25元，增长1.52%", rule: "NN21"),
    PlantedFault(
      file: "法院-部门决算-2020", right: "公务接待费支出决算1.60万元，完成预算的80.00%",
      wrong: "公务接待费支出决算1.60万元，完成预算的88.00%", rule: "NN17"),
    PlantedFault(
      file: "法院-部门决算-2020", right: "购置车辆0台", wrong: "购置车辆4台", rule: "NN37"),
    PlantedFault(
      file: "街道-部门决算-2019", right: "减少2.5万元，下降10.94%", wrong: "减少2.5万元，下降19.04%", rule: "NN21"),
    PlantedFault(
      file: "学院-单位决算-无表", right: "其他国内公务接待支出2.00万元", wrong: "其他国内公务接待支出2.04万元",
      rule: "NN10"),
    PlantedFault(
      file: "中学-部门决算-无表", right: "较2021年2.80万元减少0.70万元，下降25%；",
      wrong: "较2021年2.80万元减少0.90万元，下降25%；", rule: "NN21"),
    PlantedFault(
      file: "中学-部门决算-无表", right: "占总支出比重为87.23%", wrong: "占总支出比重为82.73%", rule: "NN13"),
    PlantedFault(
      file: "文旅局-部门预算-无表", right: "为上年22.50万元的95.56%", wrong: "为上年22.50万元的96.55%",
      rule: "NN21"),
    PlantedFault(
      file: "执法局-部门决算-无表", right: "与2024年度全年预算相比减少1.50万元，下降2.50%",
      wrong: "与2024年度全年预算相比减少1.50万元，下降5.20%", rule: "NN21"),
    PlantedFault(
      file: "新疆-部门预算-无表", right: "行政运行（01项）：2024年预算数为1,215.48万元",
      wrong: "行政运行（01项）：2024年预算数为1,251.48万元", rule: "NN21"),
    PlantedFault(
      file: "陕西-部门预算-无表", right: "较上年减少16.80万元（3.19%）", wrong: "较上年减少16.80万元（3.91%）",
      rule: "NN21"),
    PlantedFault(
      file: "河南-部门预算-无表", right: "收、支总计各增加314.5万元，增长7.0%",
      wrong: "收、支总计各增加314.5万元，增长6.5%", rule: "NN21"),
    PlantedFault(
      file: "河南-部门预算-无表", right: "公务用车运行维护费预算数比2023年减少2万元",
      wrong: "公务用车运行维护费预算数比2023年减少3万元", rule: "NN44"),
    PlantedFault(
      file: "河南-部门预算-无表", right: "第二部分\n沙颍市水利局2024年部门预算情况说明",
      wrong: "第二部分\n沙颍市水利局2023年部门预算情况说明", rule: "TX01"),
    PlantedFault(
      file: "河南-部门预算-无表", right: "我部门2024年没有使用国有资本", wrong: "我部门2023年没有使用国有资本",
      rule: "TX01"),
    PlantedFault(
      file: "河南-部门预算-无表", right: "沙颍市水利局2024年机关运行经费", wrong: "沙颍市农业农村局2024年机关运行经费",
      rule: "TX04"),
    PlantedFault(
      file: "河南-部门预算-无表", right: "我部门2024年没有使用国有资本经营预算拨款安排的支出。\n", wrong: "",
      rule: "ST37"),
    PlantedFault(
      file: "河南-部门预算-无表", right: "范围的单位共3个", wrong: "范围的单位共4个", rule: "ST31"),
    PlantedFault(
      file: "天津-部门预算-无表", right: "基本支出986.4万元，占78.5%", wrong: "基本支出968.4万元，占78.5%",
      rule: "NN13"),
    PlantedFault(
      file: "天津-部门预算-无表", right: "2023年预算100.5万元", wrong: "2023年预算105.0万元", rule: "NN47"),
    PlantedFault(
      file: "福建-部门预算-无表", right: "2101101-行政单位医疗", wrong: "2101102-行政单位医疗", rule: "NT14"),
    PlantedFault(
      file: "部委-单位预算-无表", right: "科学技术支出19,012.87万元", wrong: "科学技术支出19,021.87万元",
      rule: "NN47"),
    PlantedFault(
      file: "广东-部门预算-无表", right: "公务用车运行维护费6万元，比上年减少0.5万元）",
      wrong: "公务用车运行维护费6万元，比上年减少5万元）", rule: "NN44"),
    PlantedFault(
      file: "湖北-部门预算-无表", right: "2.安全生产执法项目156.45万元", wrong: "2.安全生产执法项目165.45万元",
      rule: "NN47"),
    PlantedFault(
      file: "宁夏-部门决算-无表", right: "年初财政拨款结转和结余108.22万元",
      wrong: "年初财政拨款结转和结余102.88万元", rule: "NN42"),
    PlantedFault(
      file: "宁夏-部门决算-无表", right: "住房保障（类）住房改革支出（款）",
      wrong: "卫生健康（类）住房改革支出（款）", rule: "NT15"),
    PlantedFault(
      file: "宁夏-部门决算-无表", right: "2022年末公务用车保有量", wrong: "2021年末公务用车保有量", rule: "NN46"),
    PlantedFault(
      file: "吉林-单位决算-无表", right: "内设教导处、德育处、总务处3个机构", wrong: "内设教导处、德育处、总务处4个机构",
      rule: "ST32"),
    PlantedFault(
      file: "吉林-单位决算-无表", right: "松江县第二实验小学2023年度单位决算\n",
      wrong: "松江县第二实验小学2022年度单位决算\n", rule: "TX01"),
  ]
}

/// A section taken out of a text, the numbers of those behind it put right.
private struct DroppedSection: Sendable, CustomTestStringConvertible {
  var file: String
  /// The heading with its number.
  var heading: String
  var rule: String

  var testDescription: String { "\(file)：\(heading)" }

  static let all = [
    DroppedSection(file: "公安局-部门决算-无表", heading: "三、支出决算情况说明", rule: "ST03"),
    DroppedSection(
      file: "公安局-部门决算-无表", heading: "六、一般公共预算财政拨款基本支出决算情况说明", rule: "ST04"),
    DroppedSection(file: "公安局-部门决算-无表", heading: "八、政府性基金预算收入支出决算情况说明", rule: "ST07"),
    DroppedSection(file: "法院-部门决算-2020", heading: "五、一般公共预算财政拨款支出决算情况说明", rule: "ST04"),
  ]

  private static let numbers = Array("一二三四五六七八九十")

  func text(of whole: String) -> String {
    var lines = whole.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard let start = lines.lastIndex(of: heading),
      let end = lines[(start + 1)...].firstIndex(where: { Self.number($0) != nil })
    else { return whole }
    lines.removeSubrange(start..<end)
    for index in start..<lines.count {
      guard !lines[index].hasPrefix("第") else { break }
      guard let number = Self.number(lines[index]), number > 0 else { continue }
      lines[index] = String(Self.numbers[number - 1]) + lines[index].dropFirst()
    }
    return lines.joined(separator: "\n")
  }

  /// The place of the number that a heading begins with.
  private static func number(_ line: String) -> Int? {
    guard line.dropFirst().first == "、", let first = line.first else { return nil }
    return numbers.firstIndex(of: first)
  }
}

/// Forms of provinces that the layouts do not all know by name must be read right, and give nothing
/// that is false.
struct RegionalFormsTests {
  @Test(arguments: RegionalForm.all)
  fileprivate func `nothing is reported on a document without faults`(
    form: RegionalForm
  ) async throws {
    let document = try await LintedDocument(form.path)
    #expect(document.findings == [])
    #expect(document.layout == form.layout)
  }

  @Test(arguments: RegionalForm.all)
  fileprivate func `the tables are recognised and confirm the sentences`(
    form: RegionalForm
  ) async throws {
    let document = try await LintedDocument(form.path)
    #expect(Set(document.tables).count == form.tables)
    #expect(document.verified >= form.verified)
  }

  @Test(arguments: DroppedSection.all)
  fileprivate func `a section that only this document lacks is missed`(
    dropped: DroppedSection
  ) async throws {
    let whole = try String(
      contentsOfFile: "\(RegionalForm.folder)/\(dropped.file).txt", encoding: .utf8)
    let text = dropped.text(of: whole)
    #expect(text != whole)
    let folder = try TemporaryFolder()
    let document = try await LintedDocument(folder.file("缺节.txt", text))
    #expect(document.findings.contains { $0.hasPrefix("\(dropped.rule) ") })
  }

  @Test(arguments: PlantedFault.all)
  fileprivate func `a planted fault is found`(fault: PlantedFault) async throws {
    let text = try String(
      contentsOfFile: "\(RegionalForm.folder)/\(fault.file).txt", encoding: .utf8)
    #expect(text.contains(fault.right))
    let folder = try TemporaryFolder()
    let path = try folder.file(
      "错.txt", text.replacingOccurrences(of: fault.right, with: fault.wrong))
    let document = try await LintedDocument(path)
    #expect(document.findings.contains { $0.hasPrefix("\(fault.rule) ") })
  }

  @Test(arguments: ["layout", "raw", "逐格"])
  func `names that narrow columns broke leave every cell in its place`(
    shape: String
  ) async throws {
    let path = "\(RegionalForm.folder)/广西-单位决算-窄列-\(shape).txt"
    let run = try await CommandTester().run("import", path, "--format", "json")
    let root = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
    let tables = try #require(root?["tables"] as? [[String: Any]])
    for (id, cells) in Self.brokenRows {
      let table = try #require(tables.first { $0["id"] as? String == id })
      let rows = (table["rows"] as? [[Any]] ?? []).map { $0.map { $0 as? String } }
      #expect(rows.contains(cells), "\(id)")
    }
  }

  private static let brokenRows: [(String, [String?])] = [
    ("公开01", ["一、一般公共预算财政拨款收入", "1", "1001.22", "一、一般公共服务支出", "31", nil]),
    ("公开01", ["七、附属单位上缴收入", "7", nil, "七、文化旅游体育与传媒支出", "37", nil]),
    ("公开01", ["八、其他收入", "8", nil, "八、社会保障和就业支出", "38", "139.34"]),
    ("公开04", ["二、政府性基金预算财政拨款", "2", nil, "二、外交支出", "34", nil, nil, nil, nil]),
    (
      "公开04",
      ["本年收入合计", "27", "1001.22", "本年支出合计", "59", "1001.22", "1001.22", nil, nil]
    ),
    ("公开06", ["30108", "机关事业单位基本养老保险缴费", "84.50", "30207", "邮电费", "10.92"]),
    ("公开06", ["303", "对个人和家庭的补助", "37.35", "30226", "劳务费", "6.42"]),
  ]
}
