internal import FiscalText
internal import Glibc

/// Reading of the data files. They are small; a limit keeps a wrong path from filling the memory.
enum FileAccess {
  private static let largest = 16 << 20

  static func exists(_ path: String) -> Bool { access(path, R_OK) == 0 }

  /// The text of a file, a byte order mark dropped.
  static func text(_ path: String) throws(LayoutError) -> SourceText {
    guard let text = try textIfAny(path) else {
      throw LayoutError(path: path, message: reason("无法打开"))
    }
    return text
  }

  /// The text of a file, or nil where there is none.
  static func textIfAny(_ path: String) throws(LayoutError) -> SourceText? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      guard errno == ENOENT || errno == ENOTDIR else {
        throw LayoutError(path: path, message: reason("无法打开"))
      }
      return nil
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw LayoutError(path: path, message: "不是普通文件")
    }
    guard status.st_size <= largest else {
      throw LayoutError(path: path, message: "文件超过 16 MB")
    }
    var bytes = try content(descriptor, size: Int(status.st_size), path: path)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
    return SourceText(path: path, bytes: bytes)
  }

  private static func content(
    _ descriptor: Int32, size: Int, path: String
  ) throws(LayoutError) -> [UInt8] {
    var failed = false
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      guard let start = buffer.baseAddress else { return }
      while count < size {
        let length = read(descriptor, start + count, size - count)
        if length < 0, errno == EINTR { continue }
        failed = length < 0
        guard length > 0 else { return }
        count += length
      }
    }
    if failed { throw LayoutError(path: path, message: reason("无法读取")) }
    return bytes
  }

  /// The names in a folder, sorted, without those that start with a dot.
  static func names(_ path: String) throws(LayoutError) -> [String] {
    try entries(path).map(\.name).sorted()
  }

  /// The names of the folders in a folder, sorted, without those that start with a dot.
  static func folders(_ path: String) throws(LayoutError) -> [String] {
    try entries(path).filter { entry in
      switch entry.type {
      case DT_DIR: true
      // A link, or a file system that does not tell.
      case DT_LNK, DT_UNKNOWN: isFolder("\(path)/\(entry.name)")
      default: false
      }
    }.map(\.name).sorted()
  }

  private static func entries(
    _ path: String
  ) throws(LayoutError) -> [(name: String, type: Int)] {
    guard let folder = opendir(path) else {
      throw LayoutError(path: path, message: reason("无法打开文件夹"))
    }
    defer { closedir(folder) }
    var entries: [(name: String, type: Int)] = []
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if !name.hasPrefix(".") { entries.append((name, Int(entry.pointee.d_type))) }
    }
    return entries
  }

  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  private static func reason(_ message: String) -> String {
    switch errno {
    case ENOENT: "\(message)：不存在"
    case EACCES: "\(message)：没有权限"
    case EISDIR, ENOTDIR: "\(message)：类型不对"
    default: "\(message)：\(String(cString: strerror(errno)))"
    }
  }
}
