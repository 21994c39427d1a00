internal import FiscalStandards
internal import FiscalText

/// The numbers of `limits.txt` beyond which a reviewer is asked to look twice.
struct Limits: Sendable {
  /// Changes against last year, in percent.
  private(set) var change = 30
  /// Receptions, in yuan a guest.
  private(set) var perGuest = 1_000
  /// Operation of vehicles, in yuan a vehicle.
  private(set) var perVehicle = 200_000
  /// From approval to publication, in days.
  private(set) var daysToPublish = 20
  /// The grades of self-evaluation.
  private(set) var grades = GradeScale()

  private static let section = "提示线"
  private static let keys = ["增减比例", "人均接待费", "车均运行维护费", "公开期限"]
  /// No limit needs more, and sums with it must not overflow.
  private static let most = 1_000_000_000

  init() {}

  /// - Throws: a ``LayoutError`` with the place in the data file that is wrong.
  init(_ layout: Layout) throws(LayoutError) {
    for file in try layout.dataFiles("limits.txt") {
      let reader = DataReader(file: file)
      for section in file.sections {
        if section.keyword.text == GradeScale.section {
          try grades.read(section, reader)
          continue
        }
        guard section.keyword.text == Self.section else {
          throw reader.unknownSection(section, known: [Self.section, GradeScale.section])
        }
        for entry in section.entries { try read(entry, reader) }
      }
    }
  }

  private mutating func read(_ entry: DataEntry, _ reader: DataReader) throws(LayoutError) {
    let token = try reader.value(entry)
    let number = try reader.number(token)
    guard number <= Self.most else { throw reader.file.error("数太大了", at: token) }
    switch entry.key.text {
    case "增减比例": change = number
    case "人均接待费": perGuest = number
    case "车均运行维护费": perVehicle = number
    case "公开期限": daysToPublish = number
    default: throw reader.unknownKey(entry, known: Self.keys)
    }
  }
}
