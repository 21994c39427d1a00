internal import FiscalStandards

extension Invocation {
  /// The layouts that the tool works with, and the user's own that was asked for.
  func library() throws -> LayoutLibrary {
    let option = value(.layouts)
    return try libraries.value(of: option) {
      var library = try LayoutLibrary(
        path: ResourceFolder.layouts.find(option: option, surroundings))
      if let layout = value(.layout) { _ = try library.resolve(layout) }
      return library
    }
  }

  /// The layout that was asked for, or nil.
  func layoutName(in library: LayoutLibrary) throws -> String? {
    var library = library
    return try value(.layout).map { try library.resolve($0) }
  }
}

extension LayoutLibrary {
  /// The name of a layout as a user gives it: a name, or the folder of one of their own, which is
  /// added to the library.
  mutating func resolve(_ given: String) throws -> String {
    guard let folder = try ownFolder(given) else { return try fullName(given) }
    return try add(folder: folder)
  }

  /// The folder that is meant by what a user gives for a layout; nil for a name.
  ///
  /// - Parameter base: the folder from which the folder is reached.
  func ownFolder(_ given: String, from base: String = "") throws -> String? {
    let isPath = base.isEmpty || given.hasPrefix("/")
    let path = isPath ? given : "\(base)/\(given)"
    guard FileSystem.isFolder(path), try !LayoutLibrary(path: self.path).names().contains(given)
    else { return nil }
    return path
  }

  /// The name of a layout as a user gives it. 决算 and 预算 stand for the national forms.
  ///
  /// - Throws: a ``CommandError`` if there is none of that name.
  func fullName(_ given: String) throws -> String {
    let name = ["决算": "final-accounts", "预算": "budget"][given] ?? given
    let names = try names()
    guard names.contains(name) else {
      let nearest = nearestWord(to: name, among: names).map { "，是不是要写 \($0)" } ?? ""
      throw CommandError("没有布局“\(given)”\(nearest)（可用：\(names.joined(separator: "、"))）")
    }
    return name
  }
}
