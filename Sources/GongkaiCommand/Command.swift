/// The command line as a library: arguments in, exit status out.
public enum Command {
  /// Runs one command.
  public static func run(_ arguments: [String]) -> Int32 { 2 }
}
