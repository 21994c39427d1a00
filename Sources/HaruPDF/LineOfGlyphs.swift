/// Glyphs to be shown one after the other, with corrections where the next one is not where the
/// widths of the font would put it (the operator `TJ`).
struct LineOfGlyphs {
  private let size: Double
  private let spacing: Double
  /// Where the reader's pen is, in points from the start of the run.
  private var pen = 0.0
  private var items = ByteBuilder()
  private var isInString = false
  private var hasCorrections = false

  /// - Parameter spacing: the character spacing in force, in points.
  init(size: Double, spacing: Double) {
    self.size = size
    self.spacing = spacing
  }

  mutating func add(code: UInt16, width: Int, at position: Double) {
    let correction = scaled((pen - position) / size, by: 1000)
    if correction != 0 {
      endString()
      items.append(correction)
      hasCorrections = true
      pen -= Double(correction) * size / 1000
    }
    if !isInString {
      items.append("(")
      isInString = true
    }
    append(UInt8(code >> 8))
    append(UInt8(truncatingIfNeeded: code))
    pen += Double(width) * size / 1000 + spacing
  }

  /// Writes what was collected and starts anew at the same place.
  mutating func write(to output: inout ByteBuilder) {
    endString()
    if items.count == 0 { return }
    if hasCorrections { output.append("[") }
    output.bytes += items.bytes
    output.append(hasCorrections ? "]TJ\n" : "Tj\n")
    items.bytes.removeAll(keepingCapacity: true)
    hasCorrections = false
  }

  private mutating func endString() {
    if isInString { items.append(")") }
    isInString = false
  }

  /// A byte of a literal string (ISO 32000-1, 7.3.4.2).
  private mutating func append(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "\\"):
      items.bytes.append(UInt8(ascii: "\\"))
      items.bytes.append(byte)
    case 0x0D: items.append("\\r")
    case 0x0A: items.append("\\n")
    default: items.bytes.append(byte)
    }
  }
}
