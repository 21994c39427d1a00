/// Writes results where the user wants them, and never over what was read.
struct OutputFile {
  let path: String

  /// - Parameter inputs: the files and folders that were read.
  func write(_ bytes: [UInt8], sparing inputs: [String]) throws(CommandError) {
    if let identity = FileSystem.identity(path) {
      for input in inputs where FileSystem.identity(input) == identity {
        throw CommandError("\(path)：是输入文件，不会覆盖；请换一个名称")
      }
    }
    try AtomicFile.write(bytes, to: path)
  }
}
