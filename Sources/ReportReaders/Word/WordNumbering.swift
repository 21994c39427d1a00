/// The lists of a document (`word/numbering.xml`) and how far each has counted.
struct WordNumbering {
  private struct Level {
    var start = 1
    var format = "decimal"
    /// `%1、`; nil where the level prints nothing.
    var text = ""
    /// Whether the numbers of higher levels are printed in Arabic digits.
    var isLegal = false
    /// Whether the number sticks to the text with nothing between.
    var isTight = false
    /// The 1-based level behind which it starts again; 0 for never, nil for any higher one.
    var restart: Int?
    var paragraphStyle: String?
  }

  private struct List {
    var definition: String
    var levels: [Int: Level]
    var starts: [Int: Int]
  }

  private static let levelCount = 9

  private var definitions: [String: [Int: Level]] = [:]
  private var lists: [String: List] = [:]
  private var counters: [String: [Int?]] = [:]
  private var restarted: Set<String> = []

  /// Reads `word/numbering.xml`; nil gives a document without lists.
  init(_ tree: XMLTree?) {
    guard let tree else { return }
    var linked: [String: String] = [:]
    var links: [String: String] = [:]
    for node in tree.root.children where node.name == "abstractNum" {
      guard let id = node["abstractNumId"] else { continue }
      definitions[id] = Self.levels(node)
      if let style = node.child("styleLink")?["val"] { linked[style] = id }
      if let style = node.child("numStyleLink")?["val"] { links[id] = style }
    }
    for node in tree.root.children where node.name == "num" {
      guard let id = node["numId"], let stated = node.child("abstractNumId")?["val"] else {
        continue
      }
      // A list may be defined by the list style that it names; one step leads there.
      lists[id] = Self.list(node, definition: links[stated].flatMap { linked[$0] } ?? stated)
    }
  }

  private static func levels(_ node: XMLNode) -> [Int: Level] {
    var levels: [Int: Level] = [:]
    for child in node.children where child.name == "lvl" {
      guard let index = levelIndex(child) else { continue }
      levels[index] = level(child)
    }
    return levels
  }

  private static func level(_ node: XMLNode) -> Level {
    var level = Level()
    for property in node.children {
      let value = property["val"]
      switch property.name {
      case "start": level.start = number(value) ?? 1
      case "numFmt": level.format = value ?? "decimal"
      case "lvlText": level.text = property["null"] == "1" ? "" : value ?? ""
      case "isLgl": level.isLegal = property.isOn
      case "suff": level.isTight = value == "nothing"
      case "lvlRestart": level.restart = number(value)
      case "pStyle": level.paragraphStyle = value
      // Numbers of other kinds come as a choice between a new and a known format.
      case "AlternateContent":
        if let format = property.child("Fallback")?.child("numFmt")?["val"] {
          level.format = format
        }
      default: break
      }
    }
    return level
  }

  private static func list(_ node: XMLNode, definition: String) -> List {
    var list = List(definition: definition, levels: [:], starts: [:])
    for override in node.children where override.name == "lvlOverride" {
      guard let index = levelIndex(override) else { continue }
      if let start = number(override.child("startOverride")?["val"]) { list.starts[index] = start }
      if let node = override.child("lvl") { list.levels[index] = level(node) }
    }
    return list
  }

  private static func levelIndex(_ node: XMLNode) -> Int? {
    node["ilvl"].flatMap { Int($0) }.flatMap { (0..<levelCount).contains($0) ? $0 : nil }
  }

  /// A count that cannot overflow when it goes on.
  private static func number(_ text: String?) -> Int? {
    text.flatMap { Int($0) }.flatMap { (0...1_000_000).contains($0) ? $0 : nil }
  }

  /// The level that a list links to a paragraph style, or nil.
  func level(of style: String, in id: String) -> Int? {
    guard let list = lists[id], let levels = definitions[list.definition] else { return nil }
    return levels.filter { $0.value.paragraphStyle == style }.keys.min()
  }

  /// Counts a paragraph of a list and returns the number as it is printed, with the space that
  /// keeps it from the text; empty for bullets and unknown lists.
  mutating func next(list id: String, level index: Int) -> String {
    guard let list = lists[id], (0..<Self.levelCount).contains(index) else { return "" }
    let levels = (definitions[list.definition] ?? [:]).merging(list.levels) { $1 }
    guard let level = levels[index] else { return "" }
    count(list, id, levels, at: index)
    let values = counters[list.definition] ?? []
    return print(level, at: index) { position, isLegal in
      guard let other = levels[position] else { return "" }
      let value = values[position] ?? list.starts[position] ?? other.start
      return WordNumberFormat.text(value, format: isLegal ? "decimal" : other.format)
    }
  }

  /// Lists that share a definition count on together; a list with a start of its own begins
  /// there when it is first used.
  private mutating func count(
    _ list: List, _ id: String, _ levels: [Int: Level], at index: Int
  ) {
    var values = counters[list.definition] ?? Array(repeating: nil, count: Self.levelCount)
    for (level, start) in list.starts where restarted.insert("\(id)/\(level)").inserted {
      values[level] = level == index ? start - 1 : nil
    }
    let start = list.starts[index] ?? levels[index]?.start ?? 1
    values[index] = values[index].map { $0 + 1 } ?? start
    for deeper in (index + 1)..<max(index + 1, Self.levelCount) {
      let restart = levels[deeper]?.restart
      if restart == nil || index + 1 <= (restart ?? 0) { values[deeper] = nil }
    }
    counters[list.definition] = values
  }

  private func print(
    _ level: Level, at index: Int, value: (_ position: Int, _ isLegal: Bool) -> String
  ) -> String {
    if level.format == "bullet" || level.format == "none" && level.text.isEmpty { return "" }
    var text = ""
    var isPlaceholder = false
    for character in level.text.unicodeScalars {
      if isPlaceholder {
        isPlaceholder = false
        if let digit = Int(String(character)), (1...Self.levelCount).contains(digit) {
          text += value(digit - 1, level.isLegal)
          continue
        }
        text += "%"
      }
      if character == "%" { isPlaceholder = true } else { text.unicodeScalars.append(character) }
    }
    // Between 1. or 第一部分 and the text there must be a space; a mark such as 、 parts by itself.
    guard let last = text.unicodeScalars.last?.value, last != 0x20, !level.isTight,
      last < 0x80 || (0x4E00...0x9FFF).contains(last)
    else { return text }
    return text + " "
  }
}
