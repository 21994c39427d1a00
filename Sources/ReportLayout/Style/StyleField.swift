/// A line of a style file: its section, its key, and what it sets.
struct StyleField {
  enum Content {
    /// With a unit: pt, mm, cm, or 号.
    case length(WritableKeyPath<PageStyle, Double>, ClosedRange<Double>)
    /// In characters: 2字.
    case characters(WritableKeyPath<PageStyle, Double>, ClosedRange<Double>)
    case factor(WritableKeyPath<PageStyle, Double>, ClosedRange<Double>)
    case count(WritableKeyPath<PageStyle, Int>, ClosedRange<Int>)
    /// A number of characters, or 不限.
    case lineLength(WritableKeyPath<PageStyle, Int?>)
    case flag(WritableKeyPath<PageStyle, Bool>)
    case text(WritableKeyPath<PageStyle, String>)
    /// 仿宋 三号 加粗
    case type(WritableKeyPath<PageStyle, TextStyle>)
    case breakLevel(WritableKeyPath<PageStyle, LineBreakLevel>)
    case partStart(WritableKeyPath<PageStyle, PageStyle.PartStart>)
    case grouping(WritableKeyPath<PageStyle, PageStyle.Grouping>)
  }

  var section: String
  var key: String
  var content: Content

  private init(_ section: String, _ key: String, _ content: Content) {
    self.section = section
    self.key = key
    self.content = content
  }

  /// All fields, in the order in which the style files of the program give them.
  static var all: [StyleField] { sheet + lines + types + pages + tables }

  private static var sheet: [StyleField] {
    let margin = 10.0...400.0
    return [
      StyleField("纸张", "宽", .length(\.pageWidth, 200...2000)),
      StyleField("纸张", "高", .length(\.pageHeight, 200...2000)),
      StyleField("纸张", "天头", .length(\.topMargin, margin)),
      StyleField("纸张", "地脚", .length(\.bottomMargin, margin)),
      StyleField("纸张", "订口", .length(\.innerMargin, margin)),
      StyleField("纸张", "切口", .length(\.outerMargin, margin)),
      StyleField("纸张", "双面", .flag(\.isTwoSided)),
    ]
  }

  private static var lines: [StyleField] {
    [
      StyleField("行", "行距", .length(\.linePitch, 6...100)),
      StyleField("行", "每行字数", .lineLength(\.lineCharacters)),
      StyleField("行", "对齐网格", .flag(\.hasGrid)),
      StyleField("行", "首行缩进", .characters(\.firstLineIndent, 0...8)),
      StyleField("行", "中西文间距", .characters(\.latinSpace, 0...0.5)),
      StyleField("行", "避头尾", .breakLevel(\.breakLevel)),
      StyleField("行", "编号悬挂", .flag(\.hangsNumbers)),
    ]
  }

  private static var types: [StyleField] {
    [
      StyleField("字体", "封面标题", .type(\.coverTitle)),
      StyleField("字体", "封面文字", .type(\.coverLine)),
      StyleField("字体", "部分标题", .type(\.part)),
      StyleField("字体", "一级标题", .type(\.heading)),
      StyleField("字体", "二级标题", .type(\.subheading)),
      StyleField("字体", "三级标题", .type(\.minorHeading)),
      StyleField("字体", "正文", .type(\.body)),
      StyleField("字体", "名词", .type(\.term)),
      StyleField("字体", "目录部分", .type(\.contentsPart)),
      StyleField("字体", "目录条目", .type(\.contentsEntry)),
      StyleField("字体", "表题", .type(\.tableTitle)),
      StyleField("字体", "表头", .type(\.tableHead)),
      StyleField("字体", "表文", .type(\.tableText)),
      StyleField("字体", "表注", .type(\.tableLine)),
      StyleField("字体", "图题", .type(\.caption)),
      StyleField("字体", "图中文字", .type(\.chartText)),
      StyleField("字体", "页码", .type(\.pageNumber)),
      StyleField("字体", "页眉", .type(\.runningHead)),
    ]
  }

  private static var pages: [StyleField] {
    [
      StyleField("页面", "部分起于", .partStart(\.partStart)),
      StyleField("页面", "页码", .flag(\.hasPageNumbers)),
      StyleField("页面", "页码距离", .length(\.pageNumberDistance, 0...100)),
      StyleField("页面", "页眉文字", .text(\.runningHeadText)),
      StyleField("页面", "目录层数", .count(\.contentsDepth, 0...4)),
    ]
  }

  private static var tables: [StyleField] {
    [
      StyleField("表格", "最小字号", .length(\.tableMinimumSize, 4...20)),
      StyleField("表格", "行高", .factor(\.tableLineSpacing, 1...3)),
      StyleField("表格", "内边距", .length(\.cellPadding, 0...20)),
      StyleField("表格", "线宽", .length(\.tableRule, 0.1...3)),
      StyleField("表格", "外框线宽", .length(\.tableFrame, 0.1...4)),
      StyleField("表格", "表头底纹", .flag(\.shadesTableHeads)),
      StyleField("表格", "类级底纹", .flag(\.shadesTopLevels)),
      StyleField("表格", "级次缩进", .characters(\.levelIndent, 0...4)),
      StyleField("表格", "千分位", .grouping(\.grouping)),
    ]
  }
}
