/// What a manifest calls a face: a file name, or a name that the font calls itself. `#2` picks
/// the third face of a collection.
public struct FontName: Hashable, Sendable, CustomStringConvertible {
  public var name: String
  public var index: Int?

  public init(_ name: String, index: Int? = nil) {
    self.name = name
    self.index = index
  }

  public var description: String { index.map { "\(name)#\($0)" } ?? name }

  /// The name without what people spell in different ways: case and spaces.
  var key: String { FontName.key(of: name) }

  static func key(of name: String) -> String {
    String(
      decoding: name.utf8.compactMap { byte -> UInt8? in
        switch byte {
        case 0x20: nil
        case 0x41...0x5A: byte | 0x20
        default: byte
        }
      }, as: UTF8.self)
  }
}
