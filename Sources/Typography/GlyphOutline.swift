internal import CHarfBuzz

/// The outline of one glyph, as HarfBuzz tells it step by step.
struct GlyphOutline {
  private(set) var steps: [OutlineStep] = []
  private let scale: Double
  private let x: Double
  private let y: Double

  /// - Parameters:
  ///   - x: where the glyph's origin comes to stand, and `y`.
  ///   - scale: points for a font unit.
  ///
  /// The corresponding C function is `hb_font_draw_glyph`. Quadratic curves come as cubic ones.
  init(scale: Double, x: Double, y: Double, of glyph: UInt32, in face: borrowing FontFace) {
    self.scale = scale
    self.x = x
    self.y = y
    guard let functions = hb_draw_funcs_create() else { return }
    defer { hb_draw_funcs_destroy(functions) }
    Self.setFunctions(functions)
    let font = face.font
    withUnsafeMutablePointer(to: &self) { draw_glyph(font, glyph, functions, $0) }
  }

  private static func setFunctions(_ functions: OpaquePointer) {
    hb_draw_funcs_set_move_to_func(
      functions,
      { _, outline, _, x, y, _ in
        GlyphOutline.at(outline) { $0.steps.append(.move(x: $0.x(x), y: $0.y(y))) }
      }, nil, nil)
    hb_draw_funcs_set_line_to_func(
      functions,
      { _, outline, _, x, y, _ in
        GlyphOutline.at(outline) { $0.steps.append(.line(x: $0.x(x), y: $0.y(y))) }
      }, nil, nil)
    hb_draw_funcs_set_cubic_to_func(
      functions,
      { _, outline, _, x1, y1, x2, y2, x, y, _ in
        GlyphOutline.at(outline) {
          $0.steps.append(
            .curve(
              x1: $0.x(x1), y1: $0.y(y1), x2: $0.x(x2), y2: $0.y(y2), x: $0.x(x), y: $0.y(y)))
        }
      }, nil, nil)
    hb_draw_funcs_set_close_path_func(
      functions, { _, outline, _, _ in GlyphOutline.at(outline) { $0.steps.append(.close) } },
      nil, nil)
  }

  private static func at(_ pointer: UnsafeMutableRawPointer?, _ body: (inout GlyphOutline) -> Void)
  {
    guard let outline = pointer?.assumingMemoryBound(to: GlyphOutline.self) else { return }
    body(&outline.pointee)
  }

  private func x(_ value: Float) -> Double { x + Double(value) * scale }
  private func y(_ value: Float) -> Double { y + Double(value) * scale }
}
