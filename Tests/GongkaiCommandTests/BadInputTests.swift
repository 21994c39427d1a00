import Foundation
import Testing

@testable import GongkaiCommand

/// What cannot be worked on is told with its place, with status 2, and changes nothing.
struct BadInputTests {
  private struct Case: CustomTestStringConvertible, Sendable {
    var name: String
    /// Files to make, by name below the test's folder.
    var files: [String: [UInt8]] = [:]
    /// The operand and options, the operand below the test's folder.
    var operand: String
    var options: [String] = []
    /// What the message must hold.
    var message: String

    var testDescription: String { name }
  }

  private static let text = [UInt8]("第一部分 部门概况\n一、主要职责\n负责甲事。\n".utf8)
  private static let front = "---\nlayout: final-accounts\nentity: 云汀市民政局\nyear: 2024\n---\n"

  private static let compoundFile: [UInt8] =
    [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 504)
  private static let packageName = "EncryptedPackage".utf16.flatMap {
    [UInt8($0 & 0xFF), UInt8($0 >> 8)]
  }
  private static let padding = [UInt8](repeating: 0, count: 64)

  private static let cases = [
    Case(
      name: "Word file with a password", files: ["a.docx": compoundFile + packageName + padding],
      operand: "a.docx", message: "a.docx：文件加了密码，请去掉密码后再试"),
    Case(
      name: "workbook with a password", files: ["a.xlsx": compoundFile + packageName + padding],
      operand: "a.xlsx", message: "a.xlsx：文件加了密码，请去掉密码后再试"),
    Case(
      name: "old Word file with a password",
      files: ["a.doc": compoundFile + [0xEC, 0xA5, 0xC1, 0, 0, 0, 0, 0, 0, 0, 0, 0x01] + padding],
      operand: "a.doc", message: "a.doc：文件加了密码，请去掉密码后再试"),
    Case(
      name: "old workbook with a password",
      files: [
        "a.xls": compoundFile + [0x09, 0x08, 0x10, 0, 0, 0x06] + [UInt8](repeating: 0, count: 14)
          + [0x2F, 0, 0x36, 0] + padding
      ],
      operand: "a.xls", message: "a.xls：文件加了密码，请去掉密码后再试"),
    Case(name: "missing file", operand: "没有.txt", message: "没有.txt：没有这个文件"),
    Case(
      name: "folder without a disclosure", files: ["夹/notes.json": [0x7B, 0x7D]], operand: "夹",
      message: "夹：文件夹里没有公开文本"),
    Case(
      name: "binary file", files: ["a.txt": [0x7F, 0x45, 0x4C, 0x46, 0, 0, 0, 1, 0, 0xFF, 0xFE]],
      operand: "a.txt", message: "a.txt：这不是文本文件"),
    Case(
      name: "bytes that are no text of any encoding",
      files: ["a.txt": text + [0xFF, 0xFF, 0x0A] + text], operand: "a.txt", message: "第 4 行"),
    Case(name: "empty file", files: ["a.txt": []], operand: "a.txt", message: "a.txt：文件是空的"),
    Case(
      name: "blank file", files: ["a.txt": [0x20, 0x0A, 0x0A]], operand: "a.txt",
      message: "a.txt：文件里没有文字"),
    Case(
      name: "page number and nothing else", files: ["a.txt": [UInt8]("— 11 —\n\u{C}".utf8)],
      operand: "a.txt", message: "a.txt：文件里没有文字"),
    Case(
      name: "unknown layout", files: ["a.txt": text], operand: "a.txt",
      options: ["--layout", "final-acounts"], message: "没有布局“final-acounts”，是不是要写 final-accounts"),
    Case(
      name: "unknown layout in the front matter",
      files: ["夹/disclosure.md": [UInt8]("---\nlayout: 未知\n---\n# 第一部分 概况\n".utf8)], operand: "夹",
      message: "未知"),
    Case(
      name: "table file that does not parse",
      files: [
        "夹/disclosure.md": [UInt8]("\(front)# 第一部分 概况\n\n{{表 公开01}}\n".utf8),
        "夹/tables/公开01.csv": [UInt8]("项目,金额\n甲,\"1.00\n".utf8),
      ], operand: "夹", message: "公开01.csv"),
    Case(
      name: "table that is not there",
      files: ["夹/disclosure.md": [UInt8]("\(front)# 第一部分 概况\n\n{{表 公开77}}\n".utf8)],
      operand: "夹", message: "公开77"),
    Case(
      name: "output in a folder that is not there", files: ["a.txt": text], operand: "a.txt",
      options: ["-o", "/nirgends/out"], message: "/nirgends/out：无法写入：文件或文件夹不存在"),
    Case(
      name: "output on a full device", files: ["a.txt": text], operand: "a.txt",
      options: ["-o", "/dev/full"], message: "/dev/full：无法写入：磁盘空间不足"),
  ]

  @Test(arguments: cases)
  private func `a bad input is status 2 with its place, and changes nothing`(
    bad: Case
  ) async throws {
    let folder = try TemporaryFolder()
    for (name, bytes) in bad.files { _ = try folder.file(name, bytes: bytes) }
    let before = try folder.contents()
    let run = try await CommandTester().run(
      ["lint", "\(folder.path)/\(bad.operand)"] + bad.options)
    #expect(run.status == 2)
    #expect(run.output.isEmpty)
    #expect(run.errors.hasPrefix("gongkai："))
    #expect(run.errors.contains(bad.message), "\(run.errors)")
    #expect(try folder.contents() == before)
  }

  @Test func `GB 18030 text is read like any other`() async throws {
    let folder = try TemporaryFolder()
    let text = "第二部分 2024年度部门决算情况说明\n一、收入支出决算总体情况说明\n2024年度收入总计10.00万元，支出总计10.00万元。\n"
    let path = try folder.file("a.txt", bytes: Self.chinese(text))
    let plain = try folder.file("b.txt", text)
    let tester = CommandTester()
    let first = try await tester.run("import", path)
    let second = try await tester.run("import", plain)
    #expect(first.status == 0 && first.output.contains("一、收入支出决算总体情况说明"))
    #expect(
      first.output.split(separator: "\n").dropFirst()
        == second.output.split(separator: "\n").dropFirst())
  }

  /// The text in GB 18030.
  private static func chinese(_ text: String) -> [UInt8]? {
    guard let converter = iconv_open("GB18030", "UTF-8") else { return nil }
    defer { iconv_close(converter) }
    var input = text.utf8.map(CChar.init(bitPattern:))
    var output = [CChar](repeating: 0, count: input.count * 2)
    var left = (input: input.count, output: output.count)
    let status = input.withUnsafeMutableBufferPointer { source in
      output.withUnsafeMutableBufferPointer { target in
        var from = source.baseAddress
        var to = target.baseAddress
        return iconv(converter, &from, &left.input, &to, &left.output)
      }
    }
    return status == 0 ? output.dropLast(left.output).map(UInt8.init(bitPattern:)) : nil
  }

  @Test func `one bad document of a folder does not keep the others from being checked`()
    async throws
  {
    let folder = try TemporaryFolder()
    _ = try folder.file("a.txt", bytes: Self.text)
    _ = try folder.file("b.txt", bytes: [])
    let run = try await CommandTester().run("lint", folder.path)
    #expect(run.status == 2)
    #expect(run.output.contains("a.txt：") && run.errors.contains("b.txt：文件是空的"))
  }

  @Test func `an input is never written over`() async throws {
    let folder = try TemporaryFolder()
    let path = try folder.file("a.txt", bytes: Self.text)
    symlink(path, "\(folder.path)/link")
    let before = try folder.contents()
    for output in [path, "\(folder.path)/link", "\(folder.path)/./a.txt"] {
      let run = try await CommandTester().run("lint", path, "-o", output)
      #expect(run.status == 2 && run.errors.contains("是输入文件，不会覆盖"))
    }
    #expect(try folder.contents() == before)
  }
}
