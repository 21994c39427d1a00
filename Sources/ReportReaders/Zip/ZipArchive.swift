internal import CZip
internal import Glibc

/// A zip archive in memory, for reading. It owns a libzip handle and does not trust the file:
/// encrypted entries, unsafe names and entries beyond ``ZipLimits`` are refused.
struct ZipArchive: ~Copyable {
  private let library: ZipLibrary
  private let handle: ZipLibrary.Archive
  private let path: String
  private let limits: ZipLimits
  /// Entries by their name in lower case, as package part names ignore case.
  private let indices: [String: UInt64]
  private var bytesLeft: Int

  /// - Throws: a ``ReadError`` if the bytes are no whole zip archive or it has too many entries.
  init(path: String, bytes: [UInt8], limits: ZipLimits = ZipLimits()) throws(ReadError) {
    guard let library = ZipLibrary.shared else {
      throw ReadError(path: path, message: "读 Word、Excel 文件要用 libzip，这台机器上没有装；请先安装它")
    }
    let opened = try Self.open(library, path: path, bytes: bytes)
    do throws(ReadError) {
      indices = try Self.index(library, opened, path: path, limits: limits)
    } catch {
      library.discard(opened)
      throw error
    }
    self.library = library
    handle = opened
    self.path = path
    self.limits = limits
    bytesLeft = limits.totalSize
  }

  deinit { library.discard(handle) }

  /// Whether there is an entry of a name such as `word/document.xml`.
  func contains(_ name: String) -> Bool { indices[Self.key(name)] != nil }

  /// The unpacked bytes of an entry, its checksum verified; nil if there is no such entry.
  mutating func read(_ name: String) throws(ReadError) -> [UInt8]? {
    guard let index = indices[Self.key(name)] else { return nil }
    let declaredSize = try checkedSize(index, name)
    guard let file = library.openFile(handle, index, 0) else { throw damaged(name) }
    defer { _ = library.closeFile(file) }
    let bytes = try unpack(file, size: declaredSize, name)
    bytesLeft -= bytes.count
    return bytes
  }

  /// The declared size of an entry, once it is within the limits.
  private func checkedSize(_ index: UInt64, _ name: String) throws(ReadError) -> Int {
    var status = zip_stat_t()
    guard library.status(handle, index, 0, &status) == 0 else { throw damaged(name) }
    guard status.encryption_method == UInt16(ZIP_EM_NONE) else {
      throw ReadError(path: path, message: "文件加了密码，请去掉密码后再试", place: name)
    }
    guard status.size <= UInt64(limits.entrySize), status.size <= UInt64(max(0, bytesLeft)) else {
      throw tooLarge(name)
    }
    if status.size > UInt64(limits.ratioExemptSize),
      status.size / max(1, status.comp_size) > UInt64(limits.ratio)
    {
      throw tooLarge(name)
    }
    return Int(status.size)
  }

  /// Reads to the declared size and makes sure that the entry ends there.
  private func unpack(
    _ file: ZipLibrary.File, size: Int, _ name: String
  ) throws(ReadError) -> [UInt8] {
    var count = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: size + 1) { buffer, filled in
      while count <= size, let base = buffer.baseAddress {
        let got = library.readFile(file, base + count, UInt64(size + 1 - count))
        if got <= 0 {
          if got < 0 { count = -1 }
          break
        }
        count += Int(got)
      }
      filled = max(0, count)
    }
    guard count == size else { throw damaged(name) }
    return bytes
  }

  private func damaged(_ name: String) -> ReadError {
    ReadError(path: path, message: "压缩内容损坏，文件可能没有传完，请重新取得文件", place: name)
  }

  private func tooLarge(_ name: String) -> ReadError {
    ReadError(path: path, message: "解压后的内容过大，不像正常的公开文件，拒绝读取", place: name)
  }

  private static func open(
    _ library: ZipLibrary, path: String, bytes: [UInt8]
  ) throws(ReadError) -> ZipLibrary.Archive {
    guard !bytes.isEmpty else { throw ReadError(path: path, message: "文件是空的") }
    // libzip frees the copy with the source, also where opening fails.
    guard let copy = malloc(bytes.count) else {
      throw ReadError(path: path, message: "内存不足，无法读取")
    }
    bytes.withUnsafeBytes {
      copy.copyMemory(from: $0.baseAddress ?? UnsafeRawPointer(copy), byteCount: $0.count)
    }
    guard let source = library.sourceBufferCreate(copy, UInt64(bytes.count), 1, nil) else {
      free(copy)
      throw ReadError(path: path, message: "内存不足，无法读取")
    }
    guard let handle = library.openFromSource(source, ZIP_RDONLY, nil) else {
      library.sourceFree(source)
      throw ReadError(path: path, message: "文件损坏或没有传完，请重新取得文件后再试")
    }
    return handle
  }

  private static func index(
    _ library: ZipLibrary, _ handle: ZipLibrary.Archive, path: String, limits: ZipLimits
  ) throws(ReadError) -> [String: UInt64] {
    let count = library.entryCount(handle, 0)
    guard count >= 0, count <= limits.entryCount else {
      throw ReadError(path: path, message: "压缩包内的文件过多，不像正常的公开文件，拒绝读取")
    }
    var indices: [String: UInt64] = [:]
    for index in 0..<UInt64(count) {
      guard let raw = library.name(handle, index, UInt32(ZIP_FL_ENC_RAW)),
        let name = safeName(String(cString: raw))
      else { continue }
      // Of two entries with one name the first counts, as in Office.
      if indices[name] == nil { indices[name] = index }
    }
    return indices
  }

  /// The name as ``indices`` knows it; nil for a name that points out of the archive.
  private static func safeName(_ name: String) -> String? {
    let key = key(name)
    let parts = key.split(separator: "/", omittingEmptySubsequences: false)
    let isSafe = parts.allSatisfy { !$0.isEmpty && $0 != "." && $0 != ".." }
    return isSafe ? key : nil
  }

  /// Some programs write backslashes.
  private static func key(_ name: String) -> String {
    String(
      decoding: name.utf8.map { byte -> UInt8 in
        switch byte {
        case UInt8(ascii: "\\"): UInt8(ascii: "/")
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte | 0x20
        default: byte
        }
      }, as: UTF8.self)
  }
}
