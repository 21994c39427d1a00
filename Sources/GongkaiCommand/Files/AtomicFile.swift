internal import Glibc

/// Writes a file whole or not at all: into a temporary file in the same folder, synced, and put
/// into its place. Whatever fails, a file that was there stays as it was.
enum AtomicFile {
  static func write(_ bytes: [UInt8], to path: String) throws(CommandError) {
    // A link is followed, so that it stays a link.
    let target = resolvedPath(path) ?? path
    if FileSystem.exists(target) {
      guard !FileSystem.isFolder(target) else { throw failure(path, EISDIR) }
      guard access(target, W_OK) == 0 else { throw failure(path) }
      guard FileSystem.isFile(target) else { return try writeThrough(bytes, to: target) }
    }
    let folder = FileSystem.parent(of: target)
    var temporary = TemporaryFile(beside: target)
    guard temporary.open(permissions: FileSystem.permissions(target)) else {
      throw failure(path)
    }
    guard temporary.write(bytes), temporary.sync(), temporary.rename(to: target) else {
      throw failure(path)
    }
    syncFolder(folder)
  }

  /// A device or pipe cannot be replaced: it is written to.
  private static func writeThrough(_ bytes: [UInt8], to path: String) throws(CommandError) {
    let descriptor = open(path, O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure(path) }
    defer { close(descriptor) }
    guard writeAll(bytes, to: descriptor) else { throw failure(path) }
  }

  /// Makes the new name last over a power cut; file systems that cannot are left alone.
  static func syncFolder(_ path: String) {
    let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }

  private static func failure(_ path: String, _ code: Int32 = errno) -> CommandError {
    CommandError("\(path)：无法写入：\(systemReason(code))")
  }
}
