internal import CExpat

/// What expat's callbacks work on: the way from C back to the handler.
final class XMLParserContext {
  private let handle: OpaquePointer
  private let path: String
  private let part: String?
  private let depthLimit: Int
  private let handler: any XMLHandler
  private var depth = 0
  /// The first error; after it nothing more is told to the handler.
  private(set) var error: ReadError?

  init(
    handle: OpaquePointer, path: String, part: String?, depthLimit: Int,
    handler: any XMLHandler
  ) {
    self.handle = handle
    self.path = path
    self.part = part
    self.depthLimit = depthLimit
    self.handler = handler
  }

  static func from(_ data: UnsafeMutableRawPointer?) -> XMLParserContext? {
    data.map { Unmanaged<XMLParserContext>.fromOpaque($0).takeUnretainedValue() }
  }

  func start(
    _ name: UnsafePointer<CChar>?, _ attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>?
  ) {
    guard error == nil, let name else { return }
    depth += 1
    if depth > depthLimit {
      stop(failure("内容嵌套超过 \(depthLimit) 层，拒绝读取"))
      return
    }
    do throws(ReadError) {
      try handler.start(XMLElement(name: XMLName(name), attributes: attributes))
    } catch { stop(error) }
  }

  func end(_ name: UnsafePointer<CChar>?) {
    guard error == nil, let name else { return }
    depth -= 1
    do throws(ReadError) { try handler.end(XMLName(name)) } catch { stop(error) }
  }

  func text(_ text: UnsafePointer<CChar>?, _ count: Int32) {
    guard error == nil, let text, count > 0 else { return }
    let start = UnsafeRawPointer(text).assumingMemoryBound(to: UInt8.self)
    do throws(ReadError) {
      try handler.text(UnsafeBufferPointer(start: start, count: Int(count)))
    } catch { stop(error) }
  }

  func refuseDoctype() {
    guard error == nil else { return }
    stop(failure("内含文档类型声明，可能藏有恶意内容，拒绝读取"))
  }

  /// An error at the place that the parser has reached.
  func failure(_ message: String) -> ReadError {
    let line = XML_GetCurrentLineNumber(handle)
    let column = XML_GetCurrentColumnNumber(handle)
    let position = "第 \(line) 行第 \(column &+ 1) 列"
    return ReadError(
      path: path, message: message, place: part.map { "\($0) \(position)" } ?? position)
  }

  private func stop(_ reason: ReadError) {
    error = reason
    _ = XML_StopParser(handle, XML_Bool(XML_FALSE))
  }
}
