/// Arguments that the command line does not understand.
struct UsageError: Error, CustomStringConvertible {
  /// In Chinese.
  var message: String
  /// The command whose help says more; nil for the tool's own.
  var command: String?

  init(_ message: String, command: String? = nil) {
    self.message = message
    self.command = command
  }

  var description: String {
    let help = command.map { "gongkai \($0) --help" } ?? "gongkai --help"
    return "\(message)\n用法见：\(help)"
  }
}
