internal import Glibc

/// The target that `GONGKAI_FUZZ_TARGET` names.
private let target: FuzzTarget = {
  let name = getenv("GONGKAI_FUZZ_TARGET").map { String(cString: $0) } ?? ""
  guard let target = FuzzTarget(rawValue: name) else {
    let names = FuzzTarget.allCases.map(\.rawValue).joined(separator: ", ")
    fatalError("set GONGKAI_FUZZ_TARGET to one of: \(names)")
  }
  return target
}()

/// What libFuzzer calls with each input.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  target.run(Array(UnsafeBufferPointer(start: start, count: count)))
  return 0
}

/// What libFuzzer does to bytes.
@_silgen_name("LLVMFuzzerMutate")
private func mutateBytes(_ data: UnsafeMutablePointer<UInt8>, _ count: Int, _ most: Int) -> Int

/// How libFuzzer changes an input: a text mostly by its lines.
@_cdecl("LLVMFuzzerCustomMutator")
public func changeInput(
  _ data: UnsafeMutablePointer<UInt8>, _ count: Int, _ most: Int, _ seed: CUnsignedInt
) -> Int {
  guard target.isOfLines, seed % 4 > 0 else { return mutateBytes(data, count, most) }
  let text = LineMutator.changed(
    Array(UnsafeBufferPointer(start: data, count: count)), seed: seed)
  return put(text, into: data, most)
}

/// How libFuzzer makes one input of two.
@_cdecl("LLVMFuzzerCustomCrossOver")
public func crossInputs(
  _ data: UnsafePointer<UInt8>, _ count: Int, _ other: UnsafePointer<UInt8>, _ otherCount: Int,
  _ result: UnsafeMutablePointer<UInt8>, _ most: Int, _ seed: CUnsignedInt
) -> Int {
  let text = LineMutator.crossed(
    Array(UnsafeBufferPointer(start: data, count: count)),
    with: Array(UnsafeBufferPointer(start: other, count: otherCount)), seed: seed)
  return put(text, into: result, most)
}

private func put(_ text: [UInt8], into data: UnsafeMutablePointer<UInt8>, _ most: Int) -> Int {
  let kept = text.prefix(most)
  for (index, byte) in kept.enumerated() { data[index] = byte }
  return kept.count
}
