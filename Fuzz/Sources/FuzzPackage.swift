internal import TestSupport

/// Makes a package of its parts, so that a fuzzer can change them without minding checksums. The
/// input holds, for each part, a line `=== name` and its content.
enum FuzzPackage {
  private static let mark = [UInt8]("=== ".utf8)
  private static let mostParts = 32

  static func archive(_ bytes: [UInt8]) -> [UInt8] {
    var zip = ZipBuilder()
    var names: Set<String> = []
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      if line.starts(with: mark), zip.entries.count < mostParts {
        let name = String(decoding: line.dropFirst(mark.count), as: UTF8.self)
        guard names.insert(name).inserted else { continue }
        zip.entries.append(ZipBuilder.Entry(name: name, bytes: []))
      } else if let last = zip.entries.indices.last {
        zip.entries[last].bytes += line
      }
    }
    return zip.build()
  }
}
