internal import FiscalModel

/// Charts and pictures.
extension Composer {
  mutating func composeFigure(_ figure: Figure, parent: Int) {
    composeParagraph(Paragraph(figure.caption ?? figure.mark, alignment: .center), parent: parent)
  }
}
