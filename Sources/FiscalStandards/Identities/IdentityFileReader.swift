internal import FiscalText

/// Reads `identities.txt` over the identities of the parent layout: one of the same id replaces the
/// parent's, and `停用：是` drops it.
struct IdentityFileReader {
  private static let keys = ["说明", "公式", "级别", "类别", "来源", "除非", "停用"]

  private let reader: DataReader

  static func identities(
    _ file: DataFile, extending parent: [Identity]
  ) throws(LayoutError) -> [Identity] {
    let fileReader = IdentityFileReader(reader: DataReader(file: file))
    var identities = parent
    for section in file.sections {
      guard section.keyword.text == "关系" else {
        throw fileReader.reader.unknownSection(section, known: ["关系"])
      }
      let id = try fileReader.reader.argument(section).text
      let identity = try fileReader.identity(id, section)
      if let index = identities.firstIndex(where: { $0.id == id }) {
        if let identity { identities[index] = identity } else { identities.remove(at: index) }
      } else if let identity {
        identities.append(identity)
      }
    }
    return identities
  }

  /// Nil for one that is dropped.
  private func identity(_ id: String, _ section: DataSection) throws(LayoutError) -> Identity? {
    var identity = Identity(
      id: id, statement: "", relations: [], level: .error, category: "N7", source: "")
    for entry in section.entries {
      switch entry.key.text {
      case "说明": identity.statement = try reader.value(entry).text
      case "公式": identity.relations.append(try relation(try reader.value(entry)))
      case "级别":
        identity.level = try reader.choice(
          try reader.value(entry), of: Identity.Level.allCases.map { ($0.rawValue, $0) })
      case "类别": identity.category = try reader.value(entry).text
      case "来源": identity.source = try reader.value(entry).text
      case "除非": identity.exceptions += try addresses(entry)
      case "停用": if try reader.flag(entry) { return nil }
      default: throw reader.unknownKey(entry, known: Self.keys)
      }
    }
    guard !identity.relations.isEmpty else {
      throw reader.file.error("“\(id)”缺少“公式”", at: section.keyword)
    }
    guard !identity.statement.isEmpty else {
      throw reader.file.error("“\(id)”缺少“说明”", at: section.keyword)
    }
    return identity
  }

  private func addresses(_ entry: DataEntry) throws(LayoutError) -> [Address] {
    var addresses: [Address] = []
    for value in entry.values {
      guard case .cell(let address)? = (try? Formula(value.text))?.expression else {
        throw reader.file.error("“除非”后面应当是地址", at: value)
      }
      addresses.append(address)
    }
    return addresses
  }

  private func relation(_ token: DataToken) throws(LayoutError) -> Relation {
    do {
      return try Relation(token.text)
    } catch {
      throw reader.file.error("公式有误：\(error.message)", at: token.offset + error.offset)
    }
  }
}
