/// The outcomes of printed documents as they come in.
struct RenderRun {
  private let console: Console
  private let total: Int
  private var done = 0
  private var status = ExitStatus.clean

  init(console: Console, total: Int) {
    self.console = console
    self.total = total
  }

  mutating func take(_ outcome: RenderJob.Outcome) throws {
    done += 1
    if total > 1 { console.showProgress("") }
    switch outcome {
    case .written(let path, let pages, let notes):
      tell(notes)
      console.note("已写出 \(path)（\(pages) 页）")
    case .bytes(let bytes, let notes):
      tell(notes)
      try console.write(bytes)
    case .failed(let message):
      console.note("gongkai：\(message)")
      status = .failure
    }
    if done < total { console.showProgress("印制 \(done)/\(total)") }
  }

  func finish() -> ExitStatus { status }

  private func tell(_ notes: [String]) {
    for note in notes { console.note("gongkai：\(note)") }
  }
}
