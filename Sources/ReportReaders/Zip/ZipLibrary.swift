internal import CZip
internal import Glibc

/// libzip, loaded when the first archive is opened.
///
/// It brings a cryptographic library with it, and the loader would spend more time on both than a
/// whole `gongkai --version` takes, in every run, while most runs read no Office file.
struct ZipLibrary: Sendable {
  typealias Archive = OpaquePointer
  typealias Source = OpaquePointer
  typealias File = OpaquePointer

  let sourceBufferCreate:
    @convention(c) (
      UnsafeRawPointer?, UInt64, Int32, UnsafeMutablePointer<zip_error_t>?
    ) -> Source?
  let sourceFree: @convention(c) (Source?) -> Void
  let openFromSource:
    @convention(c) (Source?, Int32, UnsafeMutablePointer<zip_error_t>?) -> Archive?
  let discard: @convention(c) (Archive?) -> Void
  let entryCount: @convention(c) (Archive?, UInt32) -> Int64
  let name: @convention(c) (Archive?, UInt64, UInt32) -> UnsafePointer<CChar>?
  let status: @convention(c) (Archive?, UInt64, UInt32, UnsafeMutablePointer<zip_stat_t>?) -> Int32
  let openFile: @convention(c) (Archive?, UInt64, UInt32) -> File?
  let readFile: @convention(c) (File?, UnsafeMutableRawPointer?, UInt64) -> Int64
  let closeFile: @convention(c) (File?) -> Int32

  /// nil where the library is not installed.
  static let shared = ZipLibrary()

  /// The versions whose functions are those used here; the newest first.
  private static let fileNames = ["libzip.so.5", "libzip.so.4"]

  private init?() {
    let library = Self.fileNames.lazy.compactMap { dlopen($0, RTLD_NOW | RTLD_LOCAL) }.first
    guard let library,
      let sourceBufferCreate = dlsym(library, "zip_source_buffer_create"),
      let sourceFree = dlsym(library, "zip_source_free"),
      let openFromSource = dlsym(library, "zip_open_from_source"),
      let discard = dlsym(library, "zip_discard"),
      let entryCount = dlsym(library, "zip_get_num_entries"),
      let name = dlsym(library, "zip_get_name"),
      let status = dlsym(library, "zip_stat_index"),
      let openFile = dlsym(library, "zip_fopen_index"),
      let readFile = dlsym(library, "zip_fread"),
      let closeFile = dlsym(library, "zip_fclose")
    else { return nil }
    self.sourceBufferCreate = Self.function(sourceBufferCreate)
    self.sourceFree = Self.function(sourceFree)
    self.openFromSource = Self.function(openFromSource)
    self.discard = Self.function(discard)
    self.entryCount = Self.function(entryCount)
    self.name = Self.function(name)
    self.status = Self.function(status)
    self.openFile = Self.function(openFile)
    self.readFile = Self.function(readFile)
    self.closeFile = Self.function(closeFile)
  }

  /// A symbol as the function that libzip's header declares under its name.
  private static func function<Function>(_ symbol: UnsafeMutableRawPointer) -> Function {
    unsafeBitCast(symbol, to: Function.self)
  }
}
