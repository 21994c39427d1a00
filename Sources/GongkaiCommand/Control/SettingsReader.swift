internal import FiscalStandards
internal import ReportLint

/// Works out the settings of documents. Configurations are found beside a document or in a folder
/// above it; each is read once.
struct SettingsReader {
  static let select = Option(
    "--select", value: "规则", help: "只用这些规则或规则组，逗号分开，如 NN,TI01")
  static let ignore = Option("--ignore", value: "规则", help: "不用这些规则或规则组")
  static let threshold = Option(
    "--fail-on", value: "级别", choices: ["error", "warning", "info"], help: "达到此级别时退出状态为 1")
  static let configuration = Option(
    "--config", value: "文件", help: "检查设置（默认用文档旁边或上级文件夹里的 gongkai.conf）")
  static let accept = Option(
    "--accept", value: "文件", help: "已认可的问题（默认用文档旁边的 accepted.txt）")
  static let writeAccept = Option(
    "--write-accept", help: "把现有问题写进已认可的问题，留待填写理由")

  private static let configurationName = "gongkai.conf"

  private let invocation: Invocation
  private var library: LayoutLibrary
  private var given: Configuration?
  private let selected: [String]
  private let ignored: [String]
  /// By folder; nil where neither it nor a folder above has one.
  private var known: [String: Configuration?] = [:]
  private var catalogue: RuleCatalogue?

  init(_ invocation: Invocation) throws {
    self.invocation = invocation
    library = try invocation.library()
    selected = Self.ids(invocation.value(Self.select))
    ignored = Self.ids(invocation.value(Self.ignore))
    for id in selected + ignored { try requireRule(id) }
    guard let path = invocation.value(Self.configuration) else { return }
    given = try read(path)
  }

  /// The settings of a document.
  mutating func settings(of document: Document) throws -> LintSettings {
    let folder = Self.folder(of: document)
    let configuration = try given ?? configuration(above: folder)
    var settings = LintSettings(accepted: "\(folder)/\(LintSettings.acceptedName)")
    settings.selection = Selection(
      selected: invocation.has(Self.select)
        ? selected : configuration?.selected.map(\.text) ?? [],
      ignored: invocation.has(Self.ignore) ? ignored : configuration?.ignored.map(\.text) ?? [])
    settings.threshold =
      invocation.value(Self.threshold).flatMap(Severity.init(rawValue:))
      ?? configuration?.threshold ?? .error
    settings.layout = try configuration.flatMap { try layout($0) }
    if let path = invocation.value(Self.accept) {
      settings.accepted = path
      settings.isAcceptedRequired = true
    } else if let configuration, let path = configuration.accepted {
      let base = FileSystem.parent(of: configuration.file.path)
      settings.accepted = path.hasPrefix("/") ? path : "\(base)/\(path)"
      settings.isAcceptedRequired = true
    }
    return settings
  }

  /// The folder that holds a document, or that is one.
  private static func folder(of document: Document) -> String {
    FileSystem.isFolder(document.name)
      ? trimmed(document.name) : FileSystem.parent(of: document.name)
  }

  private static func trimmed(_ path: String) -> String {
    path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
  }

  /// - Parameter isResolved: whether the folder's path has no links, `.` and `..` any more.
  private mutating func configuration(
    above folder: String, isResolved: Bool = false
  ) throws -> Configuration? {
    if let found = known[folder] { return found }
    let path = "\(folder)/\(Self.configurationName)"
    var configuration: Configuration?
    if FileSystem.isFile(path) {
      configuration = try read(path)
    } else if let whole = isResolved ? folder : resolvedPath(folder), whole != "/" {
      configuration = try self.configuration(
        above: FileSystem.parent(of: whole), isResolved: true)
    }
    known[folder] = .some(configuration)
    return configuration
  }

  private mutating func read(_ path: String) throws -> Configuration {
    let configuration = try Configuration(DataFile(path: path))
    // Its identities may be among the rules that are selected.
    _ = try layout(configuration)
    for id in configuration.selected + configuration.ignored {
      try configuration.locating(id) { try requireRule(id.text) }
    }
    return configuration
  }

  /// The layout that a configuration names: for a folder of the user's own, which is found from the
  /// configuration's, its path.
  private mutating func layout(_ configuration: Configuration) throws -> String? {
    guard let layout = configuration.layout, !invocation.has(.layout) else { return nil }
    let base = FileSystem.parent(of: configuration.file.path)
    return try configuration.locating(layout) {
      guard let folder = try library.ownFolder(layout.text, from: base) else {
        return try library.fullName(layout.text)
      }
      _ = try library.add(folder: folder)
      catalogue = nil
      return folder
    }
  }

  private mutating func requireRule(_ id: String) throws {
    let catalogue = try catalogue ?? RuleCatalogue(library)
    self.catalogue = catalogue
    try catalogue.requireAny(id)
  }

  private static func ids(_ list: String?) -> [String] {
    (list ?? "").split { $0 == "," || $0 == "，" || $0 == " " }.map { $0.uppercased() }
  }
}

extension Configuration {
  /// Says at which of the configuration's words something is wrong.
  fileprivate func locating<Value>(_ token: Id, _ work: () throws -> Value) throws -> Value {
    do {
      return try work()
    } catch let error as CommandError {
      throw file.error(error.description, at: token)
    }
  }
}
