internal import FiscalText

/// What went wrong when mutool read a file, told to a clerk.
enum TraceFailure {
  /// Nil if the file was read whole.
  ///
  /// - Parameter hasEnd: whether the file ends with the mark that ends PDF files.
  static func message(
    _ outcome: TraceProcess.Outcome, pageCount: Int, hasEnd: Bool
  ) -> String? {
    switch outcome {
    case .missing:
      "读取 PDF 需要 mutool，本机没有安装。Debian、Ubuntu 上请安装 mupdf-tools（apt install mupdf-tools）。"
    case .timedOut:
      "PDF 在规定时间内没有读完，文件可能损坏或过大。"
    case .overLimit:
      "PDF 的内容超出读取上限，文件可能损坏或过大。"
    case .failed:
      "无法运行 mutool，PDF 没有读取。"
    case .ended(let status, let messages):
      message(status: status, messages, hasEnd: hasEnd)
        ?? (pageCount == 0 ? "PDF 里没有页面。" : nil)
    }
  }

  private static func message(status: Int32, _ messages: [UInt8], hasEnd: Bool) -> String? {
    func says(_ words: String) -> Bool { messages.firstOffset(of: [UInt8](words.utf8)) != nil }
    if says("cannot authenticate password") || says("needs a password") {
      return "PDF 已加密，需要密码才能打开。请先去掉密码再读取。"
    }
    // Where mutool gives up on a page it says so and goes on: the page would be half empty.
    if says("ignoring rest of page") || says("page may be incomplete") {
      return "PDF 已损坏，有的页面读不全。请重新导出或重新下载。"
    }
    if says("cannot recognize version marker"), says("no objects found") {
      return "这不是 PDF 文件，或文件已损坏。"
    }
    // It also goes on, with empty pages, where a file was cut off.
    if says("repairing PDF"), !hasEnd {
      return "PDF 不完整，末尾缺失，可能没有下载完。请重新下载。"
    }
    if status != 0 || says("repairing PDF") && says("cannot load object") {
      return "PDF 已损坏，无法读取。请重新导出或重新下载。"
    }
    return nil
  }
}
