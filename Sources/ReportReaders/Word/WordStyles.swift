/// The styles of a document, each with what it takes over from the styles below it.
struct WordStyles {
  private struct Definition {
    var base: String?
    var style: WordStyle
  }

  /// Longer chains do not occur; cycles would.
  private static let chainLimit = 32

  private var definitions: [String: Definition] = [:]
  private var defaults = WordStyle()
  private var defaultParagraphStyle: String?
  private var resolved: [String: WordStyle] = [:]

  /// Reads `word/styles.xml`; nil gives a document without styles.
  init(_ tree: XMLTree?) {
    guard let tree else { return }
    for node in tree.root.children {
      switch node.name {
      case "docDefaults":
        defaults = WordStyle(
          paragraph: node.child("pPrDefault")?.child("pPr"),
          run: node.child("rPrDefault")?.child("rPr"))
      case "style": define(node)
      default: break
      }
    }
  }

  private mutating func define(_ node: XMLNode) {
    guard let id = node["styleId"] else { return }
    var style = WordStyle(paragraph: node.child("pPr"), run: node.child("rPr"))
    let name = node.child("name")?["val"] ?? ""
    style.outlineLevel = style.outlineLevel ?? Self.headingLevel(named: name)
    definitions[id] = Definition(base: node.child("basedOn")?["val"], style: style)
    if node["type"] == "paragraph", node["default"] == "1" || node["default"] == "true" {
      defaultParagraphStyle = id
    }
  }

  /// The 0-based level of `heading 1` or `标题 1`.
  private static func headingLevel(named name: String) -> Int? {
    let name = name.lowercased()
    for prefix in ["heading ", "标题 "] where name.hasPrefix(prefix) {
      if let level = Int(name.dropFirst(prefix.count)), (1...9).contains(level) {
        return level - 1
      }
    }
    return nil
  }

  /// The formatting of a paragraph style with all that it inherits; the default style for nil.
  mutating func paragraph(_ id: String?) -> WordStyle {
    guard let id = id ?? defaultParagraphStyle else { return defaults }
    return style(id).over(defaults)
  }

  /// What a character style states, with all that it inherits.
  mutating func character(_ id: String) -> WordStyle { style(id) }

  private mutating func style(_ id: String) -> WordStyle {
    if let known = resolved[id] { return known }
    var style = WordStyle()
    for ancestor in chain(id) { style = style.over(ancestor.style) }
    resolved[id] = style
    return style
  }

  /// The style that states the numbering of a style, as the levels of a list name it.
  func numberingStyle(_ id: String?) -> String? {
    var next = id ?? defaultParagraphStyle
    for _ in 0..<Self.chainLimit {
      guard let id = next, let definition = definitions[id] else { return nil }
      if definition.style.numberingID != nil { return id }
      next = definition.base
    }
    return nil
  }

  private func chain(_ id: String) -> [Definition] {
    var chain: [Definition] = []
    var next: String? = id
    while let id = next, let definition = definitions[id], chain.count < Self.chainLimit {
      chain.append(definition)
      next = definition.base
    }
    return chain
  }
}
