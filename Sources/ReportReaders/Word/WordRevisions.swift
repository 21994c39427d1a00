/// Which state of a document with tracked changes is read.
enum WordRevisions: Sendable {
  /// As if all changes were accepted: what is going to be published.
  case accepted
  /// As if all changes were rejected: what it was before.
  case before

  /// The elements whose content is left out.
  func leavesOut(_ name: String) -> Bool {
    switch name {
    case "del", "moveFrom": self == .accepted
    case "ins", "moveTo": self == .before
    default: false
    }
  }
}
