/// What a role is set in on this machine, for people who check fonts and licences.
public struct FontDescription: Sendable {
  /// A face of the chain.
  public struct Face: Sendable {
    /// The line of the manifest that names it.
    public var entry: FontManifest.Entry
    /// nil when the face is not on this machine or may not be used.
    public var installed: Installed?
  }

  public struct Installed: Sendable {
    /// What the face calls itself.
    public var name: String
    public var path: String
    /// Which face of a collection.
    public var index: Int
    /// Whether it lies in the folder for faces of one's own.
    public var isOwn: Bool
    /// How many of the characters of ``CoverageSample`` it has.
    public var coverage: Int
  }

  public var role: FontRole
  public var isBold: Bool
  /// In order of preference.
  public var faces: [Face]
  /// The characters of the sample that no face of the chain has.
  public var missing: [Unicode.Scalar]
}

extension FontSet {
  /// Opens every face of a role and counts what it covers.
  ///
  /// - Complexity: a few milliseconds a face.
  public func description(
    of role: FontRole, isBold: Bool, sample: [Unicode.Scalar] = CoverageSample.standard
  ) -> FontDescription {
    var open: [Int] = []
    var scopes: [Int: FontManifest.Scope] = [:]
    let entries = library.entries(role: role, isBold: isBold)
    let faces = entries.compactMap { entry -> FontDescription.Face? in
      guard let place = library.place(of: entry), let index = library.face(of: entry) else {
        return FontDescription.Face(entry: entry, installed: nil)
      }
      // A face that the role names itself is not told again as one of those for all roles.
      if scopes[index]?.isSuperset(of: entry.scope) == true { return nil }
      scopes[index] = entry.scope
      open.append(index)
      return FontDescription.Face(
        entry: entry,
        installed: FontDescription.Installed(
          name: library.faces[index].face.displayName, path: place.path, index: place.index,
          isOwn: library.isOwn(place, of: entry),
          coverage: sample.count { library.faces[index].face.glyph(for: $0.value) != nil }))
    }
    let missing = sample.filter { scalar in
      !open.contains { library.faces[$0].face.glyph(for: scalar.value) != nil }
    }
    return FontDescription(role: role, isBold: isBold, faces: faces, missing: missing)
  }
}
