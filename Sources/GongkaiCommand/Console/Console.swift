internal import Glibc

/// Where results and messages go.
struct Console: Sendable {
  /// The file descriptor of results.
  let output: Int32
  /// The file descriptor of everything else.
  let errors: Int32

  /// Writes results.
  ///
  /// - Throws: a ``CommandError`` if not all of them could be written.
  func write(_ bytes: [UInt8]) throws(CommandError) {
    guard writeAll(bytes, to: output) else {
      throw CommandError("无法写到标准输出：\(systemReason())")
    }
  }

  func write(_ text: String) throws(CommandError) { try write([UInt8](text.utf8)) }

  /// A message for people. That it cannot be written is nobody's concern.
  func note(_ text: String) { _ = writeAll([UInt8]("\(text)\n".utf8), to: errors) }

  /// What a progress line shows now; nothing unless the messages go to a terminal.
  func showProgress(_ text: String) {
    guard isTerminal(errors) else { return }
    _ = writeAll([UInt8]("\r\u{1B}[K\(text)".utf8), to: errors)
  }

  /// Whether the results go to a terminal.
  var outputIsTerminal: Bool { isTerminal(output) }

  private func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }
}

/// Writes all bytes to a descriptor; false, with `errno` set, if that was not possible.
func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
  bytes.withUnsafeBytes { buffer in
    var rest = buffer[...]
    while !rest.isEmpty {
      let count = Glibc.write(
        descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }
}
