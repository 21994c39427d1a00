internal import FiscalStandards
internal import FiscalText

/// The words of `confusions.txt` (common slips, look-alikes, fixed terms, words of templates), the words of
/// `spelling.txt`, and what the layout wants of the glossary.
struct Wording: Sendable {
  private(set) var slips: [Slip] = []
  /// Wordings that are not wrong, with the one that official documents prefer.
  private(set) var preferences: [Slip] = []
  private(set) var doubles: [Slip] = []
  /// Characters that are taken for others, wrong one first.
  private(set) var lookalikes: [UInt32: [UInt32]] = [:]
  private(set) var terms: [String] = []
  /// Shorter forms of the terms that are in use too.
  private(set) var accepted: [String] = []
  /// Terms of four characters of which no other wording differs by one, but for the variants.
  private(set) var fourCharacterTerms: [String] = []
  private(set) var acceptedVariants: [String] = []
  private(set) var templateWords: [String] = []
  /// The words of two characters, and how they are misspelt.
  private(set) var spelling = Spelling()
  /// The simplified forms of traditional and variant characters.
  private(set) var simplified: [UInt32: UInt32] = [:]

  /// What the layout wants of the glossary.
  private(set) var glossaryTerms: [GlossaryTerm] = []
  /// Whether the layout explains each 科目 with an amount.
  private(set) var explainsEachItem = false
  /// Terms that are out of use.
  private(set) var retiredTerms: [RetiredTerm] = []

  init() {}

  /// - Throws: a ``LayoutError`` with the place in the data file that is wrong.
  init(_ layout: Layout) throws(LayoutError) {
    let glossary = try layout.glossary()
    (glossaryTerms, explainsEachItem) = (glossary.terms, glossary.explainsEachItem)
    retiredTerms = glossary.retired
    spelling = try Spelling(layout)
    for file in try layout.dataFiles("confusions.txt") {
      for section in file.sections {
        for entry in section.entries { try read(entry, of: section, file) }
      }
    }
  }

  private mutating func read(
    _ entry: DataEntry, of section: DataSection, _ file: DataFile
  ) throws(LayoutError) {
    let values = entry.values.map(\.text)
    switch section.keyword.text {
    case "错字": slips.append(try slip(entry, file))
    case "宜写": preferences.append(try slip(entry, file))
    case "叠字": doubles.append(try slip(entry, file))
    case "形近音近":
      for value in entry.values {
        let pair = value.text.scalarValues
        guard pair.count == 2 else { throw file.error("易混字应当两个一组", at: value) }
        lookalikes[pair[0], default: []].append(pair[1])
      }
    case "固定用语" where entry.key.text == "通用": accepted += values
    case "固定用语" where entry.key.text == "四字":
      for value in entry.values where value.text.unicodeScalars.count != 4 {
        throw file.error("“四字”的用语应当是四个字", at: value)
      }
      fourCharacterTerms += values
    case "固定用语" where entry.key.text == "四字通用": acceptedVariants += values
    case "固定用语": terms += values
    case "模板用语": templateWords += values
    case "繁体字":
      guard entry.values.count == 2,
        values[0].unicodeScalars.count == values[1].unicodeScalars.count
      else {
        throw file.error("竖线两边的字数应当相同", at: file.value(of: entry))
      }
      for (old, new) in zip(values[0].scalarValues, values[1].scalarValues) {
        simplified[old] = new
      }
    default:
      throw file.error("不认识的节“[\(section.keyword.text)]”", at: section.keyword)
    }
  }

  private func slip(_ entry: DataEntry, _ file: DataFile) throws(LayoutError) -> Slip {
    guard entry.argument == nil, let right = entry.values.first?.text,
      let slip = Slip(
        wrong: entry.key.text, right: right,
        exceptions: entry.values.dropFirst().map(\.text))
    else { throw file.error("应当写成“错的写法：对的写法”", at: entry.key) }
    return slip
  }
}
