/// The names that the faces of a file call themselves (OpenType `name` table), read without
/// opening the font.
struct FontNameTable {
  struct Face {
    var index: Int
    /// Families, without weight.
    var families: [String]
    /// Full and PostScript names.
    var names: [String]
    var isRegular: Bool
  }

  var faces: [Face] = []

  /// Reads a file; gives no faces when it is no font.
  init(path: String) {
    guard let file = FontFileReader(path: path) else { return }
    let head = file.table(at: 0, count: 12)
    guard head.uint32(0) == Int(openTypeTag("ttcf")) else {
      if let face = Self.face(in: file, directory: 0, index: 0) { faces = [face] }
      return
    }
    let count = min(head.uint32(8) ?? 0, 64)
    let offsets = file.table(at: 12, count: 4 * count)
    for index in 0..<count {
      guard let directory = offsets.uint32(4 * index),
        let face = Self.face(in: file, directory: directory, index: index)
      else { continue }
      faces.append(face)
    }
  }

  private static func face(
    in file: borrowing FontFileReader, directory: Int, index: Int
  ) -> Face? {
    let tableCount = file.table(at: directory + 4, count: 2).uint16(0) ?? 0
    let records = file.table(at: directory + 12, count: 16 * min(tableCount, 256))
    for record in 0..<min(tableCount, 256)
    where records.uint32(16 * record) == Int(openTypeTag("name")) {
      guard let offset = records.uint32(16 * record + 8),
        let length = records.uint32(16 * record + 12)
      else { return nil }
      return face(names: file.table(at: offset, count: length), index: index)
    }
    return nil
  }

  private static func face(names table: FontTable, index: Int) -> Face? {
    guard let count = table.uint16(2), let storage = table.uint16(4) else { return nil }
    var face = Face(index: index, families: [], names: [], isRegular: false)
    for record in 0..<count {
      let start = 6 + 12 * record
      guard let platform = table.uint16(start), let id = table.uint16(start + 6),
        let length = table.uint16(start + 8), let offset = table.uint16(start + 10)
      else { break }
      guard [1, 2, 4, 6, 16].contains(id), platform != 1 || table.uint16(start + 2) == 0,
        let text = text(in: table, at: storage + offset, length: length, isWide: platform != 1)
      else { continue }
      switch id {
      case 1, 16: face.families.append(text)
      case 2: face.isRegular = face.isRegular || ["regular", "常规"].contains(FontName.key(of: text))
      default: face.names.append(text)
      }
    }
    return face
  }

  private static func text(
    in table: FontTable, at offset: Int, length: Int, isWide: Bool
  ) -> String? {
    guard offset >= 0, length > 0, offset <= table.bytes.count - length else { return nil }
    let bytes = table.bytes[offset..<offset + length]
    guard isWide else { return String(validating: bytes, as: UTF8.self) }
    let units = stride(from: offset, to: offset + length - 1, by: 2).compactMap {
      table.uint16($0).map(UInt16.init)
    }
    return String(validating: units, as: UTF16.self)
  }
}
