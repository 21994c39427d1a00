internal import FiscalText

extension Location {
  /// The place inside the file for people, where it has no line: 第 3 页, 第 12 段, 表“公开01”B7.
  public var placeInFile: String? {
    switch self {
    case .text, .file: nil
    case .page(_, let number, _): "第 \(number) 页"
    case .paragraph(_, let number): "第 \(number) 段"
    case .cell(_, let sheet, let reference): "工作表“\(sheet)” \(reference)"
    }
  }

  /// The whole place for people and for editors that jump to it: `a.txt:403:7`, `a.pdf：第 3 页`.
  public var words: String {
    if case .text(let path, let start, _) = self { return "\(path):\(start.line):\(start.column)" }
    return placeInFile.map { "\(path)：\($0)" } ?? path
  }

  /// The place for people who know that it is in a certain file, if it is.
  public func words(from path: String) -> String {
    guard path == self.path else { return words }
    if case .text(_, let start, _) = self { return "第 \(start.line) 行" }
    return placeInFile ?? "本文件"
  }
}
