/// Options that several commands have.
extension Option {
  static let layouts = Option("--layouts", value: "文件夹", help: "布局所在的文件夹")
  static let fonts = Option("--fonts", value: "文件夹", help: "字体清单所在的文件夹；写 free 等于 --free-fonts")
  static let freeFonts = Option("--free-fonts", help: "只用随安装命令装好的免费字体，使各处结果一样")
  static let layout = Option(
    "--layout", value: "布局", help: "按哪个布局读，如 final-accounts/dalian，或自己的布局文件夹（默认自动判断）")
  static let jobs = Option(
    "--jobs", short: "-j", value: "个数", help: "同时处理几份文档（默认按处理器）")
}

extension Invocation {
  /// How many documents are worked on at a time.
  func jobCount() throws(UsageError) -> Int {
    guard let text = value(.jobs) else { return surroundings.processors }
    guard let count = Int(text), (1...256).contains(count) else {
      throw UsageError("--jobs 的值应是 1 到 256 的整数")
    }
    return count
  }
}
