/// A command as its users see it: name, operands, options, help; and what it does.
struct CommandForm: Sendable {
  /// What the operands are called in the help, and how many there may be.
  struct Operands: Sendable {
    var name: String
    var count: ClosedRange<Int>

    static let none = Operands(name: "", count: 0...0)
  }

  var name: String
  /// One line.
  var summary: String
  var operands: Operands
  /// Paragraphs under the usage line.
  var details: [String] = []
  var options: [Option] = []
  /// Command lines with what they do.
  var examples: [(command: String, meaning: String)] = []
  var run: @Sendable (Invocation) throws -> ExitStatus
}
