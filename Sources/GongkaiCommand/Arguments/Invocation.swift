internal import FiscalStandards
internal import FiscalText

/// A command with its parsed arguments and the world around it.
struct Invocation: Sendable {
  var operands: [String]
  var values: [String: String]
  var surroundings: Surroundings
  /// By the folder that was asked for: whoever needs the layouts shares what was read of them.
  let libraries = Memo<String?, LayoutLibrary>()

  /// The value of an option, or nil if it was not given.
  func value(_ option: Option) -> String? { values[option.name] }

  /// The values of an option that may be given several times, in order.
  func values(_ option: Option) -> [String] {
    (values[option.name] ?? "").split(separator: "\n").map { String($0) }
  }

  /// Whether a switch was given.
  func has(_ option: Option) -> Bool { values[option.name] != nil }

  /// The value of an option that has choices; the first choice if it was not given.
  func choice(_ option: Option) -> String { values[option.name] ?? option.choices.first ?? "" }

  var console: Console { surroundings.console }
}
