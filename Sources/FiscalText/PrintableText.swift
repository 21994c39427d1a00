/// Text that is safe on a terminal: a document's control characters, which could move the cursor
/// or change colours, become visible marks.
public func printable(_ text: String) -> String {
  guard text.unicodeScalars.contains(where: isControl) else { return text }
  var result = String.UnicodeScalarView()
  for scalar in text.unicodeScalars { result.append(printable(scalar)) }
  return String(result)
}

/// One code point, made safe: white space of any kind is a space, other controls are a mark of
/// the same width.
public func printable(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
  guard isControl(scalar) else { return scalar }
  return isSpace(scalar.value) ? " " : "\u{FFFD}"
}

/// Controls, and the marks that turn the direction of writing.
private func isControl(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0..<0x20, 0x7F..<0xA0, 0x2028...0x202E, 0x2066...0x2069: true
  default: false
  }
}
