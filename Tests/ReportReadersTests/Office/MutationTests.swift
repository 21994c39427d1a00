import FiscalModel
import FiscalText
import TestSupport
import Testing

@testable import ReportReaders

/// Damaged files: whatever is in them, reading ends in blocks that hold together or in an error.
@Suite("Damaged Office files")
struct MutationTests {
  @Test(
    "A damaged file of another program never breaks the reader",
    arguments: ["narrative.docx", "final-accounts.xlsx"])
  func packages(name: String) throws {
    let original = try Files.read(OfficeFixture.path(name))
    var generator = SeededGenerator(seed: 1)
    for _ in 0..<60 {
      read(Self.mutated(original, by: &generator), isWord: name.hasSuffix(".docx"))
    }
  }

  @Test("A damaged part in a sound package never breaks the reader", arguments: [true, false])
  func parts(isWord: Bool) throws {
    let sound = isWord ? MutationFixture.word : MutationFixture.workbook
    #expect(read(sound.build(), isWord: isWord))
    var generator = SeededGenerator(seed: 2)
    var intact = 0
    for _ in 0..<1500 {
      var zip = sound
      let index = Int.random(in: 0..<zip.entries.count, using: &generator)
      zip.entries[index].bytes = Self.mutatedXML(zip.entries[index].bytes, by: &generator)
      if read(zip.build(), isWord: isWord) { intact += 1 }
    }
    // Mutations that stay well-formed reach the readers behind the parser.
    #expect(intact > 300)
  }

  /// Reads a file; true if it could be read.
  @discardableResult
  private func read(_ bytes: [UInt8], isWord: Bool) -> Bool {
    do throws(ReadError) {
      let blocks =
        isWord
        ? try DocxReader().read(bytes: bytes, path: "文件", source: 0)
        : try XlsxReader().read(bytes: bytes, path: "文件", source: 0)
      for table in blocks.tables { check(table) }
      return true
    } catch {
      #expect(!error.message.isEmpty)
      return false
    }
  }

  private func check(_ table: RawTable) {
    for (index, row) in table.rows.enumerated() {
      var end = 0
      for cell in row {
        #expect(cell.column >= end && cell.columnSpan >= 1 && cell.rowSpan >= 1)
        end = cell.column + cell.columnSpan
        #expect(index + cell.rowSpan <= table.rows.count)
      }
      #expect(end <= table.columnCount)
    }
  }

  /// A few bytes changed, taken out or doubled, or the end cut off.
  private static func mutated(
    _ bytes: [UInt8], by generator: inout SeededGenerator
  ) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...4, using: &generator) {
      if bytes.isEmpty { return [0] }
      let offset = Int.random(in: 0..<bytes.count, using: &generator)
      let end = min(bytes.count, offset + Int.random(in: 1...64, using: &generator))
      switch Int.random(in: 0..<5, using: &generator) {
      case 0: bytes[offset] = UInt8.random(in: 0...255, using: &generator)
      case 1: bytes[offset] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
      case 2: bytes.removeSubrange(offset..<end)
      case 3: bytes.insert(contentsOf: bytes[offset..<end], at: offset)
      default: bytes.removeSubrange(max(1, offset)...)
      }
    }
    return bytes
  }

  /// Whole tags moved and doubled, numbers in them changed: what stays XML more often than not.
  private static func mutatedXML(
    _ bytes: [UInt8], by generator: inout SeededGenerator
  ) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...3, using: &generator) {
      switch Int.random(in: 0..<4, using: &generator) {
      case 0: replaceNumber(in: &bytes, by: &generator)
      case 1: copyElement(in: &bytes, by: &generator, removing: false)
      case 2: copyElement(in: &bytes, by: &generator, removing: true)
      default: bytes = mutated(bytes, by: &generator)
      }
    }
    return bytes
  }

  private static let numbers = [
    "0", "-1", "1", "9", "99999", "2147483648", "9223372036854775807", "99999999999999999999",
    "1E9", "x", "",
  ]

  private static func replaceNumber(in bytes: inout [UInt8], by generator: inout SeededGenerator) {
    let digits = bytes.indices.filter { (0x30...0x39).contains(bytes[$0]) }
    guard let start = digits.randomElement(using: &generator) else { return }
    var end = start
    while end < bytes.count, (0x30...0x39).contains(bytes[end]) { end += 1 }
    let number = numbers.randomElement(using: &generator) ?? ""
    bytes.replaceSubrange(start..<end, with: number.utf8)
  }

  /// Takes an element from `<name` to its `</name>` and puts it before another tag.
  private static func copyElement(
    in bytes: inout [UInt8], by generator: inout SeededGenerator, removing: Bool
  ) {
    let tags = bytes.indices.dropLast().filter { bytes[$0] == 0x3C && bytes[$0 + 1] > 0x40 }
    guard let start = tags.randomElement(using: &generator),
      let target = tags.randomElement(using: &generator)
    else { return }
    let name = bytes[(start + 1)...].prefix { $0 > 0x2F || $0 == 0x2D }.prefix { $0 != 0x3E }
    let close = Array("</".utf8) + name + Array(">".utf8)
    guard let closing = bytes.firstOffset(of: close, from: start) else { return }
    let element = Array(bytes[start..<(closing + close.count)])
    if removing { bytes.removeSubrange(start..<(closing + close.count)) }
    guard target <= bytes.count, !(start..<(start + element.count)).contains(target) else { return }
    bytes.insert(
      contentsOf: element, at: removing && target > start ? target - element.count : target)
  }
}
