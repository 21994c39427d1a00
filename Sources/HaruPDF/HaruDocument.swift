internal import CHaru
internal import Glibc

/// A libharu document: its objects, its page tree and its outline.
///
/// This is the only file that calls libharu and that knows the layout of its structures, which
/// are those of version 2.3.0. Handles live as long as the document and never leave this target.
/// A failed call poisons a libharu document, so the first failure ends the work.
struct HaruDocument: ~Copyable {
  /// An indirect dictionary, with or without a stream.
  struct Object {
    fileprivate let pointer: UnsafeMutablePointer<HPDF_Dict_Rec>

    /// The object number.
    var number: Int { Int(pointer.pointee.header.obj_id & 0x00FF_FFFF) }
  }

  private let document: UnsafeMutablePointer<HPDF_Doc_Rec>
  /// Bytes that objects of ``adopt(_:ranges:)`` point at.
  private var adopted: [UnsafeMutableRawPointer] = []

  /// The corresponding C function is `HPDF_New`.
  init() throws(PDFError) {
    guard String(cString: HPDF_GetVersion()).hasPrefix("2.3.0") else {
      throw PDFError(
        .library(code: 0), "需要 libharu 2.3.0，装的是 \(String(cString: HPDF_GetVersion()))")
    }
    guard let document = HPDF_New(nil, nil) else {
      throw PDFError(.library(code: 0), "libharu 没有足够的内存")
    }
    self.document = document
    // A page tree with two levels: libharu's arrays hold 32,767 items.
    HPDF_SetPagesConfiguration(document, 128)
  }

  deinit {
    HPDF_Free(document)
    for bytes in adopted { bytes.deallocate() }
  }

  // MARK: Objects

  /// A new indirect dictionary. The corresponding C functions are `HPDF_Dict_New` and
  /// `HPDF_Xref_Add`, in this order, because only a registered object is referred to by number.
  func object(_ entries: KeyValuePairs<String, HaruValue> = [:]) throws(PDFError) -> Object {
    guard let pointer = HPDF_Dict_New(document.pointee.mmgr) else { throw failure() }
    try check(HPDF_Xref_Add(document.pointee.xref, pointer))
    let object = Object(pointer: pointer)
    for (key, value) in entries { try set(object, key, value) }
    return object
  }

  /// A new stream object. The bytes are stored as they are; `isDeflated` says what they are.
  /// The corresponding C function is `HPDF_DictStream_New`.
  func stream(
    _ bytes: [UInt8], isDeflated: Bool, _ entries: KeyValuePairs<String, HaruValue> = [:]
  ) throws(PDFError) -> Object {
    let pointer = HPDF_DictStream_New(document.pointee.mmgr, document.pointee.xref)
    guard let pointer else { throw failure() }
    let object = Object(pointer: pointer)
    try write(bytes, to: pointer)
    if isDeflated { try set(object, "Filter", .name("FlateDecode")) }
    for (key, value) in entries { try set(object, key, value) }
    return object
  }

  /// The corresponding C function is `HPDF_Dict_Add`.
  func set(_ object: Object, _ key: String, _ value: HaruValue) throws(PDFError) {
    try check(HPDF_Dict_Add(object.pointer, key, try make(value)))
  }

  private func make(_ value: HaruValue) throws(PDFError) -> UnsafeMutableRawPointer {
    let memory = document.pointee.mmgr
    let made: UnsafeMutableRawPointer?
    switch value {
    case .object(let object): made = UnsafeMutableRawPointer(object.pointer)
    case .name(let name): made = HPDF_Name_New(memory, name).map(UnsafeMutableRawPointer.init)
    case .integer(let value):
      made = HPDF_Number_New(memory, Int32(clamping: value)).map(UnsafeMutableRawPointer.init)
    case .real(let value):
      made = HPDF_Real_New(memory, Float(value)).map(UnsafeMutableRawPointer.init)
    case .boolean(let value):
      made = HPDF_Boolean_New(memory, HPDF_BOOL(value ? 1 : 0)).map(UnsafeMutableRawPointer.init)
    case .null: made = HPDF_Null_New(memory).map(UnsafeMutableRawPointer.init)
    case .bytes(let bytes): made = binary(bytes)
    case .text(let text): made = binary(Self.textBytes(text))
    case .array(let values): made = UnsafeMutableRawPointer(try array(values))
    case .dictionary(let entries): made = UnsafeMutableRawPointer(try dictionary(entries))
    }
    guard let made else { throw failure() }
    return made
  }

  private func array(_ values: [HaruValue]) throws(PDFError) -> UnsafeMutablePointer<HPDF_Array_Rec>
  {
    guard let array = HPDF_Array_New(document.pointee.mmgr) else { throw failure() }
    for value in values { try check(HPDF_Array_Add(array, try make(value))) }
    return array
  }

  private func dictionary(
    _ entries: [(String, HaruValue)]
  ) throws(PDFError) -> UnsafeMutablePointer<HPDF_Dict_Rec> {
    guard let dictionary = HPDF_Dict_New(document.pointee.mmgr) else { throw failure() }
    for (key, value) in entries {
      try check(HPDF_Dict_Add(dictionary, key, try make(value)))
    }
    return dictionary
  }

  private func binary(_ bytes: [UInt8]) -> UnsafeMutableRawPointer? {
    var bytes = bytes
    return bytes.withUnsafeMutableBufferPointer { buffer in
      HPDF_Binary_New(document.pointee.mmgr, buffer.baseAddress, UInt32(clamping: buffer.count))
        .map(UnsafeMutableRawPointer.init)
    }
  }

  /// UTF-16 with byte order mark, cut off before libharu's limit for strings.
  private static func textBytes(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = [0xFE, 0xFF]
    for scalar in text.unicodeScalars where bytes.count < 65_000 {
      for unit in Array(String(scalar).utf16) {
        bytes.append(UInt8(unit >> 8))
        bytes.append(UInt8(truncatingIfNeeded: unit))
      }
    }
    return bytes
  }

  private func write(
    _ bytes: [UInt8], to pointer: UnsafeMutablePointer<HPDF_Dict_Rec>
  ) throws(PDFError) {
    let status = bytes.withUnsafeBufferPointer { buffer in
      HPDF_Stream_Write(
        pointer.pointee.stream, UnsafeMutablePointer(mutating: buffer.baseAddress),
        UInt32(clamping: buffer.count))
    }
    try check(status)
  }

  /// Gives each object the entries that stand in its range of `bytes`, ready-made.
  ///
  /// A tag tree has thousands of small dictionaries; libharu would spend a dozen allocations on
  /// each. So it keeps their numbers and writes them, and only what stands between `<<` and `>>`
  /// comes from here (`write_fn` of its dictionaries).
  mutating func adopt(_ bytes: [UInt8], ranges: [(object: Object, range: Range<Int>)]) {
    let prefix = MemoryLayout<UInt32>.size
    let size = bytes.count + ranges.count * prefix
    let memory = UnsafeMutableRawPointer.allocate(byteCount: max(size, 1), alignment: 1)
    adopted.append(memory)
    var next = memory
    bytes.withUnsafeBytes { source in
      for (object, range) in ranges {
        next.storeBytes(of: UInt32(clamping: range.count), as: UInt32.self)
        (next + prefix).copyMemory(
          from: UnsafeRawBufferPointer(rebasing: source[range]).baseAddress
            ?? UnsafeRawPointer(next),
          byteCount: range.count)
        object.pointer.pointee.attr = next
        object.pointer.pointee.write_fn = { dictionary, stream in
          guard let entries = dictionary?.pointee.attr else { return HPDF_STATUS(HPDF_OK) }
          let count = entries.loadUnaligned(as: UInt32.self)
          let start = (entries + MemoryLayout<UInt32>.size).assumingMemoryBound(to: UInt8.self)
          return HPDF_Stream_Write(stream, start, count)
        }
        next += prefix + range.count
      }
    }
  }

  // MARK: Document

  var catalog: Object { Object(pointer: document.pointee.catalog) }

  /// The document information dictionary, which libharu makes when its first entry is set.
  func information() throws(PDFError) -> Object {
    try check(HPDF_SetInfoAttr(document, HPDF_INFO_PRODUCER, ""))
    guard let pointer = document.pointee.info else { throw failure() }
    return Object(pointer: pointer)
  }

  /// Adds a page with its content, which is compressed already.
  /// The corresponding C function is `HPDF_AddPage`.
  func page(width: Double, height: Double, resources: Object) throws(PDFError) -> Object {
    guard let page = HPDF_AddPage(document) else { throw failure() }
    let object = Object(pointer: page)
    try set(object, "MediaBox", .array([.integer(0), .integer(0), .real(width), .real(height)]))
    try set(object, "Resources", .object(resources))
    return object
  }

  /// Writes the content of a page, which is compressed already.
  func setContent(_ bytes: [UInt8], of page: Object) throws(PDFError) {
    let attributes = page.pointer.pointee.attr?.assumingMemoryBound(to: HPDF_PageAttr_Rec.self)
    guard let content = attributes?.pointee.contents else { throw failure() }
    try write(bytes, to: content)
    try set(Object(pointer: content), "Filter", .name("FlateDecode"))
  }

  /// Adds a bookmark below another or at the top.
  /// The corresponding C function is `HPDF_CreateOutline`.
  func bookmark(
    _ title: String, under parent: Object?, isOpen: Bool, destination: HaruValue
  ) throws(PDFError) -> Object {
    guard let outline = HPDF_CreateOutline(document, parent?.pointer, "", nil) else {
      throw failure()
    }
    let object = Object(pointer: outline)
    try check(HPDF_Outline_SetOpened(outline, HPDF_BOOL(isOpen ? 1 : 0)))
    // libharu gives items the type of their root.
    try check(HPDF_Dict_RemoveElement(outline, "Type"))
    try set(object, "Title", .text(title))
    try set(object, "Dest", destination)
    return object
  }

  // MARK: Writing

  /// One more than the highest object number.
  var size: Int { Int(document.pointee.xref.pointee.entries.pointee.count) }

  /// What stands under an object number, for the final pass over all objects.
  enum Stored {
    /// Nothing that the file needs.
    case unused
    case value
    case stream
  }

  func stored(at number: Int) -> Stored {
    guard let object = pointer(at: number) else { return .unused }
    let objectClass = Int32(object.assumingMemoryBound(to: HPDF_Obj_Header.self).pointee.obj_class)
    // The only numbers with an object number are libharu's lengths of streams; ours are direct.
    if objectClass & HPDF_OCLASS_ANY == HPDF_OCLASS_NUMBER { return .unused }
    guard objectClass & HPDF_OCLASS_ANY == HPDF_OCLASS_DICT else { return .value }
    return object.assumingMemoryBound(to: HPDF_Dict_Rec.self).pointee.stream == nil
      ? .value : .stream
  }

  private func pointer(at number: Int) -> UnsafeMutableRawPointer? {
    guard let entry = HPDF_Xref_GetEntry(document.pointee.xref, UInt32(clamping: number)) else {
      return nil
    }
    return entry.pointee.obj
  }

  /// The values of some objects one after the other, and where each starts.
  /// The corresponding C function is `HPDF_Obj_WriteValue`.
  func values(of numbers: [Int]) throws(PDFError) -> (bytes: [UInt8], starts: [Int]) {
    let output = HPDF_MemStream_New(document.pointee.mmgr, 1 << 16)
    guard let output else { throw failure() }
    defer { HPDF_Stream_Free(output) }
    var starts: [Int] = []
    for number in numbers {
      starts.append(Int(output.pointee.size))
      try check(HPDF_Obj_WriteValue(pointer(at: number), output, nil))
      try check(HPDF_Stream_WriteChar(output, CChar(bitPattern: UInt8(ascii: "\n"))))
    }
    return (Self.content(of: output), starts)
  }

  /// The dictionary of a stream object with its length, and the stream as it was stored.
  func stream(at number: Int) throws(PDFError) -> (dictionary: [UInt8], bytes: [UInt8]) {
    guard let pointer = pointer(at: number)?.assumingMemoryBound(to: HPDF_Dict_Rec.self),
      let content = pointer.pointee.stream
    else { throw failure() }
    let bytes = Self.content(of: content)
    try set(Object(pointer: pointer), "Length", .integer(bytes.count))
    // Without its stream the dictionary is written alone and its filter is left as it is.
    pointer.pointee.stream = nil
    defer { pointer.pointee.stream = content }
    return (try values(of: [number]).bytes, bytes)
  }

  private static func content(of stream: UnsafeMutablePointer<HPDF_Stream_Rec>) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(Int(stream.pointee.size))
    for index in 0..<HPDF_MemStream_GetBufCount(stream) {
      var length: UInt32 = 0
      let start = HPDF_MemStream_GetBufPtr(stream, index, &length)
      bytes.append(contentsOf: UnsafeBufferPointer(start: start, count: Int(length)))
    }
    return bytes
  }

  // MARK: Errors

  /// Throws when a call failed, or when one before it failed without saying so.
  func check(_ status: HPDF_STATUS = HPDF_STATUS(HPDF_OK)) throws(PDFError) {
    if status != HPDF_STATUS(HPDF_OK) || HPDF_GetError(document) != HPDF_STATUS(HPDF_OK) {
      throw failure(status)
    }
  }

  private func failure(_ status: HPDF_STATUS = 0) -> PDFError {
    let code = status == 0 ? HPDF_GetError(document) : status
    return PDFError(.library(code: UInt(code)), "libharu 报错 0x\(String(code, radix: 16))，没有生成 PDF")
  }
}
