public import FiscalText

/// A paragraph or numbered item, its printed lines joined.
public struct Paragraph: Sendable {
  public var text: TracedText
  /// The number at its head, for an item (1. …, （1）…).
  public var number: HeadingNumber?
  /// Whether it is set bold as a whole, as run-in headings are.
  public var isBold: Bool
  public var alignment: Alignment
  /// The stretches of ``text`` that were worked out from references in the source format.
  public var references: [Reference] = []

  /// A number that stands for a reference, `{{公开01!收入/本年收入合计}}`.
  public struct Reference: Hashable, Sendable {
    /// The bytes of the paragraph's text that the reference gave.
    public var range: Range<Int>
    /// The formula between the braces.
    public var formula: String

    public init(range: Range<Int>, formula: String) {
      self.range = range
      self.formula = formula
    }
  }

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
