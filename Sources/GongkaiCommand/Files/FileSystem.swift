internal import Glibc

/// Questions to the file system.
enum FileSystem {
  /// What tells one file from every other.
  struct Identity: Hashable {
    var device: UInt
    var inode: UInt
  }

  static func isFolder(_ path: String) -> Bool { type(path) == S_IFDIR }
  static func isFile(_ path: String) -> Bool { type(path) == S_IFREG }
  static func exists(_ path: String) -> Bool { type(path) != nil }

  static func identity(_ path: String) -> Identity? {
    status(path).map { Identity(device: UInt($0.st_dev), inode: UInt($0.st_ino)) }
  }

  /// The permission bits of a file.
  static func permissions(_ path: String) -> mode_t? { status(path).map { $0.st_mode & 0o777 } }

  /// The names in a folder, sorted, without those that start with a dot.
  static func names(_ path: String) throws(CommandError) -> [String] {
    guard let folder = opendir(path) else {
      throw CommandError("\(path)：无法打开文件夹：\(systemReason())")
    }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted()
  }

  /// The bytes of a small file of our own.
  static func read(_ path: String) throws(CommandError) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw CommandError("\(path)：无法打开：\(systemReason())") }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(descriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw CommandError("\(path)：无法读取：\(systemReason())") }
      guard count > 0 else { return bytes }
      bytes += buffer[..<count]
    }
  }

  /// Makes a folder and those above it that are missing.
  static func makeFolder(_ path: String) throws(CommandError) {
    guard !isFolder(path) else { return }
    let parent = parent(of: path)
    if parent != path { try makeFolder(parent) }
    guard mkdir(path, 0o777) == 0 || errno == EEXIST && isFolder(path) else {
      throw CommandError("\(path)：无法新建文件夹：\(systemReason())")
    }
  }

  /// The folder that holds a path.
  static func parent(of path: String) -> String {
    let slash = UInt8(ascii: "/")
    var whole = path.utf8[...]
    while whole.last == slash { whole.removeLast() }
    guard let end = whole.lastIndex(of: slash) else { return "." }
    return end == whole.startIndex ? "/" : String(path[..<end])
  }

  /// The last part of a path.
  static func name(of path: String) -> String {
    String(path.split(separator: "/").last ?? "")
  }

  /// The last part of a path without its extension.
  static func stem(of path: String) -> String {
    let name = name(of: path)
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return name }
    return String(name[..<dot])
  }

  private static func type(_ path: String) -> mode_t? { status(path).map { $0.st_mode & S_IFMT } }

  private static func status(_ path: String) -> stat? {
    var status = stat()
    return stat(path, &status) == 0 ? status : nil
  }
}
