import FiscalModel
import Foundation
import ReportLint
import ReportReview
import Testing

struct JSONReporterTests {
  @Test func `the output has the fields of the contract in their order`() {
    let expected = """
      {"tool":{"name":"gongkai","version":"\(ToolIdentity.version)"},"documents":[\
      {"path":"决算/说明.txt","kind":"finalAccounts","layout":null,"entity":"云汀市民政局",\
      "year":2024,\
      "numbers":{"total":3,"verified":1,"contradicted":1,"unchecked":1,"excluded":0},\
      "tables":[{"id":"公开01","title":"收入支出决算总表","rows":30,"columns":6,"location":\
      {"path":"决算/说明.txt","line":1,"column":1,"endLine":1,"endColumn":3}}],\
      "findings":[{"rule":"NN17","category":"N4","severity":"error","confidence":"high",\
      "message":"完成预算的百分比与数字不符","location":{"path":"决算/说明.txt","line":2,"column":36,\
      "endLine":2,"endColumn":43},"quote":"359.85%","actual":"359.85%","expected":"35,985.00%",\
      "arithmetic":"1511.37 / 4.20","related":[{"label":"支出决算数","quote":"1,511.37",\
      "location":{"path":"决算/说明.txt","line":2,"column":6,"endLine":2,"endColumn":14}}],\
      "suggestion":"核对年初预算数。"}],\
      "unchecked":[{"quote":"8.61万元","reason":"没有预算表","location":{"path":"决算/说明.txt",\
      "line":2,"column":22,"endLine":2,"endColumn":28}}]}]}

      """
    #expect(SampleResult.print(JSONReporter()) == expected)
  }

  @Test func `places in PDF, Word and Excel files have their own members`() throws {
    var result = SampleResult.result
    result.findings = [
      Location.page(path: "a", number: 3, box: Box(x: 70.5, y: -2.25, width: 30.01, height: 4)),
      .paragraph(path: "a", number: 12), .cell(path: "a", sheet: "公开 01", reference: "B7"),
      .file(path: "a"),
    ].map { location in
      var finding = SampleResult.finding
      finding.location = location
      return finding
    }
    let text = SampleResult.print(JSONReporter(), [result])
    #expect(text.contains(#""location":{"path":"a","page":3,"box":[70.5,-2.25,30.01,4]}"#))
    #expect(text.contains(#""location":{"path":"a","paragraph":12}"#))
    #expect(text.contains(#""location":{"path":"a","sheet":"公开 01","cell":"B7"}"#))
    #expect(text.contains(#""location":{"path":"a"}"#))
  }

  @Test func `any text survives, whatever it holds`() throws {
    let hostile = "\"\\/\u{0}\u{1F}\n\r\t\u{7F}\u{2028}𠮷'<"
    var result = SampleResult.result
    result.findings[0].message = hostile
    let bytes = Data(SampleResult.print(JSONReporter(), [result, result]).utf8)
    let root = try #require(try JSONSerialization.jsonObject(with: bytes) as? [String: Any])
    let documents = try #require(root["documents"] as? [[String: Any]])
    let findings = try #require(documents.last?["findings"] as? [[String: Any]])
    #expect(documents.count == 2)
    #expect(findings.first?["message"] as? String == hostile)
  }

  @Test func `no document gives an empty list`() throws {
    let bytes = Data(SampleResult.print(JSONReporter(), []).utf8)
    let root = try #require(try JSONSerialization.jsonObject(with: bytes) as? [String: Any])
    #expect((root["documents"] as? [Any])?.isEmpty == true)
  }

  @Test func `on request every number is listed`() {
    let text = SampleResult.print(JSONReporter(listsNumbers: true))
    #expect(text.contains(#""records":[{"quote":"1,511.37万元","state":"verified""#))
  }
}
