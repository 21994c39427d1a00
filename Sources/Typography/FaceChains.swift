/// The chain of each role and weight, made when it is first asked for.
final class FaceChains {
  private let library: FontLibrary
  private var chains = [FaceChain?](repeating: nil, count: 2 * FontRole.allCases.count)

  init(library: FontLibrary) { self.library = library }

  func chain(role: FontRole, isBold: Bool) -> FaceChain {
    let index = FontRole.allCases.firstIndex(of: role) ?? 0
    let slot = 2 * index + (isBold ? 1 : 0)
    if let chain = chains[slot] { return chain }
    let chain = FaceChain(library: library, role: role, isBold: isBold)
    chains[slot] = chain
    return chain
  }
}
