import Testing

@testable import GongkaiCommand

struct ResourceFolderTests {
  private func find(
    option: String? = nil, environment: [String: String] = [:], executable: String? = nil
  ) throws -> String {
    var tester = CommandTester()
    tester.environment = environment
    tester.executable = executable
    return try ResourceFolder.layouts.find(
      option: option, tester.surroundings(Console(output: 1, errors: 2)))
  }

  @Test func `option, environment, installation and checkout are asked in this order`() throws {
    let folder = try TemporaryFolder()
    for name in ["o/x", "e/x", "share/gongkai/Layouts/x", "Layouts/x", "Package.swift"] {
      try folder.file(name, "")
    }
    let root = folder.path
    let environment = ["GONGKAI_LAYOUTS": "\(root)/e"]
    let executable = "\(root)/bin/gongkai"
    #expect(
      try find(option: "\(root)/o", environment: environment, executable: executable) == "\(root)/o"
    )
    #expect(try find(environment: environment, executable: executable) == "\(root)/e")
    #expect(try find(executable: executable) == "\(root)/share/gongkai/Layouts")
  }

  @Test func `a program in a checkout finds the folder above it`() throws {
    let folder = try TemporaryFolder()
    for name in ["Layouts/x", "Package.swift"] { try folder.file(name, "") }
    #expect(
      try find(executable: "\(folder.path)/.build/x86/release/gongkai") == "\(folder.path)/Layouts")
  }

  @Test func `a folder of the name that is not ours is not taken`() throws {
    let folder = try TemporaryFolder()
    try folder.file("Layouts/x", "")
    #expect(throws: CommandError.self) { try find(executable: "\(folder.path)/bin/gongkai") }
    #expect(throws: CommandError.self) { try find() }
  }

  @Test func `a folder that is named but missing is an error, not a reason to look elsewhere`() {
    let error = #expect(throws: CommandError.self) {
      try find(option: "/nirgends", executable: CommandTester.checkout + "/x")
    }
    #expect(error?.description == "/nirgends：--layouts 指的文件夹不存在")
  }
}
