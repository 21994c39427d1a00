internal import Typography

/// The free faces of the manifest, so that results do not depend on what else is installed.
enum TestFonts {
  static func make() throws -> FontSet {
    let parts = #filePath.split(separator: "/").dropLast(3)
    return try FontSet(folder: "/" + parts.joined(separator: "/") + "/Fonts", preference: .free)
  }

  /// Whether the packages that set-up installs are there.
  static let areInstalled: Bool = {
    guard var fonts = try? make() else { return false }
    return FontRole.allCases.allSatisfy {
      fonts.shape(Array("决算".utf8), role: $0, isBold: false, size: 10).missing.isEmpty
    }
  }()
}
