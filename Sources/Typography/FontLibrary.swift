/// The faces that a manifest leads to, each opened once and only when a character needs it.
final class FontLibrary {
  let manifest: FontManifest
  let preference: FontSet.Preference
  private(set) var faces: [OpenFace] = []
  /// Faces that were found but may or can not be used.
  private(set) var refused: [FontError] = []
  let buffer = ShapingBuffer()

  private var own: FontFolder
  private var system: FontFolder?
  private let systemFolders: [String]?
  private let knownFiles: Set<String>
  private var opened: [FontFolder.Place: Int?] = [:]

  init(
    manifest: FontManifest, folder: String?, systemFolders: [String]?,
    preference: FontSet.Preference
  ) {
    self.manifest = manifest
    self.preference = preference
    self.systemFolders = systemFolders
    own = FontFolder(folder.map { [$0] } ?? [])
    knownFiles = Set(
      manifest.entries.filter { $0.kind == .standard }.flatMap(\.names).map(\.key))
  }

  /// The lines of the manifest for a role, those first whose face somebody put into `Fonts/`.
  func entries(role: FontRole, isBold: Bool) -> [FontManifest.Entry] {
    let allowed = manifest.entries.filter { entry in
      (entry.role ?? role) == role && (preference == .official || entry.kind == .standard)
    }
    let ofRole = allowed.filter { $0.role != nil } + allowed.filter { $0.role == nil }
    let regular = ofRole.filter { $0.weight != .bold }
    let inWeight = isBold ? ofRole.filter { $0.weight != .regular } + regular : regular
    var seen: Set<Int> = []
    let unique = inWeight.filter { seen.insert($0.line).inserted }
    let dropped = unique.filter { ownPlace(of: $0) != nil }
    let droppedLines = Set(dropped.map(\.line))
    return dropped + unique.filter { !droppedLines.contains($0.line) }
  }

  /// Where the face of a line is; nil when it is not on this machine.
  func place(of entry: FontManifest.Entry) -> FontFolder.Place? {
    if let place = ownPlace(of: entry) { return place }
    var folder = system ?? FontFolder(systemFolders ?? FontFolder.system)
    defer { system = folder }
    for name in entry.names {
      if let place = folder.find(name, knownFiles: knownFiles) { return place }
    }
    return nil
  }

  func isOwn(_ place: FontFolder.Place, of entry: FontManifest.Entry) -> Bool {
    ownPlace(of: entry) == place
  }

  private func ownPlace(of entry: FontManifest.Entry) -> FontFolder.Place? {
    for name in entry.names {
      if let place = own.find(name, knownFiles: []) { return place }
    }
    return nil
  }

  /// The index of the face of a line, which is opened if it was not yet; nil when it is absent
  /// or refused.
  func face(of entry: FontManifest.Entry) -> Int? {
    guard let place = place(of: entry) else { return nil }
    if let known = opened[place] { return known }
    do throws(FontError) {
      faces.append(try OpenFace(place, entry: entry))
      opened[place] = .some(faces.count - 1)
      return faces.count - 1
    } catch {
      refused.append(error)
      opened[place] = .some(nil)
      return nil
    }
  }
}
