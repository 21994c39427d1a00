/// The sRGB colour space (IEC 61966-2-1) as an ICC profile of version 4, made here so that the
/// bytes of a PDF do not depend on a file of the machine.
enum ColourProfile {
  static let sRGB: [UInt8] = {
    let tags = ColourProfile.tags
    var table = word(tags.count)
    var body: [UInt8] = []
    let start = 128 + 4 + 12 * tags.count
    for (name, data) in tags {
      table += Array(name.utf8) + word(start + body.count) + word(data.count)
      body += data + [UInt8](repeating: 0, count: (4 - data.count % 4) % 4)
    }
    return header(size: start + body.count) + table + body
  }()

  /// ICC.1:2004-10, 7.2: a display profile from RGB to XYZ, made on 2000-01-01.
  private static func header(size: Int) -> [UInt8] {
    var header = word(size) + word(0) + word(0x0420_0000) + Array("mntrRGB XYZ ".utf8)
    header += half(2000) + half(1) + half(1) + half(0) + half(0) + half(0)
    header += Array("acsp".utf8) + [UInt8](repeating: 0, count: 28)
    header += fixed(0.9642) + fixed(1) + fixed(0.8249)
    return header + [UInt8](repeating: 0, count: 128 - header.count)
  }

  private static var tags: [(String, [UInt8])] {
    let curve =
      Array("para".utf8) + word(0) + half(3) + half(0)
      + [2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045].flatMap(fixed)
    return [
      ("desc", text("sRGB")),
      ("cprt", text("No copyright, use freely")),
      ("wtpt", xyz(0.9642, 1, 0.8249)),
      ("chad", Array("sf32".utf8) + word(0) + adaptation.flatMap(fixed)),
      // The primaries of ITU-R BT.709 adapted from D65 to D50.
      ("rXYZ", xyz(0.43607, 0.22249, 0.01392)),
      ("gXYZ", xyz(0.38515, 0.71687, 0.09708)),
      ("bXYZ", xyz(0.14307, 0.06061, 0.71410)),
      ("rTRC", curve), ("gTRC", curve), ("bTRC", curve),
    ]
  }

  /// The Bradford matrix from D65 to D50.
  private static let adaptation = [
    1.04788, 0.02292, -0.05020, 0.02957, 0.99048, -0.01707, -0.00923, 0.01508, 0.75168,
  ]

  private static func text(_ text: String) -> [UInt8] {
    let units = text.utf16.flatMap { half(Int($0)) }
    return Array("mluc".utf8) + word(0) + word(1) + word(12) + Array("enUS".utf8)
      + word(units.count) + word(28) + units
  }

  private static func xyz(_ x: Double, _ y: Double, _ z: Double) -> [UInt8] {
    Array("XYZ ".utf8) + word(0) + fixed(x) + fixed(y) + fixed(z)
  }

  private static func half(_ value: Int) -> [UInt8] {
    [UInt8(truncatingIfNeeded: value >> 8), UInt8(truncatingIfNeeded: value)]
  }

  private static func word(_ value: Int) -> [UInt8] { half(value >> 16) + half(value) }

  /// s15Fixed16Number.
  private static func fixed(_ value: Double) -> [UInt8] { word(scaled(value, by: 65_536)) }
}
