internal import Glibc

/// Whether a byte continues a UTF-8 sequence, so that it starts no code point.
@inlinable
public func isUTF8Continuation(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }

/// How many code points valid UTF-8 has. Without a branch or a check for each byte, so that many are
/// counted at once.
@inlinable
public func scalarCount(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
  var count = 0
  for byte in bytes { count &+= isUTF8Continuation(byte) ? 0 : 1 }
  return count
}

/// The code point that starts at an offset of valid UTF-8, and its length in bytes.
///
/// - Precondition: `offset` is the start of a code point inside `bytes`.
@inlinable
@inline(__always)
public func decodeScalar(_ bytes: [UInt8], at offset: Int) -> (scalar: UInt32, length: Int) {
  let first = UInt32(bytes[offset])
  if first < 0x80 { return (first, 1) }
  // Nearly all the rest are ideographs and wide marks, which have three bytes.
  if first & 0xF0 == 0xE0, offset + 2 < bytes.count {
    let (second, third) = (UInt32(bytes[offset + 1]) & 0x3F, UInt32(bytes[offset + 2]) & 0x3F)
    return ((first & 0x0F) << 12 | second << 6 | third, 3)
  }
  return bytes.withUnsafeBufferPointer { decodeRareScalar($0, at: offset) }
}

/// What ``decodeScalar(_:at:)`` gives, for whoever goes through bytes by pointer.
@inlinable
@inline(__always)
public func decodeScalar(
  _ bytes: UnsafeBufferPointer<UInt8>, at offset: Int
) -> (scalar: UInt32, length: Int) {
  let first = UInt32(bytes[offset])
  if first < 0x80 { return (first, 1) }
  if first & 0xF0 == 0xE0, offset + 2 < bytes.count {
    let (second, third) = (UInt32(bytes[offset + 1]) & 0x3F, UInt32(bytes[offset + 2]) & 0x3F)
    return ((first & 0x0F) << 12 | second << 6 | third, 3)
  }
  return decodeRareScalar(bytes, at: offset)
}

/// A code point of two or four bytes, or one that is cut off.
@inline(never)
@usableFromInline
func decodeRareScalar(
  _ bytes: UnsafeBufferPointer<UInt8>, at offset: Int
) -> (scalar: UInt32, length: Int) {
  let first = UInt32(bytes[offset])
  func next(_ distance: Int) -> UInt32 {
    offset + distance < bytes.count ? UInt32(bytes[offset + distance]) & 0x3F : 0
  }
  switch first {
  case 0..<0x80: return (first, 1)
  case 0..<0xE0: return ((first & 0x1F) << 6 | next(1), 2)
  case 0..<0xF0: return ((first & 0x0F) << 12 | next(1) << 6 | next(2), 3)
  default: return ((first & 0x07) << 18 | next(1) << 12 | next(2) << 6 | next(3), 4)
  }
}

/// The bytes that a code point takes in UTF-8.
@inlinable
public func utf8Length(_ scalar: UInt32) -> Int {
  switch scalar {
  case 0..<0x80: 1
  case 0..<0x800: 2
  case 0..<0x1_0000: 3
  default: 4
  }
}

/// The code point that ends just before an offset of valid UTF-8, and its length in bytes;
/// nil at the start.
@inlinable
public func decodeScalar(_ bytes: [UInt8], before offset: Int) -> (scalar: UInt32, length: Int)? {
  guard offset > 0 else { return nil }
  var start = offset - 1
  while start > 0, isUTF8Continuation(bytes[start]) { start -= 1 }
  return (decodeScalar(bytes, at: start).scalar, offset - start)
}

extension String {
  /// The text of a stretch of bytes that were found to be UTF-8 (``UTF8Validity``) and are not
  /// looked at again. The stretch starts and ends between characters.
  public init(validUTF8 bytes: [UInt8], _ range: Range<Int>) {
    self = bytes.withUnsafeBufferPointer {
      String(validUTF8: UnsafeBufferPointer(rebasing: $0[range]))
    }
  }

  /// The text of bytes that were found to be UTF-8.
  public init(validUTF8 bytes: UnsafeBufferPointer<UInt8>) {
    let isASCII = bytes.allSatisfy { $0 < 0x80 }
    self.init(copying: UTF8Span(unchecked: bytes.span, isKnownASCII: isASCII))
  }

  /// The text of code points; what is none is left out.
  public init(codePoints: [UInt32]) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(codePoints.count * 3)
    for scalar in codePoints {
      // Nearly all of them are ideographs.
      if (0x0800..<0xD800).contains(scalar) {
        bytes.append(UInt8(0xE0 | scalar >> 12))
        bytes.append(UInt8(0x80 | scalar >> 6 & 0x3F))
        bytes.append(UInt8(0x80 | scalar & 0x3F))
      } else if let scalar = Unicode.Scalar(scalar) {
        bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      }
    }
    self.init(decoding: bytes, as: UTF8.self)
  }
}

extension [UInt8] {
  /// Whether the bytes of `other` stand at an offset.
  @inlinable
  public func hasBytes(_ other: [UInt8], at offset: Int) -> Bool {
    guard offset >= 0, offset + other.count <= count else { return false }
    for index in other.indices where self[offset + index] != other[index] { return false }
    return true
  }

  /// The offset of the first occurrence of `other` at or after `start`, or nil.
  ///
  /// - Complexity: O(n) for the short needles of this field.
  public func firstOffset(of other: [UInt8], from start: Int = 0, to end: Int? = nil) -> Int? {
    let end = Swift.min(end ?? count, count)
    guard let last = other.last, start >= 0, start <= end - other.count else { return nil }
    return withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress else { return nil }
      // Ideographs begin with few bytes and end with many.
      var from = start + other.count - 1
      while from < end, let found = memchr(base + from, Int32(last), end - from) {
        from = UnsafeRawPointer(found) - base + 1
        if hasBytes(other, at: from - other.count) { return from - other.count }
      }
      return nil
    }
  }

  /// The offset of the last occurrence of `other`, or nil.
  ///
  /// - Complexity: O(n) for the short needles of this field.
  public func lastOffset(of other: [UInt8]) -> Int? {
    guard !other.isEmpty, other.count <= count else { return nil }
    return (0...(count - other.count)).last { hasBytes(other, at: $0) }
  }
}

/// Whether a code point is a CJK ideograph, 〇 included.
@inlinable
public func isIdeograph(_ scalar: UInt32) -> Bool {
  // Digits and Latin letters are much of a disclosure.
  if scalar < 0x3007 { return false }
  return switch scalar {
  case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0x20000...0x323AF, 0xF900...0xFAFF, 0x3007: true
  default: false
  }
}

/// Whether a code point is white space in a disclosure: ASCII, no-break, or ideographic.
@inlinable
@inline(__always)
public func isSpace(_ scalar: UInt32) -> Bool {
  if scalar > 0x3000 { return scalar == 0xFEFF }
  return isSpaceBelowIdeographs(scalar)
}

@inlinable
func isSpaceBelowIdeographs(_ scalar: UInt32) -> Bool {
  switch scalar {
  case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200B, 0x2028, 0x2029, 0x202F, 0x205F,
    0x3000:
    true
  default: false
  }
}
