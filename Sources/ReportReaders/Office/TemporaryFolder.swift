internal import Glibc

/// A folder of our own that nobody else can read and that goes when its owner does.
struct TemporaryFolder: ~Copyable {
  let path: String

  /// - Parameter file: the file that it is needed for, for errors.
  init(for file: String) throws(ReadError) {
    let parent = getenv("TMPDIR").map { String(cString: $0) } ?? P_tmpdir
    var template = Array("\(parent)/gongkai-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else {
      throw ReadError(path: file, message: "不能建立临时文件夹（\(parent)），请检查磁盘空间和权限")
    }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit { Self.remove(path, depth: 0) }

  /// Removes a file, or a folder with all that is in it; links are removed, not followed.
  private static func remove(_ path: String, depth: Int) {
    // A profile of LibreOffice is ten folders deep.
    guard depth < 64 else { return }
    if unlink(path) == 0 { return }
    guard let folder = opendir(path) else { return }
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { remove("\(path)/\(name)", depth: depth + 1) }
    }
    closedir(folder)
    rmdir(path)
  }
}
