internal import FiscalModel
internal import FiscalText

/// The goal of the year and what came of it.
extension PerformanceSheetReader {
  /// 年度总体目标 and beside it 实际完成情况, each in a cell of its own.
  mutating func readGoal(_ cells: [Cell], _ words: [[UInt8]]) -> Bool {
    if isGoalNext {
      isGoalNext = false
      // Goal and result were flattened into one cell, or stand in one each.
      guard cells.count <= 2 else { return false }
      sheet.goal = cells[0].text
      sheet.result = cells.count == 2 ? cells[1].text : nil
      return true
    }
    guard sheet.goal == nil, form.words(.goal).contains(words[0]), cells.count > 1 else {
      return false
    }
    let heads = form.words(.goalHead)
    if heads.contains(words[1]) {
      isGoalNext = cells.count == 2 || cells.count == 3 && heads.contains(words[2])
      return isGoalNext
    }
    sheet.goal = cells[1].text
    // With something between them it is not certain which is which.
    if cells.count == 3 { sheet.result = cells[2].text }
    return true
  }
}
