public import FiscalModel

/// Last year's disclosure brought to this year's tables, with what became of each number.
public struct RolledReport: Sendable {
  /// A 科目 that came, went, or is called or numbered otherwise.
  public struct ItemChange: Sendable {
    public enum Kind: String, Sendable { case added, removed, renamed }

    public var kind: Kind
    public var section: String
    public var code: String
    public var name: String
    /// Of a renamed one: the code and name of last year.
    public var formerly: String?

    /// The word that people are shown.
    public var word: String {
      switch kind {
      case .added: "新增"
      case .removed: "取消"
      case .renamed: "改名或改编码"
      }
    }
  }

  public var report: Report
  public var numbers: [RolledNumber] = []
  public var items: [ItemChange] = []
  /// What else the user should know, in Chinese.
  public var notes: [String] = []

  /// How many numbers came to a state.
  public func count(_ state: RolledNumber.State) -> Int { numbers.count { $0.state == state } }
}
