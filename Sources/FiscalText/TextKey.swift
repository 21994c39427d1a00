internal import Glibc

/// A string as a key: two are the same if their bytes are.
///
/// `String` compares and hashes by canonical equivalence, for which it normalises every ideograph.
/// Names that are looked up thousands of times need that no more than the bytes of a file do.
public struct TextKey: Hashable, Sendable {
  public let text: String

  @inlinable
  public init(_ text: String) { self.text = text }

  @inlinable
  public static func == (left: TextKey, right: TextKey) -> Bool {
    left.text.hasSameBytes(as: right.text)
  }

  @inlinable
  public func hash(into hasher: inout Hasher) { text.hashBytes(into: &hasher) }
}

extension String {
  /// Whether two strings are the same byte by byte.
  @inlinable
  public func hasSameBytes(as other: String) -> Bool {
    guard utf8.count == other.utf8.count else { return false }
    let isSame = utf8.withContiguousStorageIfAvailable { bytes in
      other.utf8.withContiguousStorageIfAvailable { areSame(bytes, $0) }
    }
    return (isSame ?? nil) ?? utf8.elementsEqual(other.utf8)
  }

  /// Whether a word stands in the text, byte by byte.
  public func holds(_ word: String) -> Bool {
    [UInt8](utf8).firstOffset(of: [UInt8](word.utf8)) != nil
  }

  /// Whether the text ends with a word, byte by byte.
  public func hasEnding(_ word: String) -> Bool {
    utf8.count >= word.utf8.count && utf8.suffix(word.utf8.count).elementsEqual(word.utf8)
  }

  /// The text without a word at its end, if it has it.
  public func withoutEnding(_ word: String) -> String {
    guard hasEnding(word) else { return self }
    return String(decoding: utf8.dropLast(word.utf8.count), as: UTF8.self)
  }

  /// The parts of a path between slashes, 本年支出 and 小计 of 本年支出/小计; empty ones are left out.
  public var pathParts: [String] {
    let slash = UInt8(ascii: "/")
    guard utf8.contains(slash) else { return isEmpty ? [] : [self] }
    let bytes = Array(utf8)
    var parts: [String] = []
    var start = 0
    for end in 0...bytes.count where end == bytes.count || bytes[end] == slash {
      if end > start { parts.append(String(decoding: bytes[start..<end], as: UTF8.self)) }
      start = end + 1
    }
    return parts
  }

  /// The path with a slash between its parts.
  public init(path: [String]) {
    self = path.count == 1 ? path[0] : path.joined(separator: "/")
  }

  /// Feeds the bytes to a hasher, and nothing that parts them from what follows: only `==` tells apart
  /// what differs in that alone.
  @inlinable
  public func hashBytes(into hasher: inout Hasher) {
    let isDone: Void? = utf8.withContiguousStorageIfAvailable {
      hasher.combine(bytes: UnsafeRawBufferPointer($0))
    }
    if isDone == nil { Array(utf8).withUnsafeBytes { hasher.combine(bytes: $0) } }
  }
}

/// Whether bytes are the same.
@usableFromInline
func areSame(_ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>) -> Bool {
  guard left.count == right.count, let first = left.baseAddress, let second = right.baseAddress
  else { return left.isEmpty && right.isEmpty }
  return memcmp(first, second, left.count) == 0
}

/// Whether a word is that of a case: byte by byte, since the words of data files have one spelling,
/// and to compare what looks alike takes ten times as long.
@inlinable
public func ~= (word: String, text: String) -> Bool { text.hasSameBytes(as: word) }
