/// Reads the arguments of one command against its form.
struct ArgumentParser {
  private let form: CommandForm
  private var remaining: ArraySlice<String>
  private var operands: [String] = []
  private var values: [String: String] = [:]
  private var wantsHelp = false

  /// The arguments as given, or that help is asked for.
  enum Outcome {
    case help
    case run(operands: [String], values: [String: String])
  }

  private init(_ form: CommandForm, _ arguments: ArraySlice<String>) {
    self.form = form
    remaining = arguments
  }

  static func parse(
    _ arguments: ArraySlice<String>, as form: CommandForm
  ) throws(UsageError) -> Outcome {
    var parser = ArgumentParser(form, arguments)
    return try parser.parse()
  }

  private mutating func parse() throws(UsageError) -> Outcome {
    while let argument = remaining.popFirst() {
      if argument == "--" {
        operands += remaining
        remaining = []
      } else if argument == "--help" || argument == "-h" {
        wantsHelp = true
      } else if argument.hasPrefix("-"), argument != "-" {
        try option(argument)
      } else {
        operands.append(argument)
      }
    }
    if wantsHelp { return .help }
    try checkOperands()
    return .run(operands: operands, values: values)
  }

  private mutating func option(_ argument: String) throws(UsageError) {
    let (name, inlineValue) = Self.parts(argument)
    guard let option = form.options.first(where: { $0.name == name || $0.short == name }) else {
      throw unknown(name)
    }
    let earlier = values[option.name]
    guard earlier == nil || option.isRepeatable else { throw error("选项 \(name) 给了两次") }
    let value = try value(of: option, written: name, inline: inlineValue)
    values[option.name] = earlier.map { "\($0)\n\(value)" } ?? value
  }

  /// `--format=json` and `-oFILE` hold their values.
  private static func parts(_ argument: String) -> (name: String, value: String?) {
    if argument.hasPrefix("--") {
      guard let equals = argument.firstIndex(of: "=") else { return (argument, nil) }
      return (String(argument[..<equals]), String(argument[argument.index(after: equals)...]))
    }
    let name = String(argument.prefix(2))
    return (name, name == argument ? nil : String(argument.dropFirst(2)))
  }

  private mutating func value(
    of option: Option, written name: String, inline: String?
  ) throws(UsageError) -> String {
    guard let valueName = option.value else {
      guard inline == nil else { throw error("选项 \(name) 不带值") }
      return ""
    }
    guard let value = inline ?? option.preset ?? remaining.popFirst(), !value.isEmpty else {
      throw error("选项 \(name) 缺少<\(valueName)>")
    }
    guard option.choices.isEmpty || option.choices.contains(value) else {
      let nearest = nearestWord(to: value, among: option.choices).map { "，是不是要写 \($0)" } ?? ""
      throw error(
        "选项 \(name) 的值“\(value)”不认识\(nearest)（可用：\(option.choices.joined(separator: "、"))）")
    }
    return value
  }

  private func checkOperands() throws(UsageError) {
    if operands.count < form.operands.count.lowerBound {
      throw error("缺少<\(form.operands.name)>")
    }
    if operands.count > form.operands.count.upperBound {
      throw error("多余的参数“\(operands[form.operands.count.upperBound])”")
    }
  }

  private func unknown(_ name: String) -> UsageError {
    let names = form.options.map(\.name) + ["--help"]
    let nearest = nearestWord(to: name, among: names).map { "，是不是要写 \($0)" } ?? ""
    return error("没有选项 \(name)\(nearest)")
  }

  private func error(_ message: String) -> UsageError {
    UsageError(message, command: form.name)
  }
}
