// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

func library(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

func tests(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .testTarget(
    name: "\(name)Tests",
    dependencies: [.byName(name: name), "TestSupport"] + dependencies,
    swiftSettings: settings)
}

let package = Package(
  name: "Gongkai",
  products: [
    .executable(name: "gongkai", targets: ["gongkai"]),
    .library(name: "Gongkai", targets: ["GongkaiCommand"]),
  ],
  targets: [
    // C libraries: each has exactly one importer.
    // Loaded when a page is printed: only their headers are used here.
    .target(name: "CLoading"),
    .target(name: "CHaru", dependencies: ["CLoading"]),
    .target(name: "CHarfBuzz", dependencies: ["CLoading"]),
    .systemLibrary(name: "CExpat", providers: [.apt(["libexpat1-dev"])]),
    .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"])]),
    // Loaded when it is needed: only its header is used here.
    .systemLibrary(name: "CZip", providers: [.apt(["libzip-dev"])]),
    // Limits on child processes.
    .systemLibrary(name: "CProcess"),
    // How the heap grows, and which processors may be used.
    .systemLibrary(name: "CGlibcExtensions"),

    // Shared by the formats that hold compressed streams.
    library("Compression", ["CZlib"]),

    // The document and what it means.
    library("FiscalText", ["CGlibcExtensions"]),
    library("FiscalModel", ["FiscalText"]),
    library("FiscalStandards", ["FiscalText", "FiscalModel"]),
    library("FiscalNarrative", ["FiscalText", "FiscalModel", "FiscalStandards"]),

    // In, judged, out.
    library(
      "ReportReaders",
      ["FiscalText", "FiscalModel", "FiscalStandards", "CExpat", "CZip", "CProcess"]),
    library("ReportLint", ["FiscalText", "FiscalModel", "FiscalStandards", "FiscalNarrative"]),
    library("ReportDraft", ["FiscalText", "FiscalModel", "FiscalStandards", "FiscalNarrative"]),

    // The printed page.
    library("Typography", ["FiscalText", "CHarfBuzz"]),
    library("ReportLayout", ["FiscalText", "FiscalModel", "FiscalStandards", "Typography"]),
    library("HaruPDF", ["FiscalText", "Typography", "ReportLayout", "Compression", "CHaru"]),

    // Word files, and the packages that Office files are.
    library("OfficeOutput", ["FiscalText", "FiscalModel", "Compression"]),

    // The face.
    library(
      "ReportReview",
      [
        "FiscalText", "FiscalModel", "FiscalStandards", "FiscalNarrative", "ReportLint",
        "Typography", "ReportLayout", "HaruPDF", "OfficeOutput",
      ]),
    library(
      "GongkaiCommand",
      [
        "FiscalText", "FiscalModel", "FiscalStandards", "FiscalNarrative", "ReportReaders",
        "ReportLint", "ReportDraft", "Typography", "ReportLayout", "HaruPDF", "OfficeOutput",
        "ReportReview",
      ]),
    .executableTarget(
      name: "gongkai", dependencies: ["GongkaiCommand"], swiftSettings: settings),

    // Tests.
    library("TestSupport", ["FiscalText", "FiscalModel", "Typography"]),
    tests("FiscalText"),
    tests("FiscalModel", ["FiscalText"]),
    tests("FiscalStandards", ["FiscalText", "FiscalModel"]),
    tests("FiscalNarrative", ["FiscalText", "FiscalModel", "FiscalStandards", "ReportReaders"]),
    tests("ReportReaders", ["FiscalText", "FiscalModel", "FiscalStandards"]),
    tests(
      "ReportLint",
      ["FiscalText", "FiscalModel", "FiscalStandards", "FiscalNarrative", "ReportReaders"]),
    tests(
      "ReportDraft",
      [
        "FiscalText", "FiscalModel", "FiscalStandards", "FiscalNarrative", "ReportLint",
        "ReportReaders",
      ]),
    tests("Typography", ["FiscalText"]),
    tests(
      "ReportLayout",
      ["FiscalText", "FiscalModel", "FiscalStandards", "Typography", "ReportReaders"]),
    tests("HaruPDF", ["FiscalText", "Typography", "ReportLayout"]),
    tests("OfficeOutput", ["FiscalText", "FiscalModel"]),
    tests(
      "ReportReview",
      ["FiscalText", "FiscalModel", "ReportLint", "OfficeOutput", "ReportLayout", "Typography"]),
    tests("GongkaiCommand", ["FiscalText", "FiscalModel"]),
  ]
)

// The fuzz targets need the compiler's fuzzer: Fuzz/run builds them.
if Context.environment["GONGKAI_FUZZ"] != nil {
  package.products.append(.library(name: "FuzzTargets", type: .static, targets: ["FuzzTargets"]))
  package.targets.append(
    .target(
      name: "FuzzTargets",
      dependencies: [
        "FiscalText", "FiscalModel", "FiscalStandards", "ReportReaders", "ReportLint",
        "TestSupport",
      ],
      path: "Fuzz/Sources", swiftSettings: settings))
}
