internal import Glibc

/// Reads whole files within a limit.
enum Files {
  /// No disclosure comes near this: more is a mistake or an attack.
  static let largest = 64 << 20

  /// The bytes of a regular file.
  ///
  /// - Throws: a ``ReadError`` that says why the file cannot be read, or that it is too large.
  static func read(_ path: String, limit: Int = largest) throws(ReadError) -> [UInt8] {
    // A named pipe would block the open otherwise.
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { throw ReadError(path: path, message: reason(errno)) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      throw ReadError(path: path, message: reason(errno))
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFDIR: throw ReadError(path: path, message: "这是文件夹，不是文件")
    default: throw ReadError(path: path, message: "不是普通文件，不能读取")
    }
    guard status.st_size <= limit else {
      throw ReadError(
        path: path, message: "文件太大：\(status.st_size >> 20) MB，上限为 \(limit >> 20) MB")
    }
    return try contents(descriptor, expecting: Int(status.st_size), limit: limit, path: path)
  }

  /// The first bytes of a file, enough to tell its format.
  static func prefix(_ path: String, count: Int = 4096) throws(ReadError) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { throw ReadError(path: path, message: reason(errno)) }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: count)
    let length = Glibc.read(descriptor, &bytes, count)
    guard length >= 0 else { throw ReadError(path: path, message: reason(errno)) }
    return Array(bytes.prefix(length))
  }

  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// The names in a folder, sorted; hidden ones are left out.
  static func names(_ path: String) throws(ReadError) -> [String] {
    guard let folder = opendir(path) else { throw ReadError(path: path, message: reason(errno)) }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted()
  }

  /// A file's name without its folders.
  static func name(_ path: String) -> String {
    String(path.split(separator: "/").last ?? "")
  }

  /// The folder of a path with its slash; empty for a bare name.
  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "" }
    return String(path[...slash])
  }

  private static func contents(
    _ descriptor: Int32, expecting size: Int, limit: Int, path: String
  ) throws(ReadError) -> [UInt8] {
    // One byte more shows at once whether the file grew meanwhile.
    var bytes = [UInt8](repeating: 0, count: size + 1)
    var filled = 0
    while true {
      let length = bytes.withUnsafeMutableBytes { buffer in
        Glibc.read(descriptor, buffer.baseAddress.map { $0 + filled }, buffer.count - filled)
      }
      if length < 0 {
        if errno == EINTR { continue }
        throw ReadError(path: path, message: reason(errno))
      }
      if length == 0 { break }
      filled += length
      guard filled <= limit else {
        throw ReadError(path: path, message: "文件太大，上限为 \(limit >> 20) MB")
      }
      if filled == bytes.count {
        bytes.append(contentsOf: repeatElement(0, count: max(4096, filled)))
      }
    }
    bytes.removeLast(bytes.count - filled)
    return bytes
  }

  private static func reason(_ code: Int32) -> String {
    switch code {
    case ENOENT, ENOTDIR: "没有这个文件"
    case EACCES, EPERM: "没有读取的权限"
    case EISDIR: "这是文件夹，不是文件"
    case ELOOP: "链接指向自己"
    case ENAMETOOLONG: "文件名太长"
    case EMFILE, ENFILE: "同时打开的文件太多"
    default: "不能读取（\(String(cString: strerror(code)))）"
    }
  }
}
