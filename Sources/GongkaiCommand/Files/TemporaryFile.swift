internal import Glibc

/// A file that is removed again unless it is put into its place. Its functions are false, with
/// `errno` set, where they failed.
struct TemporaryFile: ~Copyable {
  private let path: String
  private var descriptor: Int32 = -1

  /// Names a file in the folder of `target`, hidden and of this process alone.
  init(beside target: String) {
    let folder = FileSystem.parent(of: target)
    let name = FileSystem.name(of: target).utf8.prefix(64)
    let tag = "\(getpid())-\(UInt32.random(in: 0 ... .max))"
    path = "\(folder)/.gongkai-\(tag)-\(String(decoding: name, as: UTF8.self))"
  }

  /// - Parameter permissions: those of the file that will be replaced; nil for a new one.
  mutating func open(permissions: mode_t?) -> Bool {
    descriptor = Glibc.open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { return false }
    if let permissions { fchmod(descriptor, permissions) }
    return true
  }

  func write(_ bytes: [UInt8]) -> Bool { writeAll(bytes, to: descriptor) }

  func sync() -> Bool {
    // Pipes and some network file systems know no sync; nothing is lost by that.
    fsync(descriptor) == 0 || errno == EINVAL || errno == ENOTSUP
  }

  mutating func rename(to target: String) -> Bool {
    guard Glibc.rename(path, target) == 0 else { return false }
    close(descriptor)
    descriptor = -1
    return true
  }

  deinit {
    guard descriptor >= 0 else { return }
    let code = errno
    close(descriptor)
    unlink(path)
    errno = code
  }
}
