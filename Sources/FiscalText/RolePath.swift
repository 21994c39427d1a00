/// Roles of sections are paths with points between their parts: `narrative.other.assets` stands
/// below `narrative.other`. They are ASCII, and compared by their bytes.
extension String {
  /// Whether the role is another one or stands below it.
  public func isRole(_ outer: String) -> Bool { hasSameBytes(as: outer) || isRole(below: outer) }

  /// Whether the role stands below another one.
  public func isRole(below outer: String) -> Bool {
    let length = outer.utf8.count
    guard utf8.count > length + 1 else { return false }
    return utf8.starts(with: outer.utf8)
      && utf8[utf8.index(utf8.startIndex, offsetBy: length)] == Self.point
  }

  /// The role that the role stands right below, or nil for a part of the document.
  public var outerRole: String? { utf8.lastIndex(of: Self.point).map { String(self[..<$0]) } }

  /// The first two parts of the role: 五、（二） and 五、（三） tell of the same.
  public var mainRole: String {
    guard let first = utf8.firstIndex(of: Self.point),
      let second = utf8[utf8.index(after: first)...].firstIndex(of: Self.point)
    else { return self }
    return String(self[..<second])
  }

  /// The role of the part of the document that the role belongs to.
  public var outermostRole: String {
    utf8.firstIndex(of: Self.point).map { String(self[..<$0]) } ?? self
  }

  /// Whether the role is that of a part of the document.
  public var isOutermostRole: Bool { !utf8.contains(Self.point) }

  private static let point = UInt8(ascii: ".")
}
