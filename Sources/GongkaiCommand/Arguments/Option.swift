/// An option of a command. The same value parses the arguments and prints the help.
struct Option: Sendable {
  /// With its hyphens: `--format`.
  var name: String
  /// One hyphen and one letter, or nil.
  var short: String?
  /// What the value is called in the help; nil for a switch.
  var value: String?
  /// The only values that are allowed, the default first; empty for any.
  var choices: [String] = []
  /// Whether it may be given several times; the values then stand on lines of their own.
  var isRepeatable = false
  /// The value where the option stands without one; nil if it must have one. Its own value is
  /// then joined by an equals sign: `--draft=内部讨论稿`.
  var preset: String?
  var help: String

  init(
    _ name: String, short: String? = nil, value: String? = nil, choices: [String] = [],
    isRepeatable: Bool = false, preset: String? = nil, help: String
  ) {
    self.name = name
    self.short = short
    self.value = value
    self.choices = choices
    self.isRepeatable = isRepeatable
    self.preset = preset
    self.help = help
  }

  /// How the option is written: `-o, --output <文件>`.
  var synopsis: String {
    let names = short.map { "\($0), \(name)" } ?? "    \(name)"
    guard let value else { return names }
    return preset == nil ? "\(names) <\(value)>" : "\(names)[=<\(value)>]"
  }
}
