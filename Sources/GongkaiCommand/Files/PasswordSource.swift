internal import Glibc

/// The passwords of a restricted copy. They come from a file or a terminal, never from the
/// command line, which every user of the machine can read.
struct Passwords: Sendable {
  /// Lifts the restrictions.
  var owner: String
  /// Opens the file; empty where everybody may open it.
  var opening: String

  /// Reads the first two lines of a file.
  init(file path: String) throws {
    let bytes = try FileSystem.read(path)
    guard bytes.count <= Self.longestFile, let text = String(validating: bytes, as: UTF8.self)
    else { throw CommandError("\(path)：密码文件应是 UTF-8 文字，第一行是权限密码，第二行可以是打开密码") }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map {
      $0.hasSuffix("\r") ? String($0.dropLast()) : String($0)
    }
    try self.init(owner: lines.first ?? "", opening: lines.dropFirst().first ?? "", from: path)
  }

  /// Asks on the terminal, without showing what is typed.
  init(asking console: Console) throws {
    guard let terminal = HiddenInput() else {
      throw CommandError("没有终端可以输入密码；请用 --restrict 指明密码文件")
    }
    let owner = terminal.line("权限密码：")
    guard terminal.line("再输一次：") == owner else { throw CommandError("两次输入的密码不同") }
    try self.init(owner: owner, opening: terminal.line("打开密码（直接回车为不设）："), from: "密码")
  }

  private init(owner: String, opening: String, from name: String) throws(CommandError) {
    guard !owner.isEmpty else { throw CommandError("\(name)：权限密码是空的") }
    guard owner != opening else { throw CommandError("\(name)：权限密码和打开密码不能相同") }
    for password in [owner, opening] where password.utf8.count > Self.longest {
      throw CommandError("\(name)：密码太长，最多 \(Self.longest) 个字节")
    }
    self.owner = owner
    self.opening = opening
  }

  /// In bytes (ISO 32000-2, 7.6.4.3.3).
  private static let longest = 127
  private static let longestFile = 4096
}

/// A terminal that does not show what is typed.
private struct HiddenInput: ~Copyable {
  private let descriptor: Int32
  private var settings = termios()

  init?() {
    descriptor = open("/dev/tty", O_RDWR | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    guard tcgetattr(descriptor, &settings) == 0 else {
      close(descriptor)
      return nil
    }
    var hidden = settings
    hidden.c_lflag &= ~tcflag_t(ECHO)
    tcsetattr(descriptor, TCSAFLUSH, &hidden)
  }

  func line(_ prompt: String) -> String {
    _ = writeAll([UInt8](prompt.utf8), to: descriptor)
    var bytes: [UInt8] = []
    var byte: UInt8 = 0
    while bytes.count < 1024, read(descriptor, &byte, 1) == 1, byte != 0x0A { bytes.append(byte) }
    _ = writeAll([0x0A], to: descriptor)
    return String(decoding: bytes, as: UTF8.self)
  }

  deinit {
    var settings = settings
    tcsetattr(descriptor, TCSAFLUSH, &settings)
    close(descriptor)
  }
}
