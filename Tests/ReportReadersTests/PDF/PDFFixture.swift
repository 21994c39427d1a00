import FiscalModel
import FiscalText
import Testing

@testable import ReportReaders

/// The files that the tests of the PDF reader read.
enum PDFFixture {
  /// A folder above this file, by the number of steps.
  private static func folder(up steps: Int) -> String {
    #filePath.split(separator: "/").dropLast(steps + 1).reduce("") { $0 + "/" + $1 }
  }

  static func path(_ name: String) -> String { folder(up: 2) + "/Fixtures/pdf/" + name }

  /// A real disclosure by the start of its name; nil where the corpus is not beside the checkout.
  static func corpus(_ name: String) -> String? {
    let path = folder(up: 4) + "/shared/corpus/pdf/"
    guard let names = try? Files.names(path) else { return nil }
    return names.first { $0.hasPrefix(name) }.map { path + $0 }
  }

  static var hasCorpus: Bool { corpus("H02") != nil }

  static func read(_ name: String) throws -> [RawBlock] {
    try PDFReader().read(path: path(name), source: 0)
  }

  static func message(_ name: String) -> String? {
    do {
      _ = try PDFReader().read(path: path(name), source: 0)
      return nil
    } catch {
      return error.message
    }
  }
}

extension RawTable {
  /// The texts of the rows, at the columns where they start; empty where a span goes on.
  var grid: [[String]] {
    rows.map { row in
      var texts = [String](repeating: "", count: columnCount)
      for cell in row { texts[cell.column] = cell.text.string }
      return texts
    }
  }
}
