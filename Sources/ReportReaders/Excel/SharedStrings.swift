/// The texts that the cells of a workbook point to (`xl/sharedStrings.xml`).
final class SharedStrings: XMLHandler {
  private(set) var texts: [String] = []
  private let path: String
  private var text = ExcelText()

  /// As many as a sheet may have cells.
  private static let limit = SheetParser.cellLimit

  init(path: String) { self.path = path }

  func start(_ element: XMLElement) throws(ReadError) {
    if element.name.isLocal("si") {
      guard texts.count < Self.limit else {
        throw ReadError(path: path, message: "单元格过多，不像正常的公开文件，拒绝读取")
      }
      text = ExcelText()
    }
    text.start(element.name)
  }

  func end(_ name: XMLName) {
    text.end(name)
    if name.isLocal("si") { texts.append(text.string) }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) { text.append(bytes) }
}
