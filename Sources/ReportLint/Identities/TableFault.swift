internal import FiscalStandards

/// A wrong cell: the one that explains why identities fail, with all of them.
struct TableFault {
  var cell: CellReference
  /// The identity that tells most plainly what is wrong.
  var primary: IdentityInstance
  var others: [IdentityInstance]
  /// Whether another cell explains the failures as well.
  var isUndecided: Bool
  /// The cell of another fault that has the amount that belongs here, and whose own stands here.
  var exchanged: CellReference?
}
