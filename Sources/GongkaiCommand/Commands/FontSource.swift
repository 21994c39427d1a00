internal import Typography

/// Where faces come from. Each document gets a set of its own: sets remember what they have shaped.
struct FontSource: Sendable {
  private let folder: String
  private let preference: FontSet.Preference

  init(folder: String, preference: FontSet.Preference) {
    self.folder = folder
    self.preference = preference
  }

  func fontSet() throws(FontError) -> FontSet {
    try FontSet(folder: folder, preference: preference)
  }
}

extension Invocation {
  /// The faces that pages are set in.
  func fontSource() throws -> FontSource {
    // A folder of that name is still reached as ./free.
    let isFree = value(.fonts) == "free"
    return FontSource(
      folder: try ResourceFolder.fonts.find(option: isFree ? nil : value(.fonts), surroundings),
      preference: isFree || has(.freeFonts) ? .free : .official)
  }
}
