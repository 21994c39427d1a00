internal import Glibc

/// The folders that the tool needs beside itself.
enum ResourceFolder: String {
  case layouts = "Layouts"
  case fonts = "Fonts"

  private var variable: String { self == .layouts ? "GONGKAI_LAYOUTS" : "GONGKAI_FONTS" }
  private var option: String { self == .layouts ? "--layouts" : "--fonts" }

  /// Finds the folder: the option's value, then the environment, then `../share/gongkai` beside
  /// the executable, then the checkout that holds the executable.
  func find(option value: String?, _ surroundings: Surroundings) throws(CommandError) -> String {
    if let value { return try existing(value, from: option) }
    if let value = surroundings.environment[variable], !value.isEmpty {
      return try existing(value, from: "环境变量 \(variable)")
    }
    for folder in foldersAbove(surroundings.executable) {
      for candidate in ["\(folder)/share/gongkai/\(rawValue)", "\(folder)/\(rawValue)"]
      where FileSystem.isFolder(candidate) && isOurs(candidate, in: folder) {
        return candidate
      }
    }
    throw CommandError(
      "找不到 \(rawValue) 文件夹；请用 \(option) 或环境变量 \(variable) 指明它在哪里")
  }

  /// A checkout is told from any other folder that happens to hold one of the name.
  private func isOurs(_ candidate: String, in folder: String) -> Bool {
    candidate.hasSuffix("/share/gongkai/\(rawValue)")
      || FileSystem.isFile("\(folder)/Package.swift")
  }

  private func existing(_ path: String, from origin: String) throws(CommandError) -> String {
    guard FileSystem.isFolder(path) else {
      throw CommandError("\(path)：\(origin) 指的文件夹不存在")
    }
    return path
  }

  /// The folders above a file, the nearest first.
  private func foldersAbove(_ file: String?) -> [String] {
    guard let file else { return [] }
    var folders: [String] = []
    var path = file[...]
    while let slash = path.lastIndex(of: "/") {
      path = path[..<slash]
      folders.append(String(path))
    }
    return folders
  }
}
