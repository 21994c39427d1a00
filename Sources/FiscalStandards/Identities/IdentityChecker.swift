public import FiscalText

/// Looks at identities over the tables of a report.
public struct IdentityChecker: Sendable {
  /// Evaluates without the arithmetic, unless it is asked for what holds too; for what is broken
  /// it is worked out again.
  private let evaluator: Evaluator

  /// - Parameter explains: whether instances that hold carry their arithmetic too.
  public init(_ index: TableIndex, explains: Bool = false) {
    var evaluator = Evaluator(index, emptyColumn: .zero)
    evaluator.writesArithmetic = explains
    self.evaluator = evaluator
  }

  /// All places where an identity can be looked at. None, if the report lacks one of its tables or
  /// if no row of one table has its like in the other.
  public func check(_ identity: Identity) -> [IdentityInstance] {
    identity.relations.flatMap { check($0, of: identity) }
  }

  private func check(_ relation: Relation, of identity: Identity) -> [IdentityInstance] {
    let resolver = AddressResolver(index: evaluator.index)
    // Without one of its tables there is nothing to look at.
    guard let left = try? BoundExpression(relation.left, resolver),
      let right = try? BoundExpression(relation.right, resolver),
      !isExcepted(identity, left.addresses + right.addresses, resolver)
    else { return [] }
    let subject = IdentityRelation(identity, relation)
    let sides = Sides(subject: subject, left: left, right: right)
    let each = (left.addresses + right.addresses).filter(\.isEach)
    guard let domain = each.first else { return [instance(sides, nil)] }
    return bindings(domain, in: relation).compactMap { binding in
      let isMet = each.allSatisfy { address in
        if case .nothing = resolver.target(address, binding) { false } else { true }
      }
      return isMet ? instance(sides, binding) : nil
    }
  }

  /// Whether a table of a relation has a cell with which the relation is not looked at.
  private func isExcepted(
    _ identity: Identity, _ addresses: [BoundAddress], _ resolver: AddressResolver
  ) -> Bool {
    identity.exceptions.contains { exception in
      guard let bound = try? resolver.bound(exception), !bound.places.isEmpty else { return false }
      return addresses.contains { $0.table == bound.table }
    }
  }

  /// A relation that is being looked at.
  private struct Sides {
    var subject: IdentityRelation
    var left: BoundExpression
    var right: BoundExpression
  }

  /// The rows and columns that the `*` of an address stands for.
  private func bindings(_ domain: BoundAddress, in relation: Relation) -> [EachBinding] {
    // A row without parts is the sum of nothing.
    let needsParts = (relation.left.childAddresses + relation.right.childAddresses).contains {
      $0.isEachRow
    }
    var bindings: [EachBinding] = []
    for block in domain.blocks {
      let bound = evaluator.index.tables[domain.table].blocks[block]
      let amounts = bound.columns.indices.filter { bound.columns[$0].content == .amount }
      let columns = domain.isEachColumn ? amounts.map(Optional.some) : [nil]
      let rows = domain.isEachRow ? bound.rows.indices.map(Optional.some) : [nil]
      for row in rows {
        if let row, needsParts, bound.rows[row].children.isEmpty { continue }
        for column in columns {
          bindings.append(
            EachBinding(table: domain.table, block: block, row: row, column: column))
        }
      }
    }
    return bindings
  }

  private func instance(_ sides: Sides, _ binding: EachBinding?) -> IdentityInstance {
    var left: Evaluation?
    var right: Evaluation?
    let outcome: IdentityInstance.Outcome
    do throws(EvaluationFailure) {
      outcome = try look(at: sides, binding, &left, &right)
    } catch {
      outcome = .unchecked(error)
    }
    return IdentityInstance(
      subject: sides.subject, row: reference(binding), outcome: outcome, left: left, right: right)
  }

  /// Works out the sides, and whether they agree.
  private func look(
    at sides: Sides, _ binding: EachBinding?, _ left: inout Evaluation?,
    _ right: inout Evaluation?
  ) throws(EvaluationFailure) -> IdentityInstance.Outcome {
    let first = try evaluator.evaluate(sides.left, binding)
    left = first
    let second = try evaluator.evaluate(sides.right, binding)
    right = second
    if let address = leftOut(sides.left, first) ?? leftOut(sides.right, second) {
      throw .absent(address)
    }
    if sides.subject.relation.comparison.canHold(first.value, second.value) { return .holds }
    if let address = silent(sides.left, first) ?? silent(sides.right, second) {
      throw .absent(address)
    }
    var writer = evaluator
    writer.writesArithmetic = true
    left = try writer.evaluate(sides.left, binding)
    right = try writer.evaluate(sides.right, binding)
    return .broken
  }

  /// An address of a side of which the table has none of the columns: a table of 项目 and 预算数 does
  /// not say what the funds give. Nil if the side says something.
  private func leftOut(_ side: BoundExpression, _ value: Evaluation) -> Address? {
    guard value.operands.isEmpty else { return nil }
    let addresses = side.addresses.map(\.address)
    return addresses.allSatisfy(\.isColumnOptional) ? addresses.first : nil
  }

  /// An address of a side that says nothing, for which nothing can be broken: its cells may have lost
  /// their numbers to others, or a sum has none of its rows and fills in none of its columns. Nil if
  /// it says something.
  private func silent(_ side: BoundExpression, _ value: Evaluation) -> Address? {
    let (addresses, index) = (side.addresses, evaluator.index)
    let isSum = addresses.count > 1
    guard isSum || !value.operands.isEmpty else { return nil }
    let isSilent = value.operands.allSatisfy { operand in
      if index.tables[operand.table].mayHaveLost(index.cell(operand)) { return true }
      if case .absent = index.value(operand) { return isSum }
      return false
    }
    return isSilent ? addresses.first?.address : nil
  }

  private func reference(_ binding: EachBinding?) -> CellReference? {
    guard let binding, let row = binding.row else { return nil }
    return CellReference(
      table: binding.table, block: binding.block, row: row, column: binding.column ?? 0)
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
