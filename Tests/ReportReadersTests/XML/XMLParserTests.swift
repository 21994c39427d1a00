import Testing

@testable import ReportReaders

/// Writes down what it is told, as one line.
private final class Recorder: XMLHandler {
  var log = ""
  var refused: String?

  func start(_ element: XMLElement) throws(ReadError) {
    let name = element.name.local
    if name == refused { throw ReadError(path: "a", message: "拒绝 \(name)") }
    let namespace = element.name.namespace
    log += namespace.isEmpty ? "<\(name)" : "<\(namespace):\(name)"
    element.forEachAttribute { log += " \($0.local)=\(String(decoding: $1, as: UTF8.self))" }
    log += ">"
  }

  func end(_ name: XMLName) { log += "</\(name.local)>" }
  func text(_ bytes: UnsafeBufferPointer<UInt8>) { log += String(decoding: bytes, as: UTF8.self) }
}

private func read(
  _ xml: String, resolvesNamespaces: Bool = false, depthLimit: Int = 256,
  refused: String? = nil
) throws(ReadError) -> String {
  let recorder = Recorder()
  recorder.refused = refused
  let parser = try XMLParser(
    path: "文件.docx", part: "word/document.xml", resolvesNamespaces: resolvesNamespaces,
    depthLimit: depthLimit, handler: recorder)
  try parser.parse(Array(xml.utf8))
  return recorder.log
}

@Suite("XML")
struct XMLParserTests {
  @Test("Elements, attributes and text come in order, predefined entities replaced")
  func order() throws {
    #expect(
      try read("<a x='1' y='甲&amp;乙'>收&#x5165;<b/>出</a>") == "<a x=1 y=甲&乙>收入<b></b>出</a>")
  }

  @Test("Namespaces are told by their name, whatever the prefix")
  func namespaces() throws {
    let expected = "<urn:n:p val=1></p>"
    #expect(try read("<w:p xmlns:w='urn:n' w:val='1'/>", resolvesNamespaces: true) == expected)
    #expect(try read("<p xmlns='urn:n' val='1'/>", resolvesNamespaces: true) == expected)
  }

  @Test("An attribute is found by its local name")
  func attribute() throws {
    final class Finder: XMLHandler {
      var found: [String?] = []
      func start(_ element: XMLElement) {
        found = [element["val"], element["id"], element["va"], element["none"]]
      }
      func end(_ name: XMLName) {}
      func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
    }
    let finder = Finder()
    let parser = try XMLParser(path: "a", resolvesNamespaces: true, handler: finder)
    try parser.parse(Array("<w:p xmlns:w='urn:n' w:val='甲' id='7'/>".utf8))
    #expect(finder.found == ["甲", "7", nil, nil])
  }

  @Test("A document that comes in pieces is the same document")
  func pieces() throws {
    let xml = Array("<a x='收入'>决算<b>数</b></a>".utf8)
    let recorder = Recorder()
    let parser = try XMLParser(path: "a", handler: recorder)
    for byte in xml {
      try withUnsafeBytes(of: byte) { piece in
        try piece.withMemoryRebound(to: UInt8.self) { try parser.parse($0, isFinal: false) }
      }
    }
    try parser.parse(UnsafeBufferPointer(start: nil, count: 0), isFinal: true)
    #expect(recorder.log == "<a x=收入>决算<b>数</b></a>")
  }

  @Test("A document type declaration is refused before any entity can grow")
  func doctype() {
    let bomb = "<!DOCTYPE a [<!ENTITY x 'xxxx'><!ENTITY y '&x;&x;&x;'>]><a>&y;</a>"
    #expect { try read(bomb) } throws: { ($0 as? ReadError)?.message.contains("文档类型声明") == true }
  }

  @Test("Nesting beyond the limit is refused, up to it read")
  func depth() throws {
    func nested(_ depth: Int) -> String {
      String(repeating: "<a>", count: depth) + String(repeating: "</a>", count: depth)
    }
    #expect(try read(nested(8), depthLimit: 8) == nested(8))
    #expect(throws: ReadError.self) { try read(nested(9), depthLimit: 8) }
    #expect(throws: ReadError.self) { try read(nested(1_000_000)) }
  }

  @Test(
    "Broken XML ends in an error with part, line and column",
    arguments: [
      "", "<a>", "<a></b>", "<a>&none;</a>", "<a x=1/>", "no", "<a>\u{1}</a>", "<a/><b/>",
    ])
  func broken(xml: String) {
    #expect { try read(xml) } throws: { error in
      (error as? ReadError)?.place?.hasPrefix("word/document.xml 第 1 行第 ") == true
    }
  }

  @Test("What a handler throws stops the parser and comes out")
  func handlerError() {
    #expect { try read("<a><b/><c/></a>", refused: "b") } throws: {
      ($0 as? ReadError)?.message == "拒绝 b"
    }
  }
}
