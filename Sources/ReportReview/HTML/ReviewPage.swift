internal import FiscalModel
internal import ReportLint

/// A review page: one self-contained file that needs no network.
///
/// Its policy allows this one script and nothing from elsewhere, so that even markup that slipped
/// through could do nothing.
public enum ReviewPage {
  /// The whole file.
  public static func bytes(_ parts: [ReviewPart]) -> [UInt8] {
    var html = HTMLText()
    html.markup("<!DOCTYPE html>\n<html lang=zh-CN><head><meta charset=utf-8>")
    html.markup("<meta http-equiv=Content-Security-Policy content=\"default-src 'none'; ")
    html.markup("base-uri 'none'; form-action 'none'; style-src 'sha256-")
    html.text(SHA256.base64(of: ReviewStyle.text))
    html.markup("'; script-src 'sha256-")
    html.text(SHA256.base64(of: ReviewScript.text))
    html.markup("'\"><meta name=viewport content=\"width=device-width,initial-scale=1\">")
    html.markup("<meta name=generator")
    html.attribute("content", "\(ToolIdentity.name) \(ToolIdentity.version)")
    html.markup("><title>")
    html.text("校核报告：\(parts.first?.summary.title ?? "")\(parts.count > 1 ? "等" : "")")
    html.markup("</title><style>")
    html.raw([UInt8](ReviewStyle.text.utf8))
    html.markup("</style></head><body>")
    head(parts, into: &html)
    html.markup("<main id=main>")
    for part in parts { html.raw(part.bytes) }
    html.markup("</main><script>")
    html.raw([UInt8](ReviewScript.text.utf8))
    html.markup("</script></body></html>\n")
    return html.takeBytes()
  }

  private static func head(_ parts: [ReviewPart], into html: inout HTMLText) {
    html.markup("<a class=skip href=\"#main\">")
    html.text("跳到正文")
    html.markup("</a><header class=top>")
    html.element("h1", "校核报告")
    html.markup("<div class=bar-tools role=toolbar")
    html.attribute("aria-label", "筛选和移动")
    html.markup("><fieldset><legend>")
    html.text("问题")
    html.markup("</legend>")
    for severity in Severity.allCases.reversed() {
      html.markup("<label><input type=checkbox checked data-sev=")
      html.markup(severity.style)
      html.markup("> ")
      html.text(severity.word)
      html.markup("</label>")
    }
    html.markup("<label>")
    html.text("类别 ")
    html.markup("<select id=group><option value=\"\">")
    html.text("全部")
    html.markup("</option>")
    for group in Set(parts.flatMap(\.groups)).sorted() {
      html.markup("<option")
      html.attribute("value", group)
      html.markup(">")
      html.text("\(RuleGroup.word(group)) \(group)")
      html.markup("</option>")
    }
    html.markup("</select></label></fieldset><fieldset><legend>")
    html.text("数字")
    html.markup("</legend>")
    let states: [(NumberRecord.State, StaticString)] = [
      (.verified, "v"), (.contradicted, "w"), (.unchecked, "u"), (.excluded, "e"),
    ]
    for (state, style) in states {
      html.markup("<label><input type=checkbox checked data-state=")
      html.markup(style)
      html.markup("> <span class=\"st ")
      html.markup(style)
      html.markup("\">")
      html.text(state.word)
      html.markup("</span></label>")
    }
    html.markup("</fieldset><div class=move><button id=prev")
    html.attribute("title", "上一个问题（k）")
    html.markup(">")
    html.text("‹ 上一个")
    html.markup("</button><output id=pos aria-live=polite></output><button id=next")
    html.attribute("title", "下一个问题（j）")
    html.markup(">")
    html.text("下一个 ›")
    html.markup("</button></div></div><p class=keys>")
    html.text("键盘：j、k 到下一个、上一个问题；← → 在数字之间移动；Enter 看依据；Esc 关闭")
    html.markup("</p></header>")
    if parts.count > 1 { SummaryTable.write(parts.map(\.summary), linked: true, into: &html) }
  }
}
