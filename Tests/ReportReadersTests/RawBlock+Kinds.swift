import FiscalModel

@testable import ReportReaders

extension [RawBlock] {
  var lines: [RawLine] {
    compactMap { if case .line(let line) = $0 { line.raw } else { nil } }
  }

  var texts: [String] { lines.map(\.text.string) }

  var tables: [RawTable] {
    compactMap { if case .table(let table) = $0 { table } else { nil } }
  }

  var figures: [Figure] {
    compactMap { if case .figure(let figure) = $0 { figure } else { nil } }
  }

  var pages: [[RawBlock]] {
    var pages: [[RawBlock]] = [[]]
    for block in self {
      if case .pageBreak = block {
        pages.append([])
      } else {
        pages[pages.count - 1].append(block)
      }
    }
    return pages
  }
}
