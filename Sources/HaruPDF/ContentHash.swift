/// A 128-bit fingerprint of bytes, so that the identifier of a file follows from its content.
/// It tells files apart; it is no protection against forgery.
struct ContentHash {
  private var low: UInt64 = 0x6A09_E667_F3BC_C908
  private var high: UInt64 = 0xBB67_AE85_84CA_A73B

  mutating func update(_ bytes: [UInt8]) {
    low ^= UInt64(bytes.count)
    var index = 0
    while index < bytes.count {
      var word: UInt64 = 0
      let end = min(index + 8, bytes.count)
      while index < end {
        word = word << 8 | UInt64(bytes[index])
        index += 1
      }
      mix(word)
    }
  }

  private mutating func mix(_ word: UInt64) {
    low = (low ^ word) &* 0x9E37_79B9_7F4A_7C15
    low ^= low >> 29
    high = (high &+ low) &* 0xC2B2_AE3D_27D4_EB4F
    high ^= high >> 32
  }

  /// Sixteen bytes.
  var digest: [UInt8] {
    var last = self
    for round in 1...3 as ClosedRange<UInt64> { last.mix(round) }
    return [last.low, last.high].flatMap { word in
      stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: word >> UInt64($0)) }
    }
  }
}
