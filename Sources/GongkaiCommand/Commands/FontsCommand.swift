internal import FiscalText
internal import Typography

/// `gongkai fonts`: says which faces the PDF files are set in on this machine.
enum FontsCommand {
  private static let format = Option(
    "--format", value: "格式", choices: ["text", "json"], help: "输出格式")
  private static let all = Option("--all", help: "也列出清单里有而本机没有的字体")

  static let form = CommandForm(
    name: CommandName.fonts.rawValue, summary: "列出本机用哪些字体印制、缺哪些字", operands: .none,
    details: [
      """
      字体清单是 Fonts/manifest.txt；单位自有的字体放进 Fonts/ 即可使用。
      “覆盖”是字体具有的常用字、人名地名用字和标点的个数。
      """
    ],
    options: [format, all, .freeFonts, .fonts]
  ) { try run($0) }

  private static func run(_ invocation: Invocation) throws -> ExitStatus {
    let fonts = try invocation.fontSource().fontSet()
    let descriptions = FontRole.allCases.flatMap { role in
      [false, true].map { fonts.description(of: role, isBold: $0) }
    }
    if invocation.choice(format) == "json" {
      try invocation.console.write(json(descriptions))
    } else {
      for description in descriptions {
        try invocation.console.write(text(description, listsAbsent: invocation.has(all)))
      }
    }
    for error in fonts.refused { invocation.console.note("gongkai：不能使用：\(error)") }
    return .clean
  }

  private static func text(_ description: FontDescription, listsAbsent: Bool) -> String {
    let total = CoverageSample.standard.count
    var lines = ["\(description.role.rawValue)\(description.isBold ? "（加粗）" : "")"]
    for face in description.faces {
      if let installed = face.installed {
        lines.append(
          "  \(installed.name)　\(face.entry.kind.rawValue)，\(face.entry.licence)，"
            + "覆盖 \(installed.coverage)/\(total)")
        lines.append("      \(installed.path)\(installed.index > 0 ? "#\(installed.index)" : "")")
      } else if listsAbsent {
        let names = face.entry.names.map(\.description).joined(separator: "、")
        lines.append("  本机没有：\(names)（\(face.entry.kind.rawValue)，\(face.entry.source)）")
      }
    }
    lines.append(
      description.missing.isEmpty
        ? "  不缺字" : "  缺 \(description.missing.count) 字：\(shown(description.missing))")
    return lines.joined(separator: "\n") + "\n"
  }

  private static func shown(_ scalars: [Unicode.Scalar]) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars.prefix(40))
    return String(view) + (scalars.count > 40 ? "…" : "")
  }

  private static func json(_ descriptions: [FontDescription]) -> [UInt8] {
    var writer = JSONWriter()
    writer.array { array in
      for description in descriptions { array.object { write(description, into: &$0) } }
    }
    return writer.bytes + [UInt8(ascii: "\n")]
  }

  private static func write(_ description: FontDescription, into object: inout JSONWriter) {
    object.value(description.role.rawValue, "role")
    object.value(description.isBold, "bold")
    object.array("faces") { faces in
      for face in description.faces {
        guard let installed = face.installed else { continue }
        faces.object { object in
          object.value(installed.name, "name")
          object.value(installed.path, "path")
          object.value(installed.index, "index")
          object.value(face.entry.kind.rawValue, "kind")
          object.value(face.entry.source, "source")
          object.value(face.entry.licence, "licence")
          object.value(installed.coverage, "coverage")
        }
      }
    }
    object.array("missing") { missing in
      for scalar in description.missing { missing.value(String(scalar)) }
    }
  }
}
