internal import Glibc

/// Turns files of older programs (.doc, .wps, .xls, .et) and web pages into Office packages by
/// running LibreOffice, if it is installed, as a process of its own with a profile of its own.
struct OldFormatConverter {
  let path: String
  /// The ending of the format to make: `docx` or `xlsx`.
  let target: String
  var secondsAllowed = 120
  /// The programs to try, in order.
  var programs = ["soffice", "libreoffice"]

  /// The bytes of the converted file.
  ///
  /// - Throws: a ``ReadError`` that says what to do where LibreOffice is missing, fails or takes
  ///   too long.
  func convert(_ bytes: [UInt8]) throws(ReadError) -> [UInt8] {
    guard !WebPage.isArchive(bytes) else {
      throw ReadError(path: path, message: "这是网页存档（MHTML），不是 Word、Excel 文件，\(advice)")
    }
    guard !EncryptedOfficeFile.isOne(bytes) else {
      throw ReadError(path: path, message: "文件加了密码，请去掉密码后再试")
    }
    // A page may load nothing, whatever its name is; for Word LibreOffice takes it only when told.
    let isPage = WebPage.isOne(bytes)
    let isText = isPage && target != "xlsx"
    let folder = try TemporaryFolder(for: path)
    // The ending decides which of its programs LibreOffice takes; the name stays out of play.
    let ending = isText ? "html" : target == "xlsx" ? "xls" : "doc"
    let input = "\(folder.path)/input.\(ending)"
    try write(isPage ? WebPage.selfContained(bytes) : bytes, to: input)
    try run(in: folder.path, input: input, isText: isText)
    let output = "\(folder.path)/output/input.\(target)"
    guard Files.exists(output) else {
      throw ReadError(path: path, message: "LibreOffice 不能转换这个文件，\(advice)")
    }
    return try Files.read(output)
  }

  private var advice: String { "请用 WPS 或 Office 打开，另存为 .\(target) 后再试" }

  private func write(_ bytes: [UInt8], to name: String) throws(ReadError) {
    let descriptor = open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw failedToWrite }
    defer { close(descriptor) }
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        Glibc.write(descriptor, buffer.baseAddress.map { $0 + written }, buffer.count - written)
      }
      guard count > 0 || errno == EINTR else { throw failedToWrite }
      written += max(0, count)
    }
  }

  private var failedToWrite: ReadError {
    ReadError(path: path, message: "不能写临时文件，请检查磁盘空间")
  }

  private func run(in folder: String, input: String, isText: Bool) throws(ReadError) {
    let arguments = [
      "-env:UserInstallation=file://\(folder)/profile", "--headless", "--norestore",
      "--nolockcheck", "--convert-to", target, "--outdir", "\(folder)/output",
    ]
    let filter = isText ? ["--infilter=HTML (StarWriter)"] : []
    for program in programs {
      guard let child = try spawn(program, arguments + filter + [input], folder: folder) else {
        continue
      }
      try wait(for: child)
      return
    }
    throw ReadError(
      path: path, message: "\(isText ? "读取网页" : "读取这种旧格式")需要安装 LibreOffice；没有安装时\(advice)")
  }

  /// Starts a program in a process group of its own; nil if it is not installed.
  private func spawn(
    _ program: String, _ arguments: [String], folder: String
  ) throws(ReadError) -> pid_t? {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))
    var child: pid_t = 0
    let result = withCStrings([program] + arguments) { words in
      posix_spawnp(&child, program, &actions, &attributes, words, environ)
    }
    switch result {
    case 0: return child
    case ENOENT, EACCES, ENOTDIR: return nil
    default: throw ReadError(path: path, message: "不能启动 LibreOffice，\(advice)")
    }
  }

  private func wait(for child: pid_t) throws(ReadError) {
    let step: UInt32 = 20_000
    for _ in 0..<(secondsAllowed * 1_000_000 / Int(step)) {
      var status: Int32 = 0
      let result = waitpid(child, &status, WNOHANG)
      if result == child { return }
      if result < 0, errno != EINTR { return }
      usleep(step)
    }
    kill(-child, SIGKILL)
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    throw ReadError(
      path: path, message: "LibreOffice 在 \(secondsAllowed) 秒内没有完成转换，\(advice)")
  }

  private func withCStrings<Result>(
    _ strings: [String], _ body: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> Result
  ) -> Result {
    var pointers: [UnsafeMutablePointer<CChar>?] = strings.map { strdup($0) }
    defer { for pointer in pointers { free(pointer) } }
    pointers.append(nil)
    return pointers.withUnsafeMutableBufferPointer { buffer in
      guard let base = buffer.baseAddress else { preconditionFailure("the list ends in nil") }
      return body(base)
    }
  }
}
