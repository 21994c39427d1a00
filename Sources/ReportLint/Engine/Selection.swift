/// Which rules run: all, or those selected by id or group, less those ignored.
public struct Selection: Sendable {
  /// Ids (`NN17`) or groups (`NN`); empty for all.
  public var selected: [String]
  public var ignored: [String]

  public init(selected: [String] = [], ignored: [String] = []) {
    self.selected = selected
    self.ignored = ignored
  }

  public func includes(_ id: String) -> Bool {
    (selected.isEmpty || selected.contains { id.hasPrefix($0) })
      && !ignored.contains { id.hasPrefix($0) }
  }
}
