/// The commands, in the order of the help. What a command's form says is put together when it is
/// asked for.
enum CommandName: String, CaseIterable {
  case new, draft
  case importing = "import"
  case export, lint, diff, render, explain, rules, fonts

  var form: CommandForm {
    switch self {
    case .new: NewCommand.form
    case .draft: DraftCommand.form
    case .importing: ImportCommand.form
    case .export: ExportCommand.form
    case .lint: LintCommand.form
    case .diff: DiffCommand.form
    case .render: RenderCommand.form
    case .explain: ExplainCommand.form
    case .rules: RulesCommand.form
    case .fonts: FontsCommand.form
    }
  }
}
