internal import FiscalText

/// Reads `glossary.txt`; a term that the parent layout has too is replaced.
struct GlossaryFileReader {
  private static let sections = ["名词解释", "名词", "停用"]
  private static let keys = ["又名", "需要"]
  private static let retiredKeys = ["起", "依据", "现称", "除外"]

  private let reader: DataReader

  init(_ file: DataFile) { reader = DataReader(file: file) }

  func read(into form: inout GlossaryForm) throws(LayoutError) {
    for section in reader.file.sections {
      switch section.keyword.text {
      case "名词解释":
        for entry in section.entries {
          guard entry.key.text == "逐项科目" else {
            throw reader.unknownKey(entry, known: ["逐项科目"])
          }
          form.explainsEachItem = try reader.flag(entry)
        }
      case "名词":
        let term = try term(section)
        form.terms.removeAll { $0.name == term.name }
        form.terms.append(term)
      case "停用":
        let term = try retired(section)
        form.retired.removeAll { $0.name == term.name }
        form.retired.append(term)
      default: throw reader.unknownSection(section, known: Self.sections)
      }
    }
  }

  private func term(_ section: DataSection) throws(LayoutError) -> GlossaryTerm {
    var term = GlossaryTerm(
      name: try reader.argument(section).text, otherNames: [], need: .whenUsed)
    for entry in section.entries {
      switch entry.key.text {
      case "又名": term.otherNames += entry.values.map(\.text)
      case "需要": term.need = try need(entry)
      default: throw reader.unknownKey(entry, known: Self.keys)
      }
    }
    return term
  }

  private func retired(_ section: DataSection) throws(LayoutError) -> RetiredTerm {
    let name = try reader.argument(section)
    var (year, rule): (Int?, String?)
    var term = RetiredTerm(name: name.text, year: 0, rule: "", successor: nil, exceptions: [])
    for entry in section.entries {
      let value = try reader.value(entry)
      switch entry.key.text {
      case "起": year = try reader.number(value)
      case "依据": rule = value.text
      case "现称": term.successor = value.text
      case "除外": term.exceptions += entry.values.map(\.text)
      default: throw reader.unknownKey(entry, known: Self.retiredKeys)
      }
    }
    guard let year, let rule else {
      throw reader.file.error("“\(name.text)”要写明“起”和“依据”", at: name)
    }
    (term.year, term.rule) = (year, rule)
    return term
  }

  private func need(_ entry: DataEntry) throws(LayoutError) -> GlossaryTerm.Need {
    switch try reader.value(entry).text {
    case "始终": return .always
    case "用到": return .whenUsed
    default: break
    }
    var addresses: [Address] = []
    for token in entry.values {
      do throws(FormulaError) {
        guard case .cell(let address) = try Formula(token.text).expression else {
          throw FormulaError(offset: 0, message: "应当是“始终”“用到”或地址")
        }
        addresses.append(address)
      } catch {
        throw reader.file.error(error.message, at: token.offset + error.offset)
      }
    }
    return .whenPrinted(addresses)
  }
}
