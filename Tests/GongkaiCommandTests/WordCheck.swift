/// Runs Tests/Tools/word_check.py, which opens Word files with python-docx.
enum WordCheck {
  private static let python = Program.python(with: "docx")

  static var isAvailable: Bool { python != nil }

  /// What the tool prints; nil if it could not open the file.
  static func facts(_ file: String) throws -> [String]? {
    let run = try python?.run(["\(CommandTester.checkout)/Tests/Tools/word_check.py", file])
    guard let run, run.status == 0 else { return nil }
    return run.output.split(separator: "\n").map(String.init)
  }
}
