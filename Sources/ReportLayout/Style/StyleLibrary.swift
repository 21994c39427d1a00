public import FiscalStandards

/// The page styles of a `Layouts/` folder: the files of its folder `版式`.
public struct StyleLibrary: Sendable {
  /// The path of `Layouts/版式`.
  public let path: String

  /// - Parameter layouts: the path of `Layouts/`.
  public init(layouts: String) { path = "\(layouts)/版式" }

  /// The names by which styles are asked for, sorted.
  public func names() throws(LayoutError) -> [String] { try DataFile.names(inFolder: path) }

  /// - Throws: a ``LayoutError`` with the place of what is wrong in the style's file, or that says
  ///   which styles there are.
  public func style(_ name: String) throws(LayoutError) -> PageStyle {
    let known = try names()
    guard known.contains(name) else {
      let list = known.joined(separator: "、")
      throw LayoutError(path: path, message: "没有名为“\(name)”的版式，可用：\(list)")
    }
    return try PageStyle(path: "\(path)/\(name).txt")
  }
}

extension PageStyle {
  /// Reads a style file.
  ///
  /// - Throws: a ``LayoutError`` with the file, line and column of what is wrong.
  public init(path: String) throws(LayoutError) {
    self = try StyleFileReader(DataFile(path: path)).style()
  }

  /// Reads the content of a style file.
  public init(file: DataFile) throws(LayoutError) {
    self = try StyleFileReader(file).style()
  }
}
