/// Options that several commands have.
extension Option {
  static let layouts = Option("--layouts", value: "文件夹", help: "布局所在的文件夹")
  static let fonts = Option("--fonts", value: "文件夹", help: "字体清单所在的文件夹")
  static let freeFonts = Option("--free-fonts", help: "只用随安装命令装好的免费字体，使各处结果一样")
  static let layout = Option(
    "--layout", value: "布局", help: "按哪个布局读，如 final-accounts/dalian（默认自动判断）")
}
