/// When the finance department approved a disclosure, and when it was made public, as the user says.
public struct PublicationDates: Sendable {
  public var approved: CalendarDate?
  public var published: CalendarDate?

  public init(approved: CalendarDate? = nil, published: CalendarDate? = nil) {
    self.approved = approved
    self.published = published
  }
}
