/// The shapes in which Excel shows comments (VML, ECMA-376 part 4).
enum CommentShapes {
  static let head =
    #"<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office""#
    + #" xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit">"#
    + #"<o:idmap v:ext="edit" data="1"/></o:shapelayout><v:shapetype id="_x0000_t202""#
    + #" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">"#
    + #"<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/>"#
    + "</v:shapetype>"
  static let tail = "</xml>"

  /// A hidden box beside a cell.
  static func shape(_ reference: String) -> String? {
    guard let cell = CellAddress(reference) else { return nil }
    let (left, top) = (cell.column + 1, max(0, cell.row - 1))
    return
      #"<v:shape xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office""#
      + #" xmlns:x="urn:schemas-microsoft-com:office:excel" id="gongkai_\#(reference)""#
      + ##" type="#_x0000_t202" style="position:absolute;visibility:hidden""##
      + ##" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/>"##
      + #"<v:path o:connecttype="none"/>"#
      + #"<v:textbox style="mso-direction-alt:auto"/><x:ClientData ObjectType="Note">"#
      + "<x:MoveWithCells/><x:SizeWithCells/><x:Anchor>\(left), 15, \(top), 2, \(left + 4), 15,"
      + " \(top + 7), 4</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>\(cell.row)</x:Row>"
      + "<x:Column>\(cell.column)</x:Column></x:ClientData></v:shape>"
  }
}
