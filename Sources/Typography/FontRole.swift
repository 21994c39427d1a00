/// What a face is for on an official page (GB/T 9704-2012); each role has a chain of faces.
public enum FontRole: String, CaseIterable, Sendable {
  /// 小标宋: the title.
  case title = "小标宋"
  /// 仿宋: running text.
  case body = "仿宋"
  /// 黑体: 一、 headings.
  case heading = "黑体"
  /// 楷体: （一） headings.
  case subheading = "楷体"
  /// 宋体: tables and page numbers.
  case table = "宋体"
}
