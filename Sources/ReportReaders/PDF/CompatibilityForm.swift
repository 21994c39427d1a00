internal import FiscalText

/// Resolves the characters that PDF files name in place of the usual ones: a font that shares one
/// shape between 长 and its radical may name either. Full-width forms are kept: people type them.
enum CompatibilityForm {
  /// The code points that a code point stands for; none for characters without shape or meaning.
  static func resolve(_ scalar: UInt32) -> [UInt32] {
    switch scalar {
    case 0x21...0x7E, 0x3000, 0x4E00...0x9FFF, 0xFF01...0xFF5E: [scalar]
    case 0x200B...0x200F, 0x2060, 0xFE00...0xFE0F, 0xFEFF: []
    // A hyphen that forbids or allows a break; some fonts name the minus sign so.
    case 0xAD, 0x2010, 0x2011: [0x2D]
    case 0xFB00...0xFB06: ligatures[Int(scalar - 0xFB00)]
    case 0x2E80...0x2EF3: [radicals[Int(scalar - 0x2E80)]]
    case 0x2F00...0x2FD5: [kangxi[Int(scalar - 0x2F00)]]
    case 0xF900...0xFAD9: [ideographs[Int(scalar - 0xF900)]]
    default: resolveRare(scalar)
    }
  }

  /// A text with ideographs in place of the radicals and doubles of the same shape, which programs that take text out
  /// of PDF files leave as they are named there: ⾏政, 部⻔.
  static func resolved(_ bytes: [UInt8]) -> [UInt8] {
    guard var place = firstDouble(bytes, from: 0) else { return bytes }
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    var start = 0
    while true {
      text += bytes[start..<place]
      let (scalar, length) = decodeScalar(bytes, at: place)
      for scalar in resolve(scalar).lazy.compactMap(Unicode.Scalar.init) {
        text += Array(String(Character(scalar)).utf8)
      }
      start = place + length
      guard let next = firstDouble(bytes, from: start) else { break }
      place = next
    }
    return text + bytes[start...]
  }

  /// Where the first character of U+2E80…U+2FD5 or U+F900…U+FAD9 stands; most texts have none.
  private static func firstDouble(_ bytes: [UInt8], from start: Int) -> Int? {
    var offset = start
    while offset + 2 < bytes.count {
      switch bytes[offset] {
      case 0xE2 where (0xBA...0xBF).contains(bytes[offset + 1]),
        0xEF where (0xA4...0xAB).contains(bytes[offset + 1]):
        let scalar = decodeScalar(bytes, at: offset).scalar
        if resolve(scalar) != [scalar] { return offset }
        offset += 3
      case 0xE0...0xEF: offset += 3
      default: offset += 1
      }
    }
    return nil
  }

  private static func resolveRare(_ scalar: UInt32) -> [UInt32] {
    if isSpace(scalar) { return [0x20] }
    let isControl = scalar < 0x20 || (0x7F...0x9F).contains(scalar)
    return isControl ? [] : [scalar]
  }

  /// ﬀ ﬁ ﬂ ﬃ ﬄ ﬅ ﬆ
  private static let ligatures: [[UInt32]] = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"].map(
    scalars)

  /// The ideographs that U+2E80…U+2EF3, radicals in their narrow forms, are printed for.
  private static let radicals: [UInt32] = scalars(
    """
    ⺀厂乛乚乙亻冂𠘨刀刂卜㔾小小兀尣尢⺑巳幺彑𫜹忄㣺扌攵⺚旡日月歺母民氵氺灬爫爫丬牛犭王疋目示\
    礻𥫗糹纟罓罒㓁⺴𦉫羊𦍌𦍋耂肀聿肉𦥑艹艹艹虎衤覀西见角⻇讠贝足车辶辶辶阝钅長镸长门𨸏阝雨青韦\
    页风飞食⻞飠饣𩠐马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟
    """)

  /// The ideographs of the radicals U+2F00…U+2FD5; 户, 青 and 黄 as the mainland writes them.
  private static let kangxi: [UInt32] = scalars(
    """
    一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮\
    山巛工己巾干幺广廴廾弋弓彐彡彳心戈户手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿\
    片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌\
    舛舟艮色艸虍虫血行衣襾見角言谷豆豕豸貝赤走足身車辛辰辵邑酉釆里金長門阜隶隹雨青非面革韋韭音\
    頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻黄黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠
    """)

  /// The unified ideographs of U+F900…U+FAD9.
  private static let ideographs: [UInt32] = scalars(
    """
    豈更車賈滑串句龜龜契金喇奈懶癩羅蘿螺裸邏樂洛烙珞落酪駱亂卵欄爛蘭鸞嵐濫藍襤拉臘蠟廊朗浪狼郎\
    來冷勞擄櫓爐盧老蘆虜路露魯鷺碌祿綠菉錄鹿論壟弄籠聾牢磊賂雷壘屢樓淚漏累縷陋勒肋凜凌稜綾菱陵\
    讀拏樂諾丹寧怒率異北磻便復不泌數索參塞省葉說殺辰沈拾若掠略亮兩凉梁糧良諒量勵呂女廬旅濾礪閭\
    驪麗黎力曆歷轢年憐戀撚漣煉璉秊練聯輦蓮連鍊列劣咽烈裂說廉念捻殮簾獵令囹寧嶺怜玲瑩羚聆鈴零靈\
    領例禮醴隸惡了僚寮尿料樂燎療蓼遼龍暈阮劉杻柳流溜琉留硫紐類六戮陸倫崙淪輪律慄栗率隆利吏履易\
    李梨泥理痢罹裏裡里離匿溺吝燐璘藺隣鱗麟林淋臨立笠粒狀炙識什茶刺切度拓糖宅洞暴輻行降見廓兀嗀\
    﨎﨏塚﨑晴﨓﨔凞猪益礼神祥福靖精羽﨟蘒﨡諸﨣﨤逸都﨧﨨﨩飯飼館鶴郞隷侮僧免勉勤卑喝嘆器塀墨\
    層屮悔慨憎懲敏既暑梅海渚漢煮爫琢碑社祉祈祐祖祝禍禎穀突節練縉繁署者臭艹艹著褐視謁謹賓贈辶逸\
    難響頻恵𤋮舘﩮﩯並况全侀充冀勇勺喝啕喙嗢塚墳奄奔婢嬨廒廙彩徭惘慎愈憎慠懲戴揄搜摒敖晴朗望杖\
    歹殺流滛滋漢瀞煮瞧爵犯猪瑱甆画瘝瘟益盛直睊着磌窱節类絛練缾者荒華蝹襁覆視調諸請謁諾諭謹變贈\
    輸遲醙鉶陼難靖韛響頋頻鬒龜𢡊𢡄𣏕㮝䀘䀹𥉉𥳐𧻓齃龎
    """)

  private static func scalars(_ text: String) -> [UInt32] { text.unicodeScalars.map(\.value) }
}
