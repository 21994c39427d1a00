internal import FiscalText

/// What went wrong when mutool read a file, told to a clerk.
enum TraceFailure {
  /// Nil if the file was read whole.
  static func message(_ outcome: TraceProcess.Outcome, pageCount: Int) -> String? {
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
      message(status: status, messages, pageCount: pageCount)
    }
  }

  private static func message(status: Int32, _ messages: [UInt8], pageCount: Int) -> String? {
    func says(_ words: String) -> Bool { messages.firstOffset(of: [UInt8](words.utf8)) != nil }
    // A shell's answer, or env's, to a program that is not there.
    if status == 127 { return self.message(.missing, pageCount: 0) }
    if says("cannot authenticate password") || says("needs a password") {
      return "PDF 已加密，需要密码才能打开。请先去掉密码再读取。"
    }
    // Where mutool gives up on a page it says so and goes on: the page would be half empty.
    if says("ignoring rest of page") || says("page may be incomplete") {
      return "PDF 已损坏，有的页面读不全。请重新导出或重新下载。"
    }
    if status != 0 {
      return "PDF 已损坏，无法读取。请重新导出或重新下载。"
    }
    return pageCount == 0 ? "PDF 里没有页面。" : nil
  }
}
