internal import CGlibcExtensions
internal import Glibc

/// Processors on which a thread may run.
struct ProcessorSet: Sendable {
  /// A bit for each.
  private var words: [UInt]

  /// Those of the calling thread; none where the system does not tell.
  static var ofCaller: ProcessorSet { of(0) }

  /// Those of a process with one thread.
  static func of(_ process: pid_t) -> ProcessorSet {
    ProcessorSet(
      words: Array(unsafeUninitializedCapacity: mostWords) { buffer, count in
        let bytes = get_processors(process, buffer.baseAddress, mostWords * wordBytes)
        count = max(0, Int(bytes)) / wordBytes
      })
  }

  /// Enough for every processor that Linux can count.
  private static let mostWords = 128
  private static let wordBytes = MemoryLayout<UInt>.size

  var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

  /// Keeps the calling thread on the processor of the set where it is.
  ///
  /// - Returns: those that are left to others; nil if there are none or the system does not allow it,
  ///   where the thread goes on as before.
  func keepingCaller() -> ProcessorSet? {
    let number = Int(current_processor())
    guard number >= 0, number / UInt.bitWidth < words.count, count > 1 else { return nil }
    let word = number / UInt.bitWidth
    let bit: UInt = 1 << (number % UInt.bitWidth)
    var own = [UInt](repeating: 0, count: words.count)
    own[word] = words[word] & bit
    guard set_processors(0, own, own.count * Self.wordBytes) == 0 else { return nil }
    var others = self
    others.words[word] &= ~bit
    return others
  }

  /// Has a thread that is to be begun run on these.
  func place(_ attributes: inout pthread_attr_t) {
    _ = set_processors_of(&attributes, words, words.count * Self.wordBytes)
  }

  /// Has a process that has just been begun run on these.
  func place(_ process: pid_t) {
    _ = set_processors(process, words, words.count * Self.wordBytes)
  }
}
