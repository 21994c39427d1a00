internal import Glibc

/// Writes a folder of files whole or not at all: beside its place, then renamed into it.
enum NewFolder {
  struct File {
    /// Below the folder, such as `tables/公开01.csv`.
    var path: String
    var bytes: [UInt8]
  }

  /// - Parameter path: must not exist, or be an empty folder.
  static func write(_ files: [File], to path: String) throws(CommandError) {
    if FileSystem.exists(path) {
      guard FileSystem.isFolder(path) else { throw CommandError("\(path)：已有同名文件") }
      guard try FileSystem.names(path).isEmpty else {
        throw CommandError("\(path)：文件夹里已有内容；请换一个名称")
      }
    }
    let target = String(path.reversed().drop { $0 == "/" }.reversed())
    let parent = FileSystem.parent(of: target)
    try FileSystem.makeFolder(parent)
    let temporary = "\(parent)/.gongkai-\(getpid())-\(UInt32.random(in: 0 ... .max))"
    do throws(CommandError) {
      try fill(temporary, with: files)
      guard rename(temporary, target) == 0 else {
        throw CommandError("\(path)：无法写入：\(systemReason())")
      }
    } catch {
      remove(temporary, files)
      throw error
    }
    AtomicFile.syncFolder(parent)
  }

  private static func fill(_ folder: String, with files: [File]) throws(CommandError) {
    try FileSystem.makeFolder(folder)
    for file in files {
      let path = "\(folder)/\(file.path)"
      try FileSystem.makeFolder(FileSystem.parent(of: path))
      try AtomicFile.write(file.bytes, to: path)
    }
  }

  /// Removes what was written, and nothing else.
  private static func remove(_ folder: String, _ files: [File]) {
    var folders: Set<String> = [folder]
    for file in files {
      let path = "\(folder)/\(file.path)"
      unlink(path)
      var parent = FileSystem.parent(of: path)
      while parent.count > folder.count {
        folders.insert(parent)
        parent = FileSystem.parent(of: parent)
      }
    }
    for path in folders.sorted(by: { $0.utf8.count > $1.utf8.count }) { rmdir(path) }
  }
}
