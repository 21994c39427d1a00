internal import Typography

extension Invocation {
  /// The faces that pages are set in.
  func fontSet() throws -> FontSet {
    let folder = try ResourceFolder.fonts.find(option: value(.fonts), surroundings)
    return try FontSet(folder: folder, preference: has(.freeFonts) ? .free : .official)
  }
}
