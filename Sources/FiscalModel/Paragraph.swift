public import FiscalText

/// A paragraph or numbered item, its printed lines joined.
public struct Paragraph: Sendable {
  public var text: TracedText
  /// The number at its head, for an item (1. …, （1）…).
  public var number: HeadingNumber?
  /// Whether it is set bold as a whole, as run-in headings are.
  public var isBold: Bool
  public var alignment: Alignment

  public enum Alignment: String, Sendable, Codable { case justified, left, center, right }

  public init(
    _ text: TracedText, number: HeadingNumber? = nil, isBold: Bool = false,
    alignment: Alignment = .justified
  ) {
    self.text = text
    self.number = number
    self.isBold = isBold
    self.alignment = alignment
  }
}
