/// How much of a zip archive is read before it is taken for an attack. Real disclosures stay far
/// below.
struct ZipLimits: Sendable {
  var entryCount = 20_000
  /// Bytes of one entry, unpacked.
  var entrySize = 128 << 20
  /// Bytes of all entries that are read, unpacked.
  var totalSize = 256 << 20
  /// Unpacked bytes for a packed one. Sheets of empty rows reach about 200.
  var ratio = 400
  /// Entries up to this size are exempt from ``ratio``.
  var ratioExemptSize = 4 << 20
}
