internal import Glibc

/// Characters by which a face for official texts is judged.
public enum CoverageSample {
  /// The 6,763 ideographs of GB/T 2312-1980, the characters of 通用规范汉字表 (2013) outside it
  /// that names and places need most, and the signs of running text.
  public static let standard: [Unicode.Scalar] = simplified + rare + signs

  /// The ideographs of GB/T 2312-1980; empty where the system's converter does not know it.
  public static let simplified: [Unicode.Scalar] = {
    guard let converter = iconv_open("UTF-8", "GB2312"), converter != iconv_t(bitPattern: -1)
    else { return [] }
    defer { iconv_close(converter) }
    var scalars: [Unicode.Scalar] = []
    for row in UInt8(0xB0)...0xF7 {
      for cell in UInt8(0xA1)...0xFE {
        if let scalar = decode([row, cell], with: converter) { scalars.append(scalar) }
      }
    }
    return scalars
  }()

  static let rare = Array("镕堃喆昇祎赟翀玥珺頔旸犇骉垚湉燊甦邨龢皙".unicodeScalars)
  static let signs = Array(
    "0123456789ABCXYZabcxyz.,%()-+/：；，。、？！“”‘’（）《》〈〉【】〔〕—…·％〇①②③".unicodeScalars)

  /// The corresponding C function is `iconv`.
  private static func decode(_ bytes: [UInt8], with converter: iconv_t) -> Unicode.Scalar? {
    var input = bytes.map(CChar.init(bitPattern:))
    var output = [CChar](repeating: 0, count: 8)
    var inputLeft = input.count
    var outputLeft = output.count
    let status = input.withUnsafeMutableBufferPointer { source in
      output.withUnsafeMutableBufferPointer { target in
        var from = source.baseAddress
        var to = target.baseAddress
        return iconv(converter, &from, &inputLeft, &to, &outputLeft)
      }
    }
    guard status == 0 else { return nil }
    let decoded = output.prefix(output.count - outputLeft).map(UInt8.init(bitPattern:))
    return String(decoding: decoded, as: UTF8.self).unicodeScalars.first
  }
}
