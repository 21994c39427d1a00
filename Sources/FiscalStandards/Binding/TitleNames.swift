/// What of a title or heading says what it is about: the body's own name, years and the words that
/// every title has are dropped.
struct TitleNames {
  private static let years = ["年度", "年"].map { Name($0) }
  private static let bodies = ["部门预算单位", "预算单位", "部门", "单位", "本级"].map { Name($0) }
  private static let fillers = ["情况", "说明", "关于", "的", "年度", "部门", "单位"].map { Name($0) }

  /// The body's name and its usual short forms.
  let entity: [Name]

  init(entity: String?) {
    self.entity = entity.map { [Name($0)] }?.filter { !$0.isEmpty } ?? []
  }

  /// The title of a table.
  func title(_ name: Name) -> Name {
    withoutClassification(name).without(entity).withoutDigits().without(Self.years)
      .without(Self.bodies)
  }

  /// 一般公共预算支出表（按功能分类科目）: the title without the classification by which the form lists anyway.
  private func withoutClassification(_ name: Name) -> Name {
    guard name.hasSuffix(Self.close), let open = name.firstIndex(of: Self.by) else { return name }
    let tail = Name(scalars: Array(name.scalars[open...]))
    let head = name.withoutSuffix(tail)
    let isOwn = tail.contains(head.contains(Self.basic) ? Self.economic : Self.functional)
    return isOwn ? head : name
  }

  private static let close = Name("）")
  private static let by = Name("（按")
  private static let basic = Name("基本支出")
  private static let functional = Name("功能")
  private static let economic = Name("经济")

  /// The heading of a section.
  func heading(_ name: Name) -> Name {
    name.without(entity).withoutYears().withoutDigits().without(Self.fillers)
  }
}
