internal import FiscalText

/// A page number as printed: 15, － 15 －, 第15页, 第 15 页 共 30 页, 15/30.
struct PageNumberShape {
  let number: Int
  /// Whether dashes or words say that it is a page number and no other figure.
  let isMarked: Bool

  /// Nil for any other text. Spaces must have been taken out.
  init?(_ text: [UInt8]) {
    guard !text.isEmpty, text.count <= 40 else { return nil }
    var digits: [[UInt32]] = [[]]
    var marks: [UInt32] = []
    var offset = 0
    while offset < text.count {
      let (scalar, length) = decodeScalar(text, at: offset)
      offset += length
      if let digit = Self.digit(scalar) {
        digits[digits.count - 1].append(digit)
      } else {
        marks.append(scalar)
        if digits.last?.isEmpty == false { digits.append([]) }
      }
    }
    digits.removeAll(where: \.isEmpty)
    guard let first = digits.first, first.count <= 4, digits.count <= 2,
      Self.forms.contains(where: { $0.marks == marks && $0.numbers == digits.count })
    else { return nil }
    number = first.reduce(0) { $0 * 10 + Int($1) }
    isMarked = !marks.isEmpty
  }

  private static func digit(_ scalar: UInt32) -> UInt32? {
    switch scalar {
    case 0x30...0x39: scalar - 0x30
    case 0xFF10...0xFF19: scalar - 0xFF10
    default: nil
    }
  }

  /// The characters around the digits, and how many numbers there are.
  private static let forms: [(marks: [UInt32], numbers: Int)] = {
    var forms: [(marks: [UInt32], numbers: Int)] = [([], 1)]
    for dash in "-—–－―─·•～~".unicodeScalars.map(\.value) {
      forms.append(([dash, dash], 1))
    }
    for words in ["第页", "页", "P", "p", "———", "————"] {
      forms.append((words.unicodeScalars.map(\.value), 1))
    }
    for words in ["第页共页", "第页，共页", "第页,共页", "第页/共页", "/", "页共页", "第页（共页）", "／"] {
      forms.append((words.unicodeScalars.map(\.value), 2))
    }
    return forms
  }()
}
