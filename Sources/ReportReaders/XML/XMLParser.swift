internal import CExpat

/// A push parser for XML that nobody vouches for: it owns an expat handle and refuses document
/// type declarations, and with them every entity, and nesting beyond a limit.
struct XMLParser: ~Copyable {
  private let handle: OpaquePointer
  /// expat keeps an unowned pointer to it, so it must live as long as the handle.
  private let context: XMLParserContext

  /// - Parameters:
  ///   - path: the file, for errors.
  ///   - part: the part of the file that is parsed, such as `word/document.xml`, for errors.
  ///   - resolvesNamespaces: whether names come with the namespace that their prefix stands for.
  ///   - depthLimit: how many elements may be open at once.
  init(
    path: String, part: String? = nil, resolvesNamespaces: Bool = false, depthLimit: Int = 256,
    handler: any XMLHandler
  ) throws(ReadError) {
    let created =
      resolvesNamespaces
      ? XML_ParserCreateNS(nil, XML_Char(XMLName.separator)) : XML_ParserCreate(nil)
    guard let created else {
      throw ReadError(path: path, message: "内存不足，无法读取")
    }
    handle = created
    context = XMLParserContext(
      handle: created, path: path, part: part, depthLimit: depthLimit, handler: handler)
    XML_SetUserData(handle, Unmanaged.passUnretained(context).toOpaque())
    XML_SetElementHandler(
      handle,
      { data, name, attributes in XMLParserContext.from(data)?.start(name, attributes) },
      { data, name in XMLParserContext.from(data)?.end(name) })
    XML_SetCharacterDataHandler(handle) { data, text, count in
      XMLParserContext.from(data)?.text(text, count)
    }
    XML_SetStartDoctypeDeclHandler(handle) { data, _, _, _, _ in
      XMLParserContext.from(data)?.refuseDoctype()
    }
  }

  deinit { XML_ParserFree(handle) }

  /// Parses the next bytes of the document; what they hold is told to the handler.
  ///
  /// - Throws: what the handler threw, or a ``ReadError`` with the line and column at which the
  ///   XML is broken. The parser cannot be used afterwards.
  func parse(_ bytes: UnsafeBufferPointer<UInt8>, isFinal: Bool) throws(ReadError) {
    // expat counts bytes in an Int32.
    let chunk = 1 << 20
    var start = 0
    repeat {
      let end = min(bytes.count, start + chunk)
      try parse(
        chunk: UnsafeBufferPointer(rebasing: bytes[start..<end]),
        isFinal: isFinal && end == bytes.count)
      start = end
    } while start < bytes.count
  }

  /// Parses a whole document that is held in memory.
  func parse(_ bytes: [UInt8]) throws(ReadError) {
    let result = bytes.withUnsafeBufferPointer { buffer -> Result<Void, ReadError> in
      Result { () throws(ReadError) in try parse(buffer, isFinal: true) }
    }
    try result.get()
  }

  private func parse(
    chunk: UnsafeBufferPointer<UInt8>, isFinal: Bool
  ) throws(ReadError) {
    let status = chunk.withMemoryRebound(to: CChar.self) {
      XML_Parse(handle, $0.baseAddress, Int32($0.count), isFinal ? 1 : 0)
    }
    if let error = context.error { throw error }
    guard status == XML_STATUS_OK else {
      throw context.failure("内容损坏，不是完整的 XML，文件可能没有传完或被改动过")
    }
  }
}
