internal import FiscalText

/// Tells Office files that need a password. Those of the new formats are wrapped in a compound file
/// ([MS-OFFCRYPTO] 2.1); the old formats say it at the head of their main stream.
enum EncryptedOfficeFile {
  /// - Parameter bytes: a compound file; any other bytes are not encrypted in this way.
  static func isOne(_ bytes: [UInt8]) -> Bool {
    bytes.firstOffset(of: packageName) != nil || isDocument(bytes) || isWorkbook(bytes)
  }

  /// The name of the stream that holds the package, in UTF-16.
  private static let packageName = "EncryptedPackage".utf16.flatMap {
    [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)]
  }

  /// Where the first stream starts: behind the head of the compound file.
  private static let firstSector = 512

  /// Whether a .doc says in its file information block that it is encrypted ([MS-DOC] 2.5.2).
  private static func isDocument(_ bytes: [UInt8]) -> Bool {
    let flags = firstSector + 11
    return bytes.hasBytes([0xEC, 0xA5], at: firstSector) && flags < bytes.count
      && bytes[flags] & 0x01 != 0
  }

  /// Whether the first record of an .xls is followed by the one for a password ([MS-XLS] 2.4.117).
  private static func isWorkbook(_ bytes: [UInt8]) -> Bool {
    bytes.hasBytes([0x09, 0x08, 0x10, 0x00, 0x00, 0x06], at: firstSector)
      && bytes.hasBytes([0x2F, 0x00], at: firstSector + 20)
  }
}
