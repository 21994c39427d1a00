internal import FiscalStandards
internal import Typography

/// Reads a style file: what it does not say stays as in an official document.
struct StyleFileReader {
  private let file: DataFile
  private let fields = StyleField.all

  init(_ file: DataFile) { self.file = file }

  func style() throws(LayoutError) -> PageStyle {
    var style = PageStyle()
    for section in file.sections {
      if section.keyword.text == "版式" {
        try readHead(section, &style)
        continue
      }
      let known = fields.filter { $0.section == section.keyword.text }
      guard !known.isEmpty else {
        let names = "[版式]、[纸张]、[行]、[字体]、[页面]、[表格]"
        throw file.error("不认识的节“[\(section.keyword.text)]”，可用：\(names)", at: section.keyword)
      }
      for entry in section.entries {
        guard let field = known.first(where: { $0.key == entry.key.text }) else {
          let list = known.map(\.key).joined(separator: "、")
          throw file.error("不认识的键“\(entry.key.text)”，可用：\(list)", at: entry.key)
        }
        try set(field, entry, &style)
      }
    }
    try check(style)
    return style
  }

  private func readHead(_ section: DataSection, _ style: inout PageStyle) throws(LayoutError) {
    for entry in section.entries {
      guard entry.key.text == "名称" else {
        throw file.error("不认识的键“\(entry.key.text)”，可用：名称", at: entry.key)
      }
      style.name = try value(entry).text
    }
  }

  // MARK: - Values

  private func set(
    _ field: StyleField, _ entry: DataEntry, _ style: inout PageStyle
  ) throws(LayoutError) {
    if case .text(let path) = field.content {
      style[keyPath: path] = file.value(of: entry).text
      return
    }
    let token = try value(entry)
    switch field.content {
    case .length(let path, let range): style[keyPath: path] = try length(token, range)
    case .characters(let path, let range):
      style[keyPath: path] = try number(token, suffix: "字", range, example: "2字")
    case .factor(let path, let range):
      style[keyPath: path] = try number(token, suffix: "", range, example: "1.3")
    case .count(let path, let range): style[keyPath: path] = try count(token, range)
    case .lineLength(let path):
      style[keyPath: path] = token.text == "不限" ? nil : try count(token, 10...100)
    case .flag(let path): style[keyPath: path] = try flag(token)
    case .text: break
    case .type(let path): style[keyPath: path] = try type(token)
    case .breakLevel(let path): style[keyPath: path] = try choice(token)
    case .partStart(let path): style[keyPath: path] = try choice(token)
    case .grouping(let path): style[keyPath: path] = try choice(token)
    }
  }

  private func value(_ entry: DataEntry) throws(LayoutError) -> DataToken {
    guard !entry.values.isEmpty else {
      throw file.error("“\(entry.key.text)”缺少值", at: entry.key)
    }
    return file.value(of: entry)
  }

  private func choice<Choice: RawRepresentable & CaseIterable>(
    _ token: DataToken
  ) throws(LayoutError) -> Choice where Choice.RawValue == String {
    if let choice = Choice(rawValue: token.text) { return choice }
    let list = Choice.allCases.map { "“\($0.rawValue)”" }.joined(separator: "、")
    throw file.error("“\(token.text)”应当是\(list)之一", at: token)
  }

  private func flag(_ token: DataToken) throws(LayoutError) -> Bool {
    switch token.text {
    case "是": return true
    case "否": return false
    default: throw file.error("“\(token.text)”应当是“是”或“否”", at: token)
    }
  }

  private func count(
    _ token: DataToken, _ range: ClosedRange<Int>
  ) throws(LayoutError) -> Int {
    guard let value = Int(token.text), range.contains(value) else {
      throw file.error(
        "“\(token.text)”应当是 \(range.lowerBound) 到 \(range.upperBound) 的整数", at: token)
    }
    return value
  }

  private func length(
    _ token: DataToken, _ range: ClosedRange<Double>
  ) throws(LayoutError) -> Double {
    guard let length = TypeSize.points(token.text) else {
      throw file.error("“\(token.text)”不是长度，应当如“29.53pt”“37mm”“三号”", at: token)
    }
    guard range.contains(length) else {
      throw file.error(
        "“\(token.text)”超出范围：\(range.lowerBound)pt 到 \(range.upperBound)pt", at: token)
    }
    return length
  }

  private func number(
    _ token: DataToken, suffix: String, _ range: ClosedRange<Double>, example: String
  ) throws(LayoutError) -> Double {
    guard token.text.hasSuffix(suffix),
      let value = TypeSize.decimal(String(token.text.dropLast(suffix.count)))
    else { throw file.error("“\(token.text)”应当如“\(example)”", at: token) }
    guard range.contains(value) else {
      throw file.error(
        "“\(token.text)”超出范围：\(range.lowerBound) 到 \(range.upperBound)", at: token)
    }
    return value
  }

  private func type(_ token: DataToken) throws(LayoutError) -> TextStyle {
    let words = token.text.split(separator: " ").map(String.init)
    guard words.count == 2 || words.count == 3 && words[2] == "加粗" else {
      throw file.error("“\(token.text)”应当如“仿宋 三号”或“仿宋 三号 加粗”", at: token)
    }
    guard let role = FontRole(rawValue: words[0]) else {
      let list = FontRole.allCases.map { "“\($0.rawValue)”" }.joined(separator: "、")
      throw file.error("不认识的字体“\(words[0])”，可用：\(list)", at: token)
    }
    guard let size = TypeSize.points(words[1]), (4...100).contains(size) else {
      throw file.error("“\(words[1])”不是 4pt 到 100pt 的字号，应当如“三号”“15.75pt”", at: token)
    }
    return TextStyle(role, size: size, isBold: words.count == 3)
  }

  // MARK: - The whole

  /// What single values cannot tell: that a page of text is left.
  private func check(_ style: PageStyle) throws(LayoutError) {
    let width = style.pageWidth - style.innerMargin - style.outerMargin
    if width < 10 * style.body.size { throw wholeError("左右留白太大：一行放不下 10 个字", "纸张") }
    if style.textHeight < 4 * style.linePitch { throw wholeError("天头地脚太大：一页放不下 4 行", "纸张") }
    if style.linePitch < style.body.size { throw wholeError("行距小于正文字号", "行") }
    if let count = style.lineCharacters, Double(count) * style.body.size > width + 0.01 {
      throw wholeError("每行 \(count) 个字宽于版心，请减少字数或缩小字号", "行")
    }
    if style.tableMinimumSize > style.tableText.size {
      throw wholeError("表格的最小字号大于表文字号", "表格")
    }
  }

  private func wholeError(_ message: String, _ section: String) -> LayoutError {
    let place = file.sections.first { $0.keyword.text == section } ?? file.sections.first
    return file.error(message, at: place?.keyword.offset ?? 0)
  }
}
