internal import FiscalModel
internal import FiscalNarrative
internal import FiscalStandards
internal import FiscalText
internal import ReportDraft
internal import ReportReaders

/// `gongkai draft --last`: last year's disclosure with this year's tables.
struct RollRun {
  private let last: DocumentReader.Bound
  private let readings = Memo<String, DisclosureReading>()

  var layout: Layout { last.layout }
  var report: Report { last.report }
  var notes: [String] { last.notes }
  var nextYear: Int? { last.report.year.map { $0 + 1 } }

  /// Nil where the narrative is to be written from templates.
  init?(_ reader: DocumentReader, last path: String?, wording: String?) throws {
    guard wording == nil || wording == "last" || wording == "template" else {
      throw UsageError("--wording 的值应是 last 或 template", command: DraftCommand.form.name)
    }
    guard let path, wording != "template" else {
      guard wording != "last" else {
        throw UsageError("沿用上年的文字要给出 --last", command: DraftCommand.form.name)
      }
      return nil
    }
    last = try reader.read(Document(paths: try Self.files(path)))
    let hasNarrative = last.report.allSections.contains {
      $0.role?.hasPrefix("narrative") == true && !$0.blocks.isEmpty
    }
    guard hasNarrative else {
      guard wording == nil else { throw CommandError("\(path)：没有找到情况说明") }
      return nil
    }
    prepare()
  }

  /// Begins to read what last year's disclosure says, beside the reading of this year's tables. An
  /// error shows when it is asked for.
  private func prepare() {
    let (readings, report, layout) = (readings, last.report, last.layout)
    BackgroundThread.start {
      _ = try? Self.reading(of: report, layout, readings)
    }
  }

  private static func reading(
    of report: Report, _ layout: Layout, _ readings: Memo<String, DisclosureReading>
  ) throws(LayoutError) -> DisclosureReading {
    try readings.value(of: layout.name) { () throws(LayoutError) in
      try DisclosureReading(report, layout: layout)
    }
  }

  /// The files of a document: those of a folder without a disclosure in the source format, or one.
  static func files(_ path: String) throws -> [String] {
    guard FileSystem.isFolder(path), !FileSystem.isFile("\(path)/\(DocumentFinder.sourceFile)")
    else { return [path] }
    let names = try FileSystem.names(path).filter { !$0.hasPrefix(".") }
    return names.map { "\(path)/\($0)" }.filter { !FileSystem.isFolder($0) }
  }

  /// Last year's wording with the numbers of this year's tables.
  func rolled(
    onto tables: Report, budget: PublishedTables?, prior: PriorNumbers?, year: Int
  ) throws -> (report: Report, journal: RollJournal) {
    let reading = try Self.reading(of: last.report, last.layout, readings)
    var roller = try ReportRoller(
      reading, glossary: try last.layout.glossary(), tables: tables, budget: budget, prior: prior,
      year: year)
    let rolled = roller.rolled()
    // The process ends behind the draft; to free all this piece by piece takes longer.
    Keepsake.keep((roller, reading, rolled))
    return (rolled.report, RollJournal(rolled, from: last.report.year))
  }
}

extension RollJournal {
  static let fileName = "起草说明.md"

  /// Where each number comes from, for people and for programs.
  var files: [NewFolder.File] {
    [
      NewFolder.File(path: Self.fileName, bytes: [UInt8](markdown().utf8)),
      NewFolder.File(path: "起草说明.json", bytes: json()),
    ]
  }
}
