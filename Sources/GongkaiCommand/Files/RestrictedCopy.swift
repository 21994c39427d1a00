internal import FiscalText
internal import Glibc

/// Locks a PDF with AES-256 (ISO 32000-2, 7.6): it may be read, printed and heard, but neither
/// changed nor copied from. libharu knows only RC4, so `qpdf` does it in a process of its own.
enum RestrictedCopy {
  static func bytes(of pdf: [UInt8], _ passwords: Passwords) throws -> [UInt8] {
    let folder = try PrivateFolder()
    let (plain, locked) = ("\(folder.path)/plain.pdf", "\(folder.path)/locked.pdf")
    try AtomicFile.write(pdf, to: plain)
    // What is on the command line, everybody can read: the arguments go through a pipe.
    let arguments = [
      "--encrypt", passwords.opening, passwords.owner, "256", "--print=full", "--modify=none",
      "--extract=n", "--", plain, locked,
    ]
    let status = try run(arguments)
    // 3: warnings.
    guard status == 0 || status == 3, FileSystem.isFile(locked) else {
      throw CommandError("qpdf 没有写出加密的文件（返回 \(status)）")
    }
    return try FileSystem.read(locked)
  }

  private static func run(_ arguments: [String]) throws(CommandError) -> Int32 {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw CommandError("无法运行 qpdf：\(systemReason())") }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    var child = pid_t()
    let status = spawn(&child, reading: ends[0])
    // Shorter than what a pipe holds, and read by us if by nobody else: it can neither block nor
    // break off.
    _ = writeAll([UInt8]((arguments.joined(separator: "\n") + "\n").utf8), to: ends[1])
    close(ends[1])
    close(ends[0])
    guard status == 0 else {
      throw CommandError("加密要用 qpdf，没有装；请运行 apt-get install qpdf")
    }
    ThreadPlaces.place(child)
    var result: Int32 = 0
    while waitpid(child, &result, 0) < 0 {
      guard errno == EINTR else { return 255 }
    }
    return result & 0x7F == 0 ? (result >> 8) & 0xFF : 128 + result & 0x7F
  }

  private static func spawn(_ child: inout pid_t, reading input: Int32) -> Int32 {
    var actions = posix_spawn_file_actions_t()
    guard posix_spawn_file_actions_init(&actions) == 0 else { return ENOMEM }
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, input, 0)
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    var arguments: [UnsafeMutablePointer<CChar>?] = ["qpdf", "@-"].map {
      (argument: String) in strdup(argument)
    }
    defer { for argument in arguments { free(argument) } }
    arguments.append(nil)
    return posix_spawnp(&child, "qpdf", &actions, nil, arguments, environ)
  }
}

/// A folder that only its user can look into, and that goes with its owner.
private struct PrivateFolder: ~Copyable {
  let path: String

  init() throws(CommandError) {
    let base = getenv("TMPDIR").map { String(cString: $0) } ?? P_tmpdir
    var name = [UInt8]("\(base)/gongkai-XXXXXX".utf8CString.map { UInt8(bitPattern: $0) })
    let made = name.withUnsafeMutableBytes { buffer in
      buffer.assumingMemoryBound(to: CChar.self).baseAddress.flatMap { mkdtemp($0) } != nil
    }
    guard made else { throw CommandError("\(base)：无法建立临时文件夹：\(systemReason())") }
    path = String(decoding: name.dropLast(), as: UTF8.self)
  }

  deinit {
    for name in ["plain.pdf", "locked.pdf"] { unlink("\(path)/\(name)") }
    rmdir(path)
  }
}
