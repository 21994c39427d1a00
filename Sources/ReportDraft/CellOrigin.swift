internal import FiscalStandards

/// The document whose table an address of a sentence means, told by a word before the table's name.
enum CellOrigin {
  case thisYear
  /// Last year's disclosure: 上年公开01.
  case lastYear
  /// The budget that was published for this year, with the ids of its own tables: 年初预算05.
  case budget

  private static let words: [(word: String, origin: CellOrigin)] = [
    ("上年", .lastYear), ("年初", .budget),
  ]

  /// The origin of an address, and the address in that document.
  static func split(_ address: Address) -> (origin: CellOrigin, address: Address) {
    guard let found = words.first(where: { address.table.hasPrefix($0.word) }) else {
      return (.thisYear, address)
    }
    var address = address
    address.table = String(address.table.dropFirst(found.word.count))
    return (found.origin, address)
  }
}
