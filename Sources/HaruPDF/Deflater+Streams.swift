internal import Compression
internal import FiscalText

extension Deflater {
  /// How many streams share the working memory of one thread, so that making it ready does not
  /// count.
  static let share = 8

  /// Compresses several streams.
  static func compress(_ streams: [[UInt8]], level: Int, threads: Threads) -> [[UInt8]] {
    threads.map((streams.count + share - 1) / share) { part in
      let deflater = Deflater(level: level)
      return streams[part * share..<min((part + 1) * share, streams.count)].map {
        deflater.compress($0)
      }
    }.flatMap { $0 }
  }
}
