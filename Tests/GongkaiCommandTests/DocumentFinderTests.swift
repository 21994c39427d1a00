import Testing

@testable import GongkaiCommand

struct DocumentFinderTests {
  @Test func `files given together are one document, folders stand for what is in them`() throws {
    let folder = try TemporaryFolder()
    for name in [
      "甲/disclosure.md", "甲/tables/公开01.csv", "乙/b.pdf", "乙/a.docx", "乙/a.xlsx", "乙/c.xlsx",
      "乙/README.md", "乙/.hidden.txt", "乙/~$a.docx", "乙/深/d.TXT",
    ] { try folder.file(name, "x") }
    let documents = try DocumentFinder.documents(["x.docx", folder.path + "/", "y.xlsx"])
    #expect(
      documents.map(\.paths) == [
        ["x.docx", "y.xlsx"],
        ["\(folder.path)/乙/a.docx", "\(folder.path)/乙/a.xlsx"],
        ["\(folder.path)/乙/b.pdf"],
        ["\(folder.path)/乙/深/d.TXT"],
        ["\(folder.path)/甲"],
      ])
  }

  @Test func `a folder without a document is an error that names it`() throws {
    let folder = try TemporaryFolder()
    try folder.file("notes.json", "{}")
    let error = #expect(throws: CommandError.self) {
      try DocumentFinder.documents([folder.path])
    }
    #expect(error?.description.hasPrefix("\(folder.path)：文件夹里没有公开文本") == true)
  }
}
