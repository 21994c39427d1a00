internal import FiscalStandards

extension Invocation {
  /// The layouts that the tool works with.
  func library() throws -> LayoutLibrary {
    try LayoutLibrary(path: ResourceFolder.layouts.find(option: value(.layouts), surroundings))
  }

  /// The layout that was asked for, or nil.
  func layoutName(in library: LayoutLibrary) throws -> String? {
    try value(.layout).map { try library.fullName($0) }
  }
}

extension LayoutLibrary {
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
