/// A link from one part of an Office package to another.
struct Relationship: Sendable {
  var id: String
  /// The last step of the type's address: `styles`, `worksheet`, `chart` …; it is the same in
  /// the transitional and the strict form of the standard.
  var kind: String
  /// The full name of the part, such as `word/media/image1.png`, or an outside address.
  var target: String
  var isExternal: Bool
}
