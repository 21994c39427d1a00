/// A small XML document held in memory: styles, numbering, a Word text. Sheets are streamed.
struct XMLTree {
  /// How many elements a document may have; the longest disclosures have some hundred thousand.
  static let elementLimit = 4_000_000

  private let storage: XMLTreeStorage

  init(path: String, part: String, bytes: [UInt8]) throws(ReadError) {
    let storage = XMLTreeStorage(path: path, part: part)
    let parser = try XMLParser(
      path: path, part: part, resolvesNamespaces: true, handler: storage)
    try parser.parse(bytes)
    self.storage = storage
  }

  var root: XMLNode { XMLNode(storage: storage, index: 0) }
  /// How many elements there are; ``XMLNode/index`` counts them in document order.
  var count: Int { storage.elements.count }

  /// The element of an index below ``count``.
  subscript(index: Int) -> XMLNode { XMLNode(storage: storage, index: index) }
}

/// An element of an ``XMLTree``.
struct XMLNode {
  private let storage: XMLTreeStorage
  /// Its rank in document order, 0 for the root.
  let index: Int

  fileprivate init(storage: XMLTreeStorage, index: Int) {
    self.storage = storage
    self.index = index
  }

  var name: String { storage.elements[index].name }
  var vocabulary: XMLVocabulary { storage.elements[index].vocabulary }
  /// The character data that stands directly in the element.
  var text: String { storage.elements[index].text }

  /// The value of an attribute by its local name.
  subscript(_ name: String) -> String? {
    storage.attributes[storage.elements[index].attributes].first { $0.name == name }?.value
  }

  var children: some Sequence<XMLNode> {
    sequence(first: storage.elements[index].firstChild) {
      storage.elements[$0].nextSibling
    }.lazy.prefix { $0 > 0 }.map { XMLNode(storage: storage, index: $0) }
  }

  /// The first child of a name.
  func child(_ name: String) -> XMLNode? { children.first { $0.name == name } }

  /// The first element of a name below this one, in document order.
  func descendant(_ name: String) -> XMLNode? {
    let end = storage.elements[index].end
    var next = index + 1
    while next < end {
      if storage.elements[next].name == name { return XMLNode(storage: storage, index: next) }
      next += 1
    }
    return nil
  }

  /// The first index behind the element and all that it holds.
  var end: Int { storage.elements[index].end }
}

/// Elements in document order; each knows where its first child and next sibling are.
private final class XMLTreeStorage: XMLHandler {
  struct Element {
    var name: String
    var vocabulary: XMLVocabulary
    var attributes: Range<Int>
    var text = ""
    /// 0 for none, as the root is nobody's child.
    var firstChild = 0
    var nextSibling = 0
    var end = 0
  }

  private(set) var elements: [Element] = []
  private(set) var attributes: [(name: String, value: String)] = []
  private let path: String
  private let part: String
  /// The open elements, each with its last child so far.
  private var open: [(index: Int, lastChild: Int)] = []

  init(path: String, part: String) {
    self.path = path
    self.part = part
  }

  func start(_ element: XMLElement) throws(ReadError) {
    let index = elements.count
    guard index < XMLTree.elementLimit else {
      throw ReadError(path: path, message: "内容过大，不像正常的公开文件，拒绝读取", place: part)
    }
    if let parent = open.last {
      if parent.lastChild == 0 {
        elements[parent.index].firstChild = index
      } else {
        elements[parent.lastChild].nextSibling = index
      }
      open[open.count - 1].lastChild = index
    }
    let firstAttribute = attributes.count
    element.forEachAttribute { name, value in
      attributes.append((name.local, String(decoding: value, as: UTF8.self)))
    }
    elements.append(
      Element(
        name: element.name.local, vocabulary: XMLVocabulary(element.name),
        attributes: firstAttribute..<attributes.count))
    open.append((index, 0))
  }

  func end(_ name: XMLName) {
    guard let closed = open.popLast() else { return }
    elements[closed.index].end = elements.count
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let parent = open.last else { return }
    elements[parent.index].text += String(decoding: bytes, as: UTF8.self)
  }
}
