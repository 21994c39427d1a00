import FiscalText
import Testing

@Suite struct CellNumberTests {
  private func cell(_ text: String) -> CellNumber { CellNumber([UInt8](text.utf8)) }

  @Test(arguments: ["", " ", "　", "\t"])
  func whiteSpaceIsAnEmptyCell(_ text: String) {
    #expect(cell(text) == .empty)
  }

  @Test(arguments: ["-", "—", "——", "－", "/", " - "])
  func aDashIsNotEmpty(_ text: String) {
    #expect(cell(text) == .dash)
  }

  @Test func bracketsMakeANumberNegative() {
    #expect(cell("(12.50)").value?.description == "-12.50")
    #expect(cell("（3）").value?.description == "-3")
  }

  @Test(arguments: ["一般公共服务支出", "10块", "第1季度", "≥95%", "政府办公厅(室)及相关机构事务支出"])
  func aNumberAmongWordsIsText(_ text: String) {
    #expect(cell(text) == .text)
  }

  @Test(arguments: ["1,234.56", "0.00", "－5", "１２", "99.5%"])
  func digitsAloneAreANumber(_ text: String) {
    guard case .number = cell(text) else {
      Issue.record("\(text) is \(cell(text))")
      return
    }
  }
}
