public import FiscalText

/// Looks at identities over the tables of a report.
public struct IdentityChecker: Sendable {
  /// Evaluates without the arithmetic, which is worked out again for what is broken.
  private let evaluator: Evaluator

  public init(_ index: TableIndex) {
    var evaluator = Evaluator(index, emptyColumn: .zero)
    evaluator.writesArithmetic = false
    self.evaluator = evaluator
  }

  /// All places where an identity can be looked at. None, if the report lacks one of its tables or
  /// if no row of one table has its like in the other.
  public func check(_ identity: Identity) -> [IdentityInstance] {
    identity.relations.flatMap { check($0, of: identity) }
  }

  private func check(_ relation: Relation, of identity: Identity) -> [IdentityInstance] {
    let addresses = relation.left.addresses + relation.right.addresses
    guard addresses.allSatisfy({ evaluator.index.tableIndex($0.table) != nil }) else { return [] }
    guard let domain = addresses.first(where: { $0.isEachRow || $0.isEachColumn }) else {
      return [instance(relation, of: identity, nil)]
    }
    return bindings(domain, in: relation).compactMap { binding in
      guard isMet(binding, addresses) else { return nil }
      return instance(relation, of: identity, binding)
    }
  }

  /// The rows and columns that the `*` of an address stands for.
  private func bindings(_ domain: Address, in relation: Relation) -> [EachBinding] {
    let resolver = AddressResolver(index: evaluator.index)
    guard let (table, blocks, path) = resolver.blocks(domain) else { return [] }
    let parts = relation.left.childAddresses + relation.right.childAddresses
    var bindings: [EachBinding] = []
    for block in blocks {
      let bound = evaluator.index.tables[table].blocks[block]
      let columns = domain.isEachColumn ? bound.amountColumns.map(\.key) : [nil]
      let rows: [Int?] = domain.isEachRow ? Array(bound.rows.indices) : [nil]
      for row in rows {
        if domain.isEachRow, path != ["*"] { continue }
        // A row without parts is the sum of nothing.
        if let row, parts.contains(where: \.isEachRow), bound.rows[row].children.isEmpty {
          continue
        }
        bindings += columns.map {
          EachBinding(table: table, block: block, row: row, column: $0)
        }
      }
    }
    return bindings
  }

  /// Whether every `*` of a relation has a counterpart for the row and column.
  private func isMet(_ binding: EachBinding, _ addresses: [Address]) -> Bool {
    let resolver = AddressResolver(index: evaluator.index)
    return addresses.allSatisfy { address in
      guard address.isEachRow || address.isEachColumn else { return true }
      if case .nothing = resolver.target(address, binding) { return false }
      return true
    }
  }

  private func instance(
    _ relation: Relation, of identity: Identity, _ binding: EachBinding?
  ) -> IdentityInstance {
    var instance = IdentityInstance(
      identity: identity, relation: relation, row: reference(binding), outcome: .holds)
    do throws(EvaluationFailure) {
      let left = try evaluator.evaluate(relation.left, binding)
      instance.left = left
      let right = try evaluator.evaluate(relation.right, binding)
      instance.right = right
      guard !relation.comparison.canHold(left.value, right.value) else { return instance }
      instance.outcome = .broken
      var writer = evaluator
      writer.writesArithmetic = true
      instance.left = try writer.evaluate(relation.left, binding)
      instance.right = try writer.evaluate(relation.right, binding)
    } catch {
      instance.outcome = .unchecked(error)
    }
    return instance
  }

  private func reference(_ binding: EachBinding?) -> CellReference? {
    guard let binding, let row = binding.row else { return nil }
    let block = evaluator.index.tables[binding.table].blocks[binding.block]
    let column = block.columnIndex(binding.column) ?? block.columns.startIndex
    return CellReference(table: binding.table, block: binding.block, row: row, column: column)
  }
}

extension Relation.Comparison {
  /// Whether some unrounded values of both sides satisfy the comparison.
  public func canHold(_ left: Interval, _ right: Interval) -> Bool {
    switch self {
    case .equal: Rounding.equal(left, right)
    case .atMost: left.lower <= right.upper
    case .atLeast: left.upper >= right.lower
    }
  }
}
