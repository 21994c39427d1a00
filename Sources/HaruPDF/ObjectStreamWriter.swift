internal import Compression
internal import FiscalText

/// Writes the objects of a document as a file: streams one by one, everything else packed into
/// object streams (ISO 32000-1, 7.5.7), which libharu itself cannot write. A tag tree shrinks to
/// a tenth by it.
struct ObjectStreamWriter {
  /// Where an object is (ISO 32000-1, 7.5.8.3).
  private enum Entry {
    case unused
    case at(offset: Int)
    case packed(stream: Int, index: Int)
  }

  /// As many as a reader can unpack at once without being felt.
  private static let objectsPerStream = 400

  private var file = ByteBuilder()
  private var entries: [Entry]
  private var hash = ContentHash()

  private init(size: Int) { entries = [Entry](repeating: .unused, count: size) }

  static func file(
    of document: borrowing HaruDocument, information: HaruDocument.Object, level: Int,
    threads: Threads
  ) throws(PDFError) -> [UInt8] {
    try document.check()
    var writer = ObjectStreamWriter(size: document.size)
    // Four bytes beyond ASCII tell transfer programs that the file is binary.
    writer.file.append("%PDF-1.7\n%")
    writer.file.bytes += [0xE5, 0x85, 0xAC, 0xE5, UInt8(ascii: "\n")]
    try writer.writeObjects(of: document, level: level, threads: threads)
    writer.writeCrossReference(
      root: document.catalog.number, information: information.number,
      deflater: Deflater(level: level))
    try document.check()
    return writer.file.bytes
  }

  private mutating func writeObjects(
    of document: borrowing HaruDocument, level: Int, threads: Threads
  ) throws(PDFError) {
    var packed: [Int] = []
    for number in 1..<max(entries.count, 1) {
      switch document.stored(at: number) {
      case .unused: break
      case .value: packed.append(number)
      case .stream:
        let (dictionary, bytes) = try document.stream(at: number)
        writeStream(number: number, dictionary: dictionary, bytes: bytes)
      }
    }
    var packs: [Pack] = []
    for start in stride(from: 0, to: packed.count, by: Self.objectsPerStream) {
      let end = min(start + Self.objectsPerStream, packed.count)
      packs.append(try pack(Array(packed[start..<end]), of: document))
    }
    let deflated = Deflater.compress(packs.map(\.content), level: level, threads: threads)
    for (pack, bytes) in zip(packs, deflated) { write(pack, bytes) }
  }

  private mutating func writeStream(number: Int, dictionary: [UInt8], bytes: [UInt8]) {
    hash.update(dictionary)
    hash.update(bytes)
    entries[number] = .at(offset: file.count)
    file.append(number)
    file.append(" 0 obj\n")
    file.bytes += dictionary
    file.append("stream\r\n")
    file.bytes += bytes
    file.append("\nendstream\nendobj\n")
  }

  /// The content of an object stream.
  private struct Pack {
    var numbers: [Int]
    /// Where the first object starts.
    var first: Int
    var content: [UInt8]
  }

  private func pack(
    _ numbers: [Int], of document: borrowing HaruDocument
  ) throws(PDFError) -> Pack {
    let (values, starts) = try document.values(of: numbers)
    var content = ByteBuilder()
    for (number, start) in zip(numbers, starts) {
      content.append(number)
      content.append(" ")
      content.append(start)
      content.append(" ")
    }
    let first = content.count
    content.bytes += values
    return Pack(numbers: numbers, first: first, content: content.bytes)
  }

  /// - Parameter bytes: the content, compressed.
  private mutating func write(_ pack: Pack, _ bytes: [UInt8]) {
    let stream = entries.count
    for (index, number) in pack.numbers.enumerated() {
      entries[number] = .packed(stream: stream, index: index)
    }
    var dictionary = ByteBuilder()
    dictionary.append("<</Type/ObjStm/N ")
    dictionary.append(pack.numbers.count)
    dictionary.append("/First ")
    dictionary.append(pack.first)
    dictionary.append("/Filter/FlateDecode/Length ")
    dictionary.append(bytes.count)
    dictionary.append(">>\n")
    entries.append(.unused)
    writeStream(number: stream, dictionary: dictionary.bytes, bytes: bytes)
  }

  private mutating func writeCrossReference(
    root: Int, information: Int, deflater: borrowing Deflater
  ) {
    let start = file.count
    let number = entries.count
    entries.append(.at(offset: start))
    let bytes = deflater.compress(predictedRows())
    var dictionary = ByteBuilder()
    dictionary.append("<</Type/XRef/W[1 4 2]/Size ")
    dictionary.append(entries.count)
    dictionary.append("/Root ")
    dictionary.append(reference: root)
    dictionary.append("/Info ")
    dictionary.append(reference: information)
    dictionary.append("/ID[")
    for _ in 0..<2 { appendIdentifier(to: &dictionary) }
    dictionary.append("]/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns 7>>/Length ")
    dictionary.append(bytes.count)
    dictionary.append(">>\n")
    writeStream(number: number, dictionary: dictionary.bytes, bytes: bytes)
    file.append("startxref\n")
    file.append(start)
    file.append("\n%%EOF\n")
  }

  private func appendIdentifier(to dictionary: inout ByteBuilder) {
    let digest = hash.digest
    dictionary.append("<")
    for index in stride(from: 0, to: digest.count, by: 2) {
      dictionary.append(hexadecimal: UInt16(digest[index]) << 8 | UInt16(digest[index + 1]))
    }
    dictionary.append(">")
  }

  /// The rows of the table, each as its difference from the one above (PNG predictor "up").
  private func predictedRows() -> [UInt8] {
    let unused = entries.indices.filter { if case .unused = entries[$0] { true } else { false } }
    var nextUnused = [Int](repeating: 0, count: entries.count)
    for (number, next) in zip(unused, unused.dropFirst()) { nextUnused[number] = next }
    var rows: [UInt8] = []
    rows.reserveCapacity(8 * entries.count)
    var above = [UInt8](repeating: 0, count: 7)
    for (number, entry) in entries.enumerated() {
      let row: [UInt8] =
        switch entry {
        case .unused: Self.row(0, nextUnused[number], number == 0 ? 0xFFFF : 0)
        case .at(let offset): Self.row(1, offset, 0)
        case .packed(let stream, let index): Self.row(2, stream, index)
        }
      rows.append(2)
      for (byte, old) in zip(row, above) { rows.append(byte &- old) }
      above = row
    }
    return rows
  }

  private static func row(_ type: UInt8, _ second: Int, _ third: Int) -> [UInt8] {
    [
      type, UInt8(truncatingIfNeeded: second >> 24), UInt8(truncatingIfNeeded: second >> 16),
      UInt8(truncatingIfNeeded: second >> 8), UInt8(truncatingIfNeeded: second),
      UInt8(truncatingIfNeeded: third >> 8), UInt8(truncatingIfNeeded: third),
    ]
  }
}
