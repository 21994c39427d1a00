/// Small changes to XML parts that leave all other bytes as they are.
enum XMLPart {
  static let declaration = #"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#
  static let package = "http://schemas.openxmlformats.org/package/2006"
  static let relations =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

  static func inserting(_ element: String, intoRootOf part: [UInt8]) -> [UInt8]? {
    inserting([UInt8](element.utf8), intoRootOf: part)
  }

  /// A part with elements before the end of its root; a root without content is opened.
  static func inserting(_ elements: [UInt8], intoRootOf part: [UInt8]) -> [UInt8]? {
    var scanner = TagScanner(part)
    var last: TagScanner.Token?
    var root: TagScanner.Token?
    while let token = scanner.next() {
      if token.kind == .text { continue }
      if root == nil { root = token }
      last = token
    }
    guard let root, let last else { return nil }
    if root.kind == .empty {
      let slash = root.range.upperBound - 2
      return part[..<slash] + [UInt8(ascii: ">")] + elements + [UInt8]("</".utf8)
        + part[root.name] + [UInt8(ascii: ">")] + part[root.range.upperBound...]
    }
    guard last.kind == .end else { return nil }
    return part[..<last.range.lowerBound] + elements + part[last.range.lowerBound...]
  }

  /// A list of relationships with one more.
  static func relating(_ part: [UInt8]?, id: String, type: String, target: String) -> [UInt8] {
    let empty =
      declaration + #"<Relationships xmlns="\#(package)/relationships"></Relationships>"#
    let part = part ?? [UInt8](empty.utf8)
    let element =
      #"<Relationship Id="\#(id)" Type="\#(relations)/\#(type)" Target="\#(target)"/>"#
    return inserting(element, intoRootOf: part) ?? part
  }

  /// The attributes of all elements of a name, in order.
  static func elements(
    _ name: String, in part: [UInt8], attributes: [String]
  ) -> [[String: String]] {
    var scanner = TagScanner(part)
    var found: [[String: String]] = []
    while let token = scanner.next() {
      guard token.kind == .start || token.kind == .empty, scanner.isNamed(token, name) else {
        continue
      }
      var values: [String: String] = [:]
      for attribute in attributes { values[attribute] = scanner.attribute(attribute, of: token) }
      found.append(values)
    }
    return found
  }
}
