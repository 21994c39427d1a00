/// A .docx or .xlsx file as parts and the relationships between them (ECMA-376, part 2).
struct OfficePackage: ~Copyable {
  let path: String
  private var archive: ZipArchive
  /// The document or workbook part, such as `word/document.xml`.
  let mainPart: String

  init(path: String, bytes: [UInt8], limits: ZipLimits = ZipLimits()) throws(ReadError) {
    var archive = try ZipArchive(path: path, bytes: bytes, limits: limits)
    let links = try Self.relationships(of: "", in: &archive, path: path)
    guard let main = links.first(where: { $0.kind == "officeDocument" && !$0.isExternal }) else {
      throw ReadError(path: path, message: "不是 Word 或 Excel 文件：压缩包里没有正文")
    }
    self.path = path
    self.archive = archive
    mainPart = main.target
  }

  /// The relationships of a part, in the order of the file.
  mutating func relationships(of part: String) throws(ReadError) -> [Relationship] {
    try Self.relationships(of: part, in: &archive, path: path)
  }

  /// The parsed XML of a part, or nil if the package has no such part.
  mutating func tree(_ part: String) throws(ReadError) -> XMLTree? {
    try Self.tree(part, in: &archive, path: path)
  }

  /// The bytes of a part, or nil if the package has no such part.
  mutating func bytes(_ part: String) throws(ReadError) -> [UInt8]? { try archive.read(part) }

  /// Streams the XML of a part to a handler; false if the package has no such part.
  mutating func parse(_ part: String, _ handler: any XMLHandler) throws(ReadError) -> Bool {
    guard let bytes = try archive.read(part) else { return false }
    let parser = try XMLParser(
      path: path, part: part, resolvesNamespaces: true, handler: handler)
    try parser.parse(bytes)
    return true
  }

  private static func tree(
    _ part: String, in archive: inout ZipArchive, path: String
  ) throws(ReadError) -> XMLTree? {
    guard let bytes = try archive.read(part) else { return nil }
    return try XMLTree(path: path, part: part, bytes: bytes)
  }

  private static func relationships(
    of part: String, in archive: inout ZipArchive, path: String
  ) throws(ReadError) -> [Relationship] {
    let (folder, file) = split(part)
    guard let tree = try tree("\(folder)_rels/\(file).rels", in: &archive, path: path) else {
      return []
    }
    return tree.root.children.compactMap { node in
      guard node.name == "Relationship", let id = node["Id"], let type = node["Type"],
        let target = node["Target"]
      else { return nil }
      let isExternal = node["TargetMode"] == "External"
      return Relationship(
        id: id, kind: split(type).file,
        target: isExternal ? target : resolve(target, in: folder), isExternal: isExternal)
    }
  }

  /// The folder with its closing slash, and what follows.
  private static func split(_ name: String) -> (folder: String, file: String) {
    guard let slash = name.utf8.lastIndex(of: UInt8(ascii: "/")) else { return ("", name) }
    let end = name.utf8.index(after: slash)
    return (String(name[..<end]), String(name[end...]))
  }

  /// A target may be absolute in the package or relative to the folder of its source.
  private static func resolve(_ target: String, in folder: String) -> String {
    let full = target.utf8.first == UInt8(ascii: "/") ? target : folder + target
    var steps: [Substring] = []
    for step in full.split(separator: "/") where step != "." {
      if step == ".." { _ = steps.popLast() } else { steps.append(step) }
    }
    return steps.joined(separator: "/")
  }
}
