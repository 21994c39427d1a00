import FiscalStandards
import FiscalText
import Testing

/// The checkout's folder, from this file's place in it.
let packageFolder = String(
  #filePath.prefix(#filePath.utf8.count - "/Tests/FiscalStandardsTests/Fixture.swift".utf8.count))

/// The layouts of this checkout.
func library() throws -> LayoutLibrary { try LayoutLibrary(path: packageFolder + "/Layouts") }

func data(_ text: String) throws(LayoutError) -> DataFile {
  try DataFile(source: SourceText(path: "试验.txt", bytes: [UInt8](text.utf8)))
}
