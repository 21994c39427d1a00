/// What every reader of a data file needs: the section it stands in, and errors with their place.
public struct DataReader: Sendable {
  public let file: DataFile

  public init(file: DataFile) { self.file = file }

  /// Refuses a section that is not one of those that the file may have.
  public func unknownSection(_ section: DataSection, known: [String]) -> LayoutError {
    let list = known.map { "[\($0)]" }.joined(separator: "、")
    return file.error("不认识的节“[\(section.keyword.text)]”，可用：\(list)", at: section.keyword)
  }

  /// Refuses a key that is not one of those that the section may have.
  public func unknownKey(_ entry: DataEntry, known: [String]) -> LayoutError {
    file.error(
      "不认识的键“\(entry.key.text)”，可用：\(known.joined(separator: "、"))", at: entry.key)
  }

  /// The argument of a section head that must have one.
  public func argument(_ section: DataSection) throws(LayoutError) -> DataToken {
    guard let argument = section.argument else {
      throw file.error("“[\(section.keyword.text)]”后面缺少名称", at: section.keyword)
    }
    return argument
  }

  /// The word behind an entry's key, which must be there.
  public func argument(_ entry: DataEntry) throws(LayoutError) -> DataToken {
    guard let argument = entry.argument else {
      throw file.error("“\(entry.key.text)”后面缺少名称", at: entry.key)
    }
    return argument
  }

  /// The whole value of an entry that must have one.
  public func value(_ entry: DataEntry) throws(LayoutError) -> DataToken {
    guard !entry.values.isEmpty else {
      throw file.error("“\(entry.key.text)”缺少值", at: entry.key)
    }
    return file.value(of: entry)
  }

  /// A value that must be one of a few words.
  public func choice<Value>(
    _ token: DataToken, of choices: [(word: String, value: Value)]
  ) throws(LayoutError) -> Value {
    if let match = choices.first(where: { $0.word == token.text }) { return match.value }
    let list = choices.map { "“\($0.word)”" }.joined(separator: "、")
    throw file.error("“\(token.text)”应当是\(list)之一", at: token)
  }

  /// 是 or 否.
  public func flag(_ entry: DataEntry) throws(LayoutError) -> Bool {
    try choice(try value(entry), of: [("是", true), ("否", false)])
  }

  /// A whole number that is not negative.
  public func number(_ token: DataToken) throws(LayoutError) -> Int {
    guard let number = Int(token.text), number >= 0 else {
      throw file.error("“\(token.text)”应当是整数", at: token)
    }
    return number
  }
}
