import TestSupport
import Testing

@testable import ReportReaders

@Suite("Zip archives")
struct ZipArchiveTests {
  private func archive(
    _ entries: [ZipBuilder.Entry], limits: ZipLimits = ZipLimits()
  ) throws(ReadError) -> ZipArchive {
    try ZipArchive(path: "文件.docx", bytes: ZipBuilder(entries: entries).build(), limits: limits)
  }

  private func entry(_ name: String, _ text: String = "甲") -> ZipBuilder.Entry {
    ZipBuilder.Entry(name: name, bytes: Array(text.utf8))
  }

  @Test("An entry is found whatever the case of its name and the kind of its slashes")
  func names() throws {
    var archive = try archive([entry("Word\\Document.xml", "正文")])
    #expect(try archive.read("word/document.xml") == Array("正文".utf8))
    let isThere = archive.contains("WORD/document.xml")
    #expect(isThere)
    #expect(try archive.read("word/other.xml") == nil)
  }

  @Test(
    "Names that point out of the archive are not known",
    arguments: ["../a.xml", "/a.xml", "b/../a.xml", "a.xml/", "./a.xml", "b//a.xml", ""])
  func unsafeNames(name: String) throws {
    var archive = try archive([entry(name)])
    #expect(try archive.read(name) == nil)
    #expect(try archive.read("a.xml") == nil)
  }

  @Test("Too many entries are refused")
  func entryCount() {
    let entries = (0..<5).map { entry("\($0)") }
    #expect(throws: Never.self) { _ = try archive(entries, limits: ZipLimits(entryCount: 5)) }
    #expect(throws: ReadError.self) { _ = try archive(entries, limits: ZipLimits(entryCount: 4)) }
  }

  @Test("An entry beyond its limit, and entries beyond the limit together, are refused")
  func sizes() throws {
    let entries = [entry("a", "12345678"), entry("b", "12345678")]
    var single = try archive(entries, limits: ZipLimits(entrySize: 7))
    #expect(throws: ReadError.self) { try single.read("a") }
    var total = try archive(entries, limits: ZipLimits(totalSize: 15))
    #expect(try total.read("a")?.count == 8)
    #expect { try total.read("b") } throws: {
      ($0 as? ReadError)?.message.contains("解压后的内容过大") == true
    }
  }

  @Test("A zip bomb is refused by its ratio before it is unpacked")
  func bomb() throws {
    var bytes = try Files.read(OfficeFixture.path("bomb.zip"))
    #expect(bytes.count < 100_000)
    var archive = try ZipArchive(path: "文件.docx", bytes: bytes)
    #expect { try archive.read("word/document.xml") } throws: {
      ($0 as? ReadError)?.message.contains("解压后的内容过大") == true
    }
    // The same with a directory that lies about the size.
    let size: [UInt8] = [0x00, 0x00, 0x00, 0x04]
    for offset in bytes.indices.dropLast(4) where Array(bytes[offset..<(offset + 4)]) == size {
      bytes.replaceSubrange(offset..<(offset + 4), with: [0x10, 0, 0, 0])
    }
    var liar = try ZipArchive(path: "文件.docx", bytes: bytes)
    #expect(throws: ReadError.self) { try liar.read("word/document.xml") }
  }

  @Test("Entries with the long sizes of zip64 are read")
  func longSizes() throws {
    var archive = try ZipArchive(
      path: "文件.docx", bytes: try Files.read(OfficeFixture.path("zip64.zip")))
    #expect(try archive.read("word/document.xml") == Array(String(repeating: "正文", count: 20).utf8))
  }

  @Test("Encrypted entries are refused with advice")
  func encrypted() throws {
    var secret = entry("a")
    secret.flags = 1
    var archive = try archive([secret])
    #expect { try archive.read("a") } throws: {
      ($0 as? ReadError)?.message == "文件加了密码，请去掉密码后再试"
    }
  }

  @Test("A changed byte is noticed by its checksum")
  func checksum() throws {
    var bytes = ZipBuilder(entries: [entry("a", "12345678")]).build()
    let offset = try #require(bytes.firstIndex(of: UInt8(ascii: "5")))
    bytes[offset] = UInt8(ascii: "6")
    var archive = try ZipArchive(path: "文件.docx", bytes: bytes)
    #expect(throws: ReadError.self) { try archive.read("a") }
  }

  @Test("A file cut off anywhere is an error, never less text")
  func truncated() {
    let bytes = ZipBuilder(entries: [entry("a", "12345678"), entry("b")]).build()
    for length in 0..<bytes.count {
      #expect(throws: ReadError.self) {
        _ = try ZipArchive(path: "文件.docx", bytes: Array(bytes[..<length]))
      }
    }
  }
}
