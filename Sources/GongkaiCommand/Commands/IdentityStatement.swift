internal import FiscalStandards

/// An identity with the layouts that state it in these words; those that inherit it are not named.
struct IdentityStatement {
  var identity: Identity
  var layouts: [String]

  /// All identities of a library, in the order of the layouts' names.
  static func all(in library: LayoutLibrary) throws(LayoutError) -> [IdentityStatement] {
    var statements: [IdentityStatement] = []
    var known: [String: [Identity]] = [:]
    for name in try library.names() {
      let layout = try library.layout(name)
      let identities = try layout.identities()
      known[name] = identities
      let inherited = layout.parent.flatMap { known[$0] } ?? []
      for identity in identities where !inherited.contains(where: { isSame($0, identity) }) {
        if let index = statements.firstIndex(where: { isSame($0.identity, identity) }) {
          statements[index].layouts.append(name)
        } else {
          statements.append(IdentityStatement(identity: identity, layouts: [name]))
        }
      }
    }
    return statements
  }

  private static func isSame(_ left: Identity, _ right: Identity) -> Bool {
    left.id == right.id && left.statement == right.statement && left.relations == right.relations
      && left.level == right.level && left.category == right.category
      && left.source == right.source
  }
}
