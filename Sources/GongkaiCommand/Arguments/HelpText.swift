internal import FiscalText

/// Help, made from the same forms that parse the arguments.
enum HelpText {
  /// `gongkai --help`
  static func tool(_ commands: [CommandForm]) -> String {
    let rows = commands.map { ($0.name, $0.summary) } + [("help", "显示某个命令的用法")]
    return """
      gongkai：编写、检查、印制部门预算和部门决算公开文本

      用法：gongkai <命令> [选项] …

      命令：
      \(table(rows))

      选项：
      \(table([("-h, --help", "显示用法"), ("    --version", "显示版本")]))

      各命令的用法：gongkai help <命令>
      退出状态：0 没有问题，1 有达到 --fail-on 级别的问题，2 无法完成（文件读不了、参数不对等）。

      """
  }

  /// `gongkai lint --help`
  static func command(_ form: CommandForm) -> String {
    var parts = ["\(form.summary)\n\n用法：\(usage(form))\n"]
    for paragraph in form.details { parts.append(paragraph + "\n") }
    let options = form.options.map { ($0.synopsis, text(of: $0)) } + [("-h, --help", "显示本用法")]
    parts.append("选项：\n\(table(options))\n")
    if !form.examples.isEmpty {
      let lines = form.examples.map { "  \($0.command)\n      \($0.meaning)" }
      parts.append("例：\n\(lines.joined(separator: "\n"))\n")
    }
    return parts.joined(separator: "\n")
  }

  private static func usage(_ form: CommandForm) -> String {
    var words = ["gongkai \(form.name)"]
    if form.operands.count.upperBound > 0 {
      let name = "<\(form.operands.name)>" + (form.operands.count.upperBound > 1 ? "…" : "")
      words.append(form.operands.count.lowerBound == 0 ? "[\(name)]" : name)
    }
    words.append("[选项]")
    return words.joined(separator: " ")
  }

  private static func text(of option: Option) -> String {
    guard let preset = option.choices.first else { return option.help }
    return "\(option.help)：\(option.choices.joined(separator: "、"))（默认 \(preset)）"
  }

  /// Two columns; a Chinese character is two wide.
  private static func table(_ rows: [(String, String)]) -> String {
    let width = rows.map { terminalWidth($0.0) }.max() ?? 0
    return rows.map { name, text in
      "  \(name)\(String(repeating: " ", count: width - terminalWidth(name)))  \(text)"
    }.joined(separator: "\n")
  }
}
