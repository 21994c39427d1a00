internal import FiscalText
internal import Glibc
internal import ReportReview

/// The command line as a library: arguments in, exit status out.
public enum Command {
  /// Runs the tool with the arguments of the process, the program's name first.
  public static func run(_ arguments: [String]) -> Int32 {
    // A limit on file sizes shall be an error with a message, not a silent death.
    signal(SIGXFSZ, SIG_IGN)
    OwnProcess.claim()
    Heap.growInBigSteps()
    return run(arguments.dropFirst(), in: .process)
  }

  /// Runs the tool in given surroundings, with the arguments behind its name.
  static func run(_ arguments: ArraySlice<String>, in surroundings: Surroundings) -> Int32 {
    do {
      return try dispatch(arguments, surroundings).rawValue
    } catch {
      surroundings.console.note("gongkai：\(error)")
      return ExitStatus.failure.rawValue
    }
  }

  private static func dispatch(
    _ arguments: ArraySlice<String>, _ surroundings: Surroundings
  ) throws -> ExitStatus {
    let console = surroundings.console
    guard let first = arguments.first else {
      console.note(HelpText.tool(CommandName.allCases.map(\.form)))
      return .failure
    }
    switch first {
    case "--help", "-h": try console.write(HelpText.tool(CommandName.allCases.map(\.form)))
    case "--version": try console.write("\(ToolIdentity.name) \(ToolIdentity.version)\n")
    case "help": try help(arguments.dropFirst(), console)
    default: return try run(try form(first), arguments.dropFirst(), surroundings)
    }
    return .clean
  }

  private static func help(_ arguments: ArraySlice<String>, _ console: Console) throws {
    guard arguments.count < 2 else { throw UsageError("help 只能带一个命令名") }
    guard let name = arguments.first else {
      return try console.write(HelpText.tool(CommandName.allCases.map(\.form)))
    }
    try console.write(HelpText.command(try form(name)))
  }

  private static func form(_ name: String) throws(UsageError) -> CommandForm {
    if let command = CommandName(rawValue: name) { return command.form }
    let nearest = nearestWord(to: name, among: CommandName.allCases.map(\.rawValue) + ["help"])
      .map { "，是不是要写 \($0)" }
    if name.hasPrefix("-") { throw UsageError("没有选项 \(name)") }
    throw UsageError("没有命令“\(name)”\(nearest ?? "")")
  }

  private static func run(
    _ form: CommandForm, _ arguments: ArraySlice<String>, _ surroundings: Surroundings
  ) throws -> ExitStatus {
    switch try ArgumentParser.parse(arguments, as: form) {
    case .help:
      try surroundings.console.write(HelpText.command(form))
      return .clean
    case .run(let operands, let values):
      return try form.run(
        Invocation(operands: operands, values: values, surroundings: surroundings))
    }
  }
}
