import Foundation
import Synchronization
import Testing

@testable import GongkaiCommand

struct FileTests {
  @Test func `a file is replaced whole and keeps its permissions`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.file("a.txt", "old")
    chmod(path, 0o640)
    try AtomicFile.write([UInt8]("new".utf8), to: path)
    #expect(try folder.contents() == ["a.txt": Data("new".utf8)])
    #expect(FileSystem.permissions(path) == 0o640)
  }

  @Test func `a link stays a link, and its target is replaced`() throws {
    let folder = try TemporaryFolder()
    let target = try folder.file("target", "old")
    let link = try folder.file("link")
    symlink(target, link)
    try AtomicFile.write([UInt8]("new".utf8), to: link)
    #expect(try folder.read("target") == "new")
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == target)
  }

  @Test func `a failed write leaves the old file and nothing beside it`() throws {
    let folder = try TemporaryFolder()
    try folder.file("file", "old")
    let before = try folder.contents()
    for path in ["\(folder.path)/file/below", "\(folder.path)/none/a", folder.path] {
      #expect(throws: CommandError.self) { try AtomicFile.write([1], to: path) }
    }
    #expect(try folder.contents() == before)
  }

  @Test func `a full device is told in Chinese`() {
    let error = #expect(throws: CommandError.self) {
      try AtomicFile.write([1, 2, 3], to: "/dev/full")
    }
    #expect(error?.description == "/dev/full：无法写入：磁盘空间不足")
  }

  @Test(.enabled(if: geteuid() != 0, "root may write everywhere"))
  func `a file or folder that may not be written is left alone`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.file("a", "old")
    chmod(path, 0o400)
    #expect(throws: CommandError.self) { try AtomicFile.write([1], to: path) }
    chmod(path, 0o600)
    chmod(folder.path, 0o500)
    #expect(throws: CommandError.self) { try AtomicFile.write([1], to: path) }
    chmod(folder.path, 0o700)
    #expect(try folder.read("a") == "old")
  }

  @Test func `a new folder appears with all its files, or not at all`() throws {
    let folder = try TemporaryFolder()
    let files = [
      NewFolder.File(path: "a", bytes: [65]), NewFolder.File(path: "b/c", bytes: [66]),
    ]
    try NewFolder.write(files, to: "\(folder.path)/deep/er/")
    #expect(
      try folder.contents().filter { !$0.value.isEmpty }
        == ["deep/er/a": Data([65]), "deep/er/b/c": Data([66])])

    let bad = files + [NewFolder.File(path: "a/below", bytes: [67])]
    let before = try folder.contents()
    #expect(throws: CommandError.self) { try NewFolder.write(bad, to: "\(folder.path)/other") }
    #expect(try folder.contents() == before)
  }

  @Test func `a folder that holds something is not written to`() throws {
    let folder = try TemporaryFolder()
    try folder.file("x/old", "old")
    try folder.file("y", "old")
    let before = try folder.contents()
    for name in ["x", "y"] {
      #expect(throws: CommandError.self) {
        try NewFolder.write([.init(path: "a", bytes: [])], to: "\(folder.path)/\(name)")
      }
    }
    #expect(try folder.contents() == before)
  }

  @Test func `an empty folder may be filled`() throws {
    let folder = try TemporaryFolder()
    try NewFolder.write([.init(path: "a", bytes: [65])], to: folder.path)
    #expect(try folder.read("a") == "A")
  }

  @Test func `parts of paths`() {
    #expect(FileSystem.parent(of: "a") == "." && FileSystem.parent(of: "/a") == "/")
    #expect(FileSystem.parent(of: "a/b/") == "a" && FileSystem.parent(of: "/") == ".")
    #expect(FileSystem.stem(of: "a/b.tar.gz") == "b.tar" && FileSystem.stem(of: ".x") == ".x")
  }

  @Test func `outcomes come in the order of the inputs, and few are held`() async throws {
    let running = Mutex((now: 0, most: 0))
    var outcomes: [Int] = []
    try OrderedWork.run(Array(0..<40), width: 3) { input in
      running.withLock { $0 = ($0.now + 1, max($0.most, $0.now + 1)) }
      usleep(UInt32(input % 7 == 0 ? 8000 : 500))
      running.withLock { $0.now -= 1 }
      return input
    } consume: {
      outcomes.append($0)
    }
    #expect(outcomes == Array(0..<40))
    #expect(running.withLock { $0.most } <= 3)
  }
}
