internal import Glibc

/// The font files below some folders, found by file name at once and by the fonts' own names
/// only when asked.
struct FontFolder {
  /// A face of a file.
  struct Place: Hashable {
    var path: String
    var index: Int
  }

  private let paths: [String]
  private let byFileName: [String: String]
  private var byName: [String: Place]?

  private static let deepest = 8
  private static let mostFiles = 20_000

  /// Lists folders; those that are not there hold nothing.
  init(_ folders: [String]) {
    var paths: [String] = []
    for folder in folders { Self.list(folder, depth: 0, into: &paths) }
    self.paths = paths
    var byFileName: [String: String] = [:]
    for path in paths {
      let key = Self.fileKey(path)
      if byFileName[key] == nil { byFileName[key] = path }
      let stem = Self.stem(key)
      if byFileName[stem] == nil { byFileName[stem] = path }
    }
    self.byFileName = byFileName
  }

  /// Where people and packages put fonts on this system.
  static var system: [String] {
    let home = getenv("HOME").map { String(cString: $0) }
    let data = getenv("XDG_DATA_HOME").map { String(cString: $0) }
    return [data.map { "\($0)/fonts" }, home.map { "\($0)/.local/share/fonts" }]
      .compactMap { $0 } + (home.map { ["\($0)/.fonts"] } ?? []) + [
        "/usr/local/share/fonts", "/usr/share/fonts",
        "/usr/share/texlive/texmf-dist/fonts/opentype/public/fandol",
      ]
  }

  /// The face that a manifest means. Files in `knownFiles` are not opened for their names.
  mutating func find(_ name: FontName, knownFiles: Set<String>) -> Place? {
    if let path = byFileName[name.key] { return Place(path: path, index: name.index ?? 0) }
    if FontFolder.isFontFile(name.key) { return nil }
    guard var place = names(knownFiles: knownFiles)[name.key] else { return nil }
    place.index = name.index ?? place.index
    return place
  }

  private mutating func names(knownFiles: Set<String>) -> [String: Place] {
    if let byName { return byName }
    var exact: [String: Place] = [:]
    var families: [String: (place: Place, isRegular: Bool)] = [:]
    for path in paths where !knownFiles.contains(Self.fileKey(path)) {
      for face in FontNameTable(path: path).faces {
        let place = Place(path: path, index: face.index)
        for name in face.names where exact[FontName.key(of: name)] == nil {
          exact[FontName.key(of: name)] = place
        }
        for family in face.families {
          let key = FontName.key(of: family)
          if let known = families[key], known.isRegular || !face.isRegular { continue }
          families[key] = (place, face.isRegular)
        }
      }
    }
    let found = exact.merging(families.mapValues(\.place)) { exact, _ in exact }
    byName = found
    return found
  }

  /// Reads a folder and those below it in the order of their names.
  private static func list(_ folder: String, depth: Int, into paths: inout [String]) {
    guard depth <= deepest, let stream = opendir(folder) else { return }
    var names: [(name: String, type: Int32)] = []
    while let entry = readdir(stream) {
      let type = Int32(entry.pointee.d_type)
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { names.append((name, type)) }
    }
    closedir(stream)
    for (name, type) in names.sorted(by: { $0.name < $1.name }) where paths.count < mostFiles {
      let path = "\(folder)/\(name)"
      if isFontFile(FontName.key(of: name)) {
        paths.append(path)
      } else if type == Int32(DT_DIR) || type != Int32(DT_REG) && isFolder(path) {
        list(path, depth: depth + 1, into: &paths)
      }
    }
  }

  private static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  static func isFontFile(_ name: String) -> Bool {
    [".ttf", ".otf", ".ttc", ".otc"].contains { name.hasSuffix($0) }
  }

  private static func fileKey(_ path: String) -> String {
    FontName.key(of: String(path.split(separator: "/").last ?? ""))
  }

  private static func stem(_ name: String) -> String { String(name.dropLast(4)) }
}
