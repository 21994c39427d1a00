import Testing
internal import Typography

@Suite("Shaping along a chain", .enabled(if: TestFonts.areInstalled, "默认字体没有安装"))
struct FontSetTests {
  private func shape(
    _ text: String, role: FontRole = .body, isBold: Bool = false
  ) throws -> ShapedText {
    var fonts = try TestFonts.make()
    return fonts.shape(Array(text.utf8), role: role, isBold: isBold, size: 10)
  }

  @Test("an ideograph is one glyph, one em wide")
  func ideographs() throws {
    let shaped = try shape("部门决算公开")
    #expect(shaped.runs.count == 1)
    #expect(shaped.runs.first?.glyphs.map(\.advance) == [10, 10, 10, 10, 10, 10])
    #expect(shaped.runs.first?.glyphs.map(\.cluster) == [0, 3, 6, 9, 12, 15])
    #expect(shaped.missing.isEmpty)
  }

  @Test("the text of the runs is the input", arguments: FontRole.allCases)
  func textRoundTrip(role: FontRole) throws {
    let text = "（一）收入1,234.56万元——增长-5.2%，“𠮷”·GDP\u{200B}……é\u{FE0F}x"
    let shaped = try shape(text, role: role)
    #expect(shaped.missing.isEmpty)
    #expect(String(decoding: shaped.runs.flatMap(\.text), as: UTF8.self) == text)
    for run in shaped.runs {
      #expect(run.glyphs.allSatisfy { $0.cluster < run.text.count && $0.id != 0 })
    }
  }

  @Test("two em dashes become one line of two ems")
  func dashes() throws {
    let shaped = try shape("——")
    #expect(shaped.runs.flatMap(\.glyphs).map(\.advance) == [20])
  }

  @Test("the middle dot takes half an em")
  func middleDot() throws {
    for role in FontRole.allCases {
      let shaped = try shape("阿·买", role: role)
      #expect(shaped.runs.flatMap(\.glyphs).map(\.advance) == [10, 5, 10])
    }
  }

  @Test("all digits are equally wide, so that columns align", arguments: FontRole.allCases)
  func tabularDigits(role: FontRole) throws {
    let widths = try shape("0123456789", role: role).runs.flatMap(\.glyphs).map(\.advance)
    #expect(Set(widths).count == 1)
    #expect(widths.count == 10)
  }

  @Test("quotation marks are full width in every role", arguments: FontRole.allCases)
  func quotes(role: FontRole) throws {
    let shaped = try shape("“三公”", role: role)
    #expect(shaped.runs.flatMap(\.glyphs).allSatisfy { $0.advance == 10 })
  }

  @Test("a character that no face has is reported and left out")
  func missing() throws {
    let shaped = try shape("收\u{13000}入")
    #expect(shaped.missing == [3])
    #expect(shaped.runs.map { String(decoding: $0.text, as: UTF8.self) } == ["收", "入"])
  }

  @Test("a character beyond the basic plane falls back to a face that has it")
  func rareCharacter() throws {
    let shaped = try shape("𠮷", role: .subheading)
    #expect(shaped.missing.isEmpty)
    #expect(shaped.runs.flatMap(\.glyphs).map(\.advance) == [10])
  }

  @Test(
    "names, circled numbers, units, boxes, arrows and forms of quotes have a glyph in every role",
    arguments: [
      "喆堃𬭎㛃䶮𠮷〇犇𫖯㙦埗鲃𬬮𡒄㟃硚鄠盩厔", "①⑩⑳㉑㉟㊱㊿❶⑴⒈㈠㊀ⅠⅣⅫⅰ",
      "㎡㎥㎏㎜㎞℃‰‱°′″Ωµ½⅓²₂№℡", "→←↑↓⇒↗➜☑☐☒✓✔✗✘□■▲△●○◆★☆※►✉",
      "ＡＢｃ１２％ｱｲｳ", "‟‛„‚‘’“”—–―‒−‐‑…⋯·•・‧∙⋅", "×÷±≤≥≦≧≠≈∑√∞￥¥€£",
    ])
  func characterOfDisclosures(text: String) throws {
    for role in FontRole.allCases {
      let shaped = try shape(text, role: role)
      #expect(shaped.missing.isEmpty)
      #expect(String(decoding: shaped.runs.flatMap(\.text), as: UTF8.self) == text)
    }
  }

  @Test("a letter and its combining mark share a cluster", arguments: ["e\u{301}", "n\u{308}"])
  func combiningMark(text: String) throws {
    // No serif face has the dots alone: the letter goes with them to a face that has both.
    let shaped = try shape(text)
    #expect(shaped.missing.isEmpty)
    #expect(shaped.runs.map { String(decoding: $0.text, as: UTF8.self) } == [text])
    #expect(Set(shaped.runs.flatMap(\.glyphs).map(\.cluster)) == [0])
  }

  @Test("controls and zero-width characters draw nothing and are no gap")
  func invisible() throws {
    let shaped = try shape("\u{FEFF}收\u{200B}\u{0}入\t")
    #expect(shaped.missing.isEmpty)
    #expect(shaped.runs.flatMap(\.glyphs).count == 2)
  }

  @Test("empty and broken UTF-8 is shaped without harm")
  func brokenText() throws {
    var fonts = try TestFonts.make()
    #expect(fonts.shape([], role: .body, isBold: false, size: 10).runs.isEmpty)
    _ = fonts.shape([0xE4, 0xBD], role: .body, isBold: false, size: 10)
    _ = fonts.shape([0xFF, 0xFF, 0x80, 0xF4, 0x90], role: .body, isBold: true, size: 10)
  }

  @Test("the em box stands above and below the baseline", arguments: FontRole.allCases)
  func extents(role: FontRole) throws {
    let extents = try TestFonts.make().extents(role: role, size: 10)
    #expect(extents.ascent > 5 && extents.ascent < 11)
    #expect(extents.descent > 0 && extents.descent < 5)
  }
}
