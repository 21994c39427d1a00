internal import FiscalModel

/// Names the performance sheets of a report that no file named: 绩效1, 绩效2, … in reading order.
enum PerformanceNumbers {
  static func apply(to report: inout Report) {
    var tables = report.tables
    let unnamed = tables.indices.filter { tables[$0].kind == .performance && tables[$0].id == nil }
    guard !unnamed.isEmpty else { return }
    var names = Set(tables.compactMap(\.id))
    var number = 1
    for index in unnamed {
      while !names.insert("绩效\(number)").inserted { number += 1 }
      tables[index].id = "绩效\(number)"
    }
    report.replaceTables(with: tables)
  }
}
