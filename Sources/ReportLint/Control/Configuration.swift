public import FiscalStandards

/// What a `gongkai.conf` says about how documents are checked.
public struct Configuration: Sendable {
  /// A value with the token that states it, so that whoever uses it can say where it is wrong.
  public typealias Id = DataToken

  /// Rules or groups that alone run; empty for all.
  public var selected: [Id] = []
  /// Rules or groups that do not run.
  public var ignored: [Id] = []
  /// The mildest severity that makes the work fail.
  public var threshold: Severity?
  /// The layout by which documents are read, unless it is worked out.
  public var layout: Id?
  /// The file of accepted findings, as written: relative to the configuration's folder.
  public var accepted: String?
  /// The file, for errors.
  public let file: DataFile

  private static let keys = ["只用", "不用", "失败级别", "布局", "认可"]

  /// Reads a configuration.
  ///
  /// - Throws: a ``LayoutError`` with the line and column of what is wrong.
  public init(_ file: DataFile) throws(LayoutError) {
    self.file = file
    let reader = DataReader(file: file)
    for section in file.sections {
      guard section.keyword.text == "检查" else {
        throw reader.unknownSection(section, known: ["检查"])
      }
      var seen: Set<String> = []
      for entry in section.entries {
        guard seen.insert(entry.key.text).inserted else {
          throw file.error("“\(entry.key.text)”写了两次", at: entry.key)
        }
        try read(entry, reader)
      }
    }
  }

  private mutating func read(_ entry: DataEntry, _ reader: DataReader) throws(LayoutError) {
    let value = try reader.value(entry)
    switch entry.key.text {
    case "只用": selected = Self.ids(entry)
    case "不用": ignored = Self.ids(entry)
    case "失败级别":
      threshold = try reader.choice(value, of: Severity.allCases.map { ($0.word, $0) })
    case "布局": layout = value
    case "认可": accepted = value.text
    default: throw reader.unknownKey(entry, known: Self.keys)
    }
  }

  /// Ids are written in small letters, too.
  private static func ids(_ entry: DataEntry) -> [Id] {
    entry.values.map { Id($0.text.uppercased(), offset: $0.offset) }
  }
}
