internal import FiscalModel
internal import FiscalStandards
internal import FiscalText

/// Puts numbers where a report in the source format refers to cells: in sentences,
/// `{{公开01!收入/本年收入合计}}`, and in charts.
struct ReferenceResolver {
  private let report: Report
  private let printer: FormulaPrinter
  private let forms: [FigureForm]
  /// The unit of charts whose values are written as numbers.
  private let unit: String?

  /// - Parameter report: bound to the layout.
  init(_ report: Report, layout: Layout, unit: String?) {
    self.report = report
    forms = layout.figures
    printer = FormulaPrinter(TableIndex(report, layout: layout))
    self.unit = unit
  }

  /// The report with every reference resolved.
  ///
  /// - Throws: a ``ReadError`` at a reference that is no formula, or that has no value.
  func resolved() throws(ReadError) -> Report {
    var result = report
    for index in result.cover.indices { try resolve(&result.cover[index]) }
    for index in result.parts.indices { try resolve(&result.parts[index]) }
    return result
  }

  private func resolve(_ section: inout Section) throws(ReadError) {
    for index in section.blocks.indices { try resolve(&section.blocks[index]) }
    for index in section.sections.indices { try resolve(&section.sections[index]) }
  }

  private func resolve(_ block: inout Block) throws(ReadError) {
    switch block {
    case .paragraph(let paragraph):
      guard Directive.firstOpening(paragraph.text) != nil else { return }
      block = .paragraph(try resolved(paragraph))
    case .figure(let figure):
      guard figure.mark.utf8.starts(with: Directive.opening) else { return }
      block = .figure(try chart(figure))
    default: return
    }
  }

  // MARK: Sentences

  private func resolved(_ paragraph: Paragraph) throws(ReadError) -> Paragraph {
    let bytes = paragraph.text.utf8
    var result = paragraph
    result.text = TracedText()
    result.references = []
    var start = 0
    while let open = Directive.firstOpening(paragraph.text, from: start) {
      let inner = open + Directive.opening.count
      guard let close = bytes.firstOffset(of: Directive.closing, from: inner) else {
        throw error("“{{”没有配对的“}}”", paragraph.text, open..<bytes.count)
      }
      let end = close + Directive.closing.count
      let formula = paragraph.text.string(TextFields.trimmed(bytes, inner..<close))
      result.text.append(paragraph.text.slice(start..<open))
      let printed = try printed(formula, paragraph.text, open..<end)
      let first = result.text.utf8.count
      result.text.append(printed, place: span(paragraph.text, open..<end))
      result.references.append(
        Paragraph.Reference(range: first..<result.text.utf8.count, formula: formula))
      start = end
    }
    result.text.append(paragraph.text.slice(start..<bytes.count))
    return result
  }

  private func printed(
    _ formula: String, _ text: TracedText, _ range: Range<Int>
  ) throws(ReadError) -> String {
    do throws(FormulaPrinter.Failure) {
      return try printer.text(formula)
    } catch {
      throw self.error("引用“\(formula)”：\(error.message)", text, range)
    }
  }

  /// The stretch of the file that a range of text was made from.
  private func span(_ text: TracedText, _ range: Range<Int>) -> Place {
    let places = text.places(range)
    guard case .text(let source, let lower)? = places.first?.place, let last = places.last,
      case .text(_, let start) = last.place
    else { return .none }
    return .span(source: source, lower..<max(lower, start + last.range.count))
  }

  private func error(_ message: String, _ text: TracedText, _ range: Range<Int>) -> ReadError {
    guard case .text(let path, let start, _) = report.location(of: text, range) else {
      return ReadError(path: report.sources.first?.path ?? "", message: message)
    }
    return ReadError(
      path: path, message: message, place: "第 \(start.line) 行第 \(start.column) 列")
  }

  // MARK: Charts

  private static let kinds: [(word: String, kind: Figure.Kind)] = [
    ("柱形图", .bar), ("饼图", .pie), ("环形图", .ring), ("折线图", .line),
    (picture, .picture),
  ]
  /// A picture that holds no data: only its caption is kept.
  static let picture = "图片"

  /// `{{图 饼图｜图1 收入结构｜财政拨款收入=公开02!合计.财政拨款收入；其他收入=…}}`
  private func chart(_ figure: Figure) throws(ReadError) -> Figure {
    let text = figure.mark
    let fields = parts(text, 2..<(text.utf8.count - 2), at: ["｜", "|"])
    let word = fields.first.map {
      text.string($0).split(separator: " ").last.map(String.init) ?? ""
    }
    if let form = forms.first(where: { $0.number == word }) {
      return try chart(figure, form: form, fields: Array(fields.dropFirst()))
    }
    guard let kind = Self.kinds.first(where: { $0.word == word })?.kind,
      fields.count >= 3 || kind == .picture && fields.count <= 2
    else {
      throw error(
        "图应写成“{{图 种类｜标题｜名称=数；…}}”，种类为柱形图、饼图、环形图或折线图\(formWords)", text,
        0..<text.utf8.count)
    }
    var chart = figure
    chart.kind = kind == .bar && fields.count > 3 ? .groupedBar : kind
    let caption = fields.dropFirst().first ?? 0..<0
    chart.caption = caption.isEmpty ? nil : text.slice(caption)
    chart.unit = unit
    for field in fields.dropFirst(2) { try addSeries(field, of: text, to: &chart) }
    return chart
  }

  private var formWords: String {
    guard let first = forms.first(where: { !$0.series.isEmpty }) else { return "" }
    return "；布局里有的图可以只写图号，如“{{图 \(first.number)}}”"
  }

  /// `{{图 图1}}`: a chart that the layout describes. Series of the author's own, such as those of
  /// the year before, stand behind the number and come first.
  private func chart(
    _ figure: Figure, form: FigureForm, fields: [Range<Int>]
  ) throws(ReadError) -> Figure {
    guard !form.series.isEmpty || !fields.isEmpty else {
      throw error("布局没有写“\(form.number)”画什么", figure.mark, 0..<figure.mark.utf8.count)
    }
    var chart = figure
    let count = fields.count + form.series.count
    chart.kind = form.kind == .bar && count > 1 ? .groupedBar : form.kind
    let place = span(figure.mark, 0..<figure.mark.utf8.count)
    chart.caption = TracedText(form.caption, place: place)
    chart.unit = unit
    for field in fields { try addSeries(field, of: figure.mark, to: &chart) }
    for series in form.series {
      let words = series.replacing("{年}", with: report.year.map(String.init) ?? "本")
      let text = TracedText(words, place: place)
      try addSeries(0..<text.utf8.count, of: text, to: &chart)
    }
    if form.kind == .pie || form.kind == .ring { chart.dropEmptyParts() }
    return chart
  }

  private func addSeries(
    _ field: Range<Int>, of text: TracedText, to chart: inout Figure
  ) throws(ReadError) {
    let (name, entries) = seriesName(text, field)
    var series = Figure.Series(name: name, values: [])
    series.values = Array(repeating: nil, count: chart.labels.count)
    for entry in parts(text, entries, at: ["；", ";"]) where !entry.isEmpty {
      let sides = parts(text, entry, at: ["=", "＝"])
      guard sides.count == 2 else {
        throw error("图里的每一项应写成“名称=数”", text, entry)
      }
      let value = try value(text.string(sides[1]), text, sides[1])
      let label = text.string(sides[0])
      if let index = chart.labels.firstIndex(of: label) {
        series.values[index] = value.number
      } else {
        chart.labels.append(label)
        series.values.append(value.number)
        for earlier in chart.series.indices { chart.series[earlier].values.append(nil) }
      }
      if let unit = value.unit { chart.unit = unit }
    }
    chart.series.append(series)
  }

  /// `2023年：本年收入=…`: what stands before a colon that comes before the first `=`.
  private func seriesName(
    _ text: TracedText, _ field: Range<Int>
  ) -> (name: String, entries: Range<Int>) {
    let equal = text.utf8.firstOffset(of: [UInt8(ascii: "=")], from: field.lowerBound)
    for colon in [[UInt8]("：".utf8), [UInt8](":".utf8)] {
      guard let offset = text.utf8.firstOffset(of: colon, from: field.lowerBound),
        offset < equal ?? 0, offset < field.upperBound
      else { continue }
      let name = text.string(TextFields.trimmed(text.utf8, field.lowerBound..<offset))
      return (name, (offset + colon.count)..<field.upperBound)
    }
    return ("", field)
  }

  private func value(
    _ formula: String, _ text: TracedText, _ range: Range<Int>
  ) throws(ReadError) -> (number: PrintedNumber?, unit: String?) {
    do throws(FormulaPrinter.Failure) {
      return try printer.value(formula)
    } catch {
      throw self.error("引用“\(formula)”：\(error.message)", text, range)
    }
  }

  private func parts(
    _ text: TracedText, _ range: Range<Int>, at marks: [String]
  ) -> [Range<Int>] {
    let marks = marks.map { [UInt8]($0.utf8) }
    var parts: [Range<Int>] = []
    var start = range.lowerBound
    var offset = start
    while offset < range.upperBound {
      if let mark = marks.first(where: { text.utf8.hasBytes($0, at: offset) }) {
        parts.append(TextFields.trimmed(text.utf8, start..<offset))
        offset += mark.count
        start = offset
      } else {
        offset += 1
      }
    }
    parts.append(TextFields.trimmed(text.utf8, start..<range.upperBound))
    return parts
  }
}

extension Figure {
  /// A form names every part that a whole can have: what is zero is left out.
  fileprivate mutating func dropEmptyParts() {
    let parts = labels.indices.filter { index in
      series.contains { $0.values[index].map { $0.mantissa != 0 } ?? false }
    }
    guard !parts.isEmpty else { return }
    labels = parts.map { labels[$0] }
    for index in series.indices { series[index].values = parts.map { series[index].values[$0] } }
  }
}
