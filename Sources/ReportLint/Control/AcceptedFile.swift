public import FiscalStandards

/// A file of accepted findings, `accepted.txt`.
public struct AcceptedFile: Sendable {
  public private(set) var acceptances: [Acceptance] = []
  public let file: DataFile

  private static let keys = ["文件", "原文", "第几处", "理由"]

  /// Reads the file.
  ///
  /// - Throws: a ``LayoutError`` with the line and column of what is wrong; an entry without a
  ///   reason is.
  public init(_ file: DataFile) throws(LayoutError) {
    self.file = file
    let reader = DataReader(file: file)
    for section in file.sections {
      guard section.keyword.text == "认可" else {
        throw reader.unknownSection(section, known: ["认可"])
      }
      acceptances.append(try Self.acceptance(section, reader))
    }
  }

  private static func acceptance(
    _ section: DataSection, _ reader: DataReader
  ) throws(LayoutError) -> Acceptance {
    let id = try reader.argument(section)
    let rule = DataToken(id.text.uppercased(), offset: id.offset)
    var acceptance = Acceptance(rule: rule, quote: "", occurrence: .number(1), reason: "")
    for entry in section.entries {
      switch entry.key.text {
      case "文件": acceptance.file = try reader.value(entry).text
      case "原文": acceptance.quote = reader.file.value(of: entry).text
      case "第几处": acceptance.occurrence = try occurrence(try reader.value(entry), reader)
      case "理由":
        guard !entry.values.isEmpty else {
          throw reader.file.error("“理由”是空的；认可一个问题要写明理由", at: entry.key)
        }
        acceptance.reason = reader.file.value(of: entry).text
      default: throw reader.unknownKey(entry, known: keys)
      }
    }
    guard !acceptance.reason.isEmpty else {
      throw reader.file.error("“\(id.text)”缺少“理由”；认可一个问题要写明理由", at: section.keyword)
    }
    return acceptance
  }

  private static func occurrence(
    _ token: DataToken, _ reader: DataReader
  ) throws(LayoutError) -> Acceptance.Occurrence {
    if token.text == "全部" { return .all }
    let number = try reader.number(token)
    guard number > 0 else { throw reader.file.error("“第几处”从 1 数起，或者写“全部”", at: token) }
    return .number(number)
  }

  /// Leaves out the entries about other files.
  public mutating func keep(_ isKept: (Acceptance) -> Bool) {
    acceptances = acceptances.filter(isKept)
  }
}
