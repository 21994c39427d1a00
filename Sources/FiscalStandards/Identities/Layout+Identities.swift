extension Layout {
  /// The identities of the layout's tables, its parents' included.
  ///
  /// - Throws: a ``LayoutError`` with the place in `identities.txt` that is wrong.
  public func identities() throws(LayoutError) -> [Identity] {
    var identities: [Identity] = []
    for file in try dataFiles("identities.txt") {
      identities = try IdentityFileReader.identities(file, extending: identities)
    }
    return identities
  }
}
