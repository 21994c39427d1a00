import FiscalNarrative
import FiscalStandards
import Foundation
import Testing

struct ConceptAddressTests {
  private static let layouts = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Layouts").path

  @Test(arguments: ["final-accounts", "budget"])
  func `what concepts say of tables leads to columns that the tables have`(name: String) throws {
    let layout = try LayoutLibrary(path: Self.layouts).layout(name)
    var count = 0
    for concept in try VocabularyReader.vocabulary(for: layout).concepts {
      let formulas =
        concept.formulas.values.flatMap(\.self) + concept.references.values.flatMap(\.self)
      for formula in formulas {
        for address in formula.expression.addresses {
          let form = try #require(layout.table(address.table), "\(concept.id)：\(address)")
          guard let key = address.columnKey else { continue }
          #expect(form.columns.contains { $0.key == key }, "\(concept.id)：\(address)")
          count += 1
        }
      }
    }
    #expect(count > 40)
  }
}
