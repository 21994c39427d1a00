/// All rules, one line each; a test compares the list with the files in `Rules/`.
public enum RuleRegistry {
  public static let rules: [any Rule] = [
    MalformedNumber(),
    TotalsAgainstTable(),
    CarryoverAgainstTable(),
    NonFiscalAgainstTable(),
    RevenueAgainstTable(),
    ExpenditureAgainstTable(),
    AppropriationAgainstTable(),
    GeneralBudgetAgainstTable(),
    CategoryAgainstTable(),
    ItemAgainstTable(),
    BasicAgainstTable(),
    EconomicItemAgainstTable(),
    ProjectsAgainstTable(),
    ThreePublicAgainstTable(),
    ThreePublicPartsAgainstTable(),
    GovernmentFundsAgainstTable(),
    StateCapitalAgainstTable(),
    SameFactTwice(),
    RevenuePartsSum(),
    ExpenditurePartsSum(),
    BasicPartsSum(),
    ThreePublicPartsSum(),
    ProcurementPartsSum(),
    VehicleKindsSum(),
    WrongShare(),
    SharesSum(),
    MissingPercent(),
    WrongCompletion(),
    CompletionOfNothing(),
    WrongDifference(),
    WrongRate(),
    RateOfNothing(),
    LostTenThousand(),
    MissingUnit(),
    ContraryDirections(),
    OrderWord(),
    UnequalCalledEqual(),
  ]

  /// The rule of an id, or nil.
  public static func rule(_ id: String) -> (any Rule)? {
    rules.first { $0.metadata.id == id }
  }
}
