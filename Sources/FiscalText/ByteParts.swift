extension [UInt8] {
  /// A copy of a range of the bytes. To copy a slice of an array takes twice as long, since the slice
  /// holds the array and is copied by its elements.
  public func part(_ range: Range<Int>) -> [UInt8] {
    withUnsafeBufferPointer { [UInt8](UnsafeBufferPointer(rebasing: $0[range])) }
  }
}
