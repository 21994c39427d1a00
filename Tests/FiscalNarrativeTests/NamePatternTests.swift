import Testing

@testable import FiscalNarrative

@Suite("Names written as one")
struct NamePatternTests {
  @Test func `every choice goes with every other, the first choices first`() {
    #expect(
      NamePattern.names("〔公务用车、公车〕运行〔维护、〕费")
        == ["公务用车运行维护费", "公务用车运行费", "公车运行维护费", "公车运行费"])
  }

  @Test func `a name without brackets is its own, with its commas`() {
    #expect(NamePattern.names("收、支总计") == ["收、支总计"])
  }

  @Test(
    "brackets that do not pair, that stand in each other, or that give too many names are refused",
    arguments: [
      "〔公务用车、公车运行费", "公车〕运行费", "〔公务〔用、〕车〕", String(repeating: "〔甲、乙〕", count: 10),
    ])
  func refuses(_ pattern: String) {
    #expect(NamePattern.names(pattern) == nil)
  }
}
