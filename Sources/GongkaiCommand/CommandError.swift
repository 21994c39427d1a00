/// Why a command could not do its work, in Chinese, with the path where there is one.
struct CommandError: Error, CustomStringConvertible {
  var description: String

  init(_ description: String) { self.description = description }
}
