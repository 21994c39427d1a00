/// Reads the lines of a font manifest.
struct FontManifestReader {
  let path: String
  private var line = 0

  init(path: String) { self.path = path }

  mutating func entries(of text: String) throws(FontError) -> [FontManifest.Entry] {
    var entries: [FontManifest.Entry] = []
    for printed in text.split(separator: "\n", omittingEmptySubsequences: false) {
      line += 1
      let fields = Self.fields(of: printed)
      guard let first = fields.first, !(fields.count == 1 && first.text.isEmpty) else { continue }
      if first.text.hasPrefix("#") { continue }
      entries.append(try entry(fields))
    }
    return entries
  }

  private struct Field {
    var text: String
    /// 1-based, in code points.
    var column: Int
  }

  private static func fields(of line: Substring) -> [Field] {
    var column = 1
    return line.unicodeScalars.split(separator: "|", omittingEmptySubsequences: false).map { part in
      defer { column += part.count + 1 }
      let leading = part.prefix { $0.properties.isWhitespace }.count
      let trailing = part.reversed().prefix { $0.properties.isWhitespace }.count
      let text = part.dropFirst(leading).dropLast(min(trailing, part.count - leading))
      return Field(text: String(Substring(text)), column: column + leading)
    }
  }

  private func entry(_ fields: [Field]) throws(FontError) -> FontManifest.Entry {
    guard fields.count == 7 else {
      throw error(
        fields[fields.count - 1],
        "一行要有七栏（角色 | 字重 | 字符 | 字体 | 类别 | 来源 | 许可），这里有 \(fields.count) 栏")
    }
    return FontManifest.Entry(
      role: try role(fields[0]), weight: try weight(fields[1]), scope: try scope(fields[2]),
      names: try names(fields[3]), kind: try kind(fields[4]), source: fields[5].text,
      licence: fields[6].text, line: line)
  }

  private func role(_ field: Field) throws(FontError) -> FontRole? {
    if field.text == "全部" { return nil }
    guard let role = FontRole(rawValue: field.text) else {
      let known = FontRole.allCases.map(\.rawValue).joined(separator: "、")
      throw error(field, "没有“\(field.text)”这个角色，只有：\(known)、全部")
    }
    return role
  }

  private func weight(_ field: Field) throws(FontError) -> FontManifest.Weight {
    guard let weight = FontManifest.Weight(rawValue: field.text) else {
      throw error(field, "字重只能写：常规、加粗、全部")
    }
    return weight
  }

  private func kind(_ field: Field) throws(FontError) -> FontManifest.Kind {
    guard let kind = FontManifest.Kind(rawValue: field.text) else {
      throw error(field, "类别只能写：自备、可选、默认")
    }
    return kind
  }

  private func scope(_ field: Field) throws(FontError) -> FontManifest.Scope {
    var scope: FontManifest.Scope = []
    for word in field.text.split(separator: "、") {
      switch word {
      case "全部": scope.formUnion(.all)
      case "汉字": scope.formUnion(.han)
      case "标点": scope.formUnion(.punctuation)
      case "西文": scope.formUnion(.latin)
      default: throw error(field, "字符只能写：汉字、标点、西文、全部")
      }
    }
    if scope.isEmpty { throw error(field, "这一栏要写明用于哪些字符：汉字、标点、西文、全部") }
    return scope
  }

  private func names(_ field: Field) throws(FontError) -> [FontName] {
    var names: [FontName] = []
    for word in field.text.split(separator: "、") {
      let parts = word.split(separator: "#", omittingEmptySubsequences: false)
      let name = Self.trimmed(parts[0])
      guard parts.count <= 2, !name.isEmpty else { throw error(field, "看不懂字体“\(word)”") }
      guard parts.count == 2 else {
        names.append(FontName(name))
        continue
      }
      guard let index = Int(Self.trimmed(parts[1])), (0..<1000).contains(index) else {
        throw error(field, "# 后面要写字体在字体集里的序号，从 0 数起")
      }
      names.append(FontName(name, index: index))
    }
    if names.isEmpty { throw error(field, "这一栏要写字体的文件名或名称") }
    return names
  }

  private static func trimmed(_ text: Substring) -> String {
    var text = text
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }

  private func error(_ field: Field, _ message: String) -> FontError {
    FontError(.manifest(line: line, column: field.column), path: path, message: message)
  }
}
