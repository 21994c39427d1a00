/// What `draft` leaves in a folder to tell later what a person changed: the text as it was
/// drafted, and what it was drafted with.
struct DraftRecord {
  private static let folder = ".gongkai"
  private static let textPath = "\(folder)/draft.md"
  private static let factsPath = "\(folder)/draft.txt"
  private static let lastYear = "上年数：有\n"

  /// The text with its blanks, before any of them was filled.
  var text: String
  /// Whether numbers of last year were at hand.
  var hasLastYear: Bool

  init(text: String, hasLastYear: Bool) {
    self.text = text
    self.hasLastYear = hasLastYear
  }

  /// The record of a folder.
  init(in folder: String) throws(CommandError) {
    guard FileSystem.isFile("\(folder)/\(Self.textPath)") else {
      throw CommandError("\(folder)：没有起草记录（\(Self.textPath)），只有 gongkai draft 按句式写出的文件夹才能更新")
    }
    text = String(
      decoding: try FileSystem.read("\(folder)/\(Self.textPath)"), as: UTF8.self)
    let facts = "\(folder)/\(Self.factsPath)"
    hasLastYear = FileSystem.isFile(facts) ? try !FileSystem.read(facts).isEmpty : false
  }

  var files: [NewFolder.File] {
    [
      NewFolder.File(path: Self.textPath, bytes: [UInt8](text.utf8)),
      NewFolder.File(path: Self.factsPath, bytes: [UInt8]((hasLastYear ? Self.lastYear : "").utf8)),
    ]
  }
}
