/// What `draft` leaves in a folder to tell later what a person changed: the text as it was
/// drafted, and what it was drafted with.
struct DraftRecord {
  private static let folder = ".gongkai"
  private static let textPath = "\(folder)/draft.md"
  private static let factsPath = "\(folder)/draft.txt"
  private static let lastYear = "上年数：有"
  private static let wordings = [
    (line: "写法：上年", value: "last"), (line: "写法：句式", value: "template"),
  ]

  /// The text with its blanks, before any of them was filled.
  var text: String
  /// Whether numbers of last year were at hand.
  var hasLastYear: Bool
  /// Whose wording it has, as `--wording` calls it; nil where a record does not say.
  var wording: String?

  init(text: String, hasLastYear: Bool, wording: String) {
    self.text = text
    self.hasLastYear = hasLastYear
    self.wording = wording
  }

  /// The record of a folder.
  init(in folder: String) throws(CommandError) {
    guard FileSystem.isFile("\(folder)/\(Self.textPath)") else {
      throw CommandError("\(folder)：没有起草记录（\(Self.textPath)），只有 gongkai draft 按句式写出的文件夹才能更新")
    }
    text = String(
      decoding: try FileSystem.read("\(folder)/\(Self.textPath)"), as: UTF8.self)
    let facts = "\(folder)/\(Self.factsPath)"
    let lines =
      FileSystem.isFile(facts)
      ? String(decoding: try FileSystem.read(facts), as: UTF8.self).split(separator: "\n") : []
    hasLastYear = lines.contains { $0 == Self.lastYear }
    wording = Self.wordings.first { wording in lines.contains { $0 == wording.line } }?.value
  }

  var files: [NewFolder.File] {
    var lines = hasLastYear ? [Self.lastYear] : []
    lines += Self.wordings.filter { $0.value == wording }.map(\.line)
    let facts = lines.map { $0 + "\n" }.joined()
    return [
      NewFolder.File(path: Self.textPath, bytes: [UInt8](text.utf8)),
      NewFolder.File(path: Self.factsPath, bytes: [UInt8](facts.utf8)),
    ]
  }
}
