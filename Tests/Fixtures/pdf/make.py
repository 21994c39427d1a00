"""Makes the PDF files of this folder.

Needs reportlab, pypdf with cryptography, Pillow, and a TrueType font with Chinese characters:

    python make.py /path/to/LXGWWenKai-Regular.ttf

All names and numbers are invented.
"""

import io
import random
import sys

from PIL import Image
from pypdf import PdfReader, PdfWriter
from reportlab import rl_config
from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

rl_config.invariant = 1
FONT = "kai"
WIDTH, HEIGHT = A4


def canvas(size=A4):
    buffer = io.BytesIO()
    return Canvas(buffer, pagesize=size, invariant=1), buffer


def save(name, sheet, buffer):
    sheet.save()
    with open(name, "wb") as file:
        file.write(buffer.getvalue())


def write(sheet, x, y, text, size=12.0):
    sheet.setFont(FONT, size)
    sheet.drawString(x, y, text)


def centre(sheet, x, y, text, size=12.0):
    sheet.setFont(FONT, size)
    sheet.drawCentredString(x, y, text)


def right(sheet, x, y, text, size=12.0):
    sheet.setFont(FONT, size)
    sheet.drawRightString(x, y, text)


def rules(sheet, segments, width=0.5):
    sheet.setLineWidth(width)
    for x1, y1, x2, y2 in segments:
        sheet.line(x1, y1, x2, y2)


def grid(sheet, xs, ys):
    rules(sheet, [(xs[0], y, xs[-1], y) for y in ys])
    rules(sheet, [(x, ys[0], x, ys[-1]) for x in xs])


def spans():
    """A page of text around a table with spanned heads; running heads and page numbers."""
    sheet, buffer = canvas()
    paragraph = [
        "    本单位二〇二四年度收入总计1,280.50万元，比上年增加",
        "35.20万元，增长2.83%。主要原因是新增河道巡护项目，",
        "并按规定调整了人员经费。",
    ]
    for number in range(1, 4):
        centre(sheet, WIDTH / 2, HEIGHT - 40, "青溪县水务局部门决算公开材料", 9)
        centre(sheet, WIDTH / 2, 30, f"— {number} —", 10)
        if number == 2:
            table_with_spans(sheet)
        else:
            write(sheet, 90, HEIGHT - 110, f"{'一三'[number // 2]}、收入情况说明", 16)
            for row, line in enumerate(paragraph):
                text = line.strip()
                write(sheet, 90 + (28 if row == 0 else 0), HEIGHT - 150 - 26 * row, text, 14)
            rules(sheet, [(90, HEIGHT - 118, 230, HEIGHT - 118)])
        sheet.showPage()
    save("spans.pdf", sheet, buffer)


def table_with_spans(sheet):
    centre(sheet, WIDTH / 2, HEIGHT - 100, "支出决算表", 18)
    write(sheet, 60, HEIGHT - 130, "编制部门：青溪县水务局", 9)
    right(sheet, 530, HEIGHT - 130, "单位：万元", 9)
    xs = [60, 120, 290, 370, 450, 530]
    top = HEIGHT - 140
    ys = [top - 22 * row for row in range(8)]
    rules(sheet, [(xs[0], y, xs[-1], y) for y in [ys[0]] + ys[2:]])
    rules(sheet, [(xs[0], ys[1], xs[2], ys[1]), (xs[3], ys[1], xs[5], ys[1])])
    rules(sheet, [(x, ys[0], x, ys[-1]) for x in (xs[0], xs[2], xs[3], xs[5])])
    rules(sheet, [(xs[1], ys[1], xs[1], ys[6]), (xs[4], ys[1], xs[4], ys[7])])
    centre(sheet, (xs[0] + xs[2]) / 2, ys[1] + 7, "项目", 10)
    centre(sheet, (xs[0] + xs[1]) / 2, ys[2] + 7, "科目编码", 10)
    centre(sheet, (xs[1] + xs[2]) / 2, ys[2] + 7, "科目名称", 10)
    centre(sheet, (xs[2] + xs[3]) / 2, ys[1] - 3, "合计", 10)
    centre(sheet, (xs[3] + xs[5]) / 2, ys[1] + 7, "本年支出", 10)
    centre(sheet, (xs[3] + xs[4]) / 2, ys[2] + 7, "基本支出", 10)
    centre(sheet, (xs[4] + xs[5]) / 2, ys[2] + 7, "项目支出", 10)
    body = [
        ("213", "农林水支出", "1,180.40", "700.25", "480.15"),
        ("21303", "水利", "1,180.40", "700.25", "480.15"),
        ("2130301", "行政运行", "700.25", "700.25", ""),
        ("2130399", ["其他水利支出（含河道", "巡护和水毁修复）"], "480.15", "", "480.15"),
    ]
    for row, (code, name, *amounts) in enumerate(body):
        bottom = ys[row + 3]
        write(sheet, xs[0] + 3, bottom + 7, code, 10)
        if isinstance(name, list):
            write(sheet, xs[1] + 3, bottom + 12, name[0], 8)
            write(sheet, xs[1] + 3, bottom + 3, name[1], 8)
        else:
            write(sheet, xs[1] + 3, bottom + 7, name, 10)
        for column, amount in enumerate(amounts):
            right(sheet, xs[column + 3] - 3, bottom + 7, amount, 10)
    centre(sheet, (xs[0] + xs[2]) / 2, ys[7] + 7, "合计", 10)
    for column, amount in enumerate(["1,180.40", "700.25", "480.15"]):
        right(sheet, xs[column + 3] - 3, ys[7] + 7, amount, 10)
    write(sheet, 60, ys[7] - 16, "注：本表反映部门本年度各项支出情况。", 9)


def pages():
    """A table that goes on over a page break and repeats its head."""
    sheet, buffer = canvas(landscape(A4))
    width, height = landscape(A4)
    xs = [80, 200, 460, 600, 740]
    head = ["科目编码", "科目名称", "年初预算数", "决算数"]
    rows = [
        (f"20{index:02d}", f"第{index}类支出", f"{index * 3}.10", f"{index * 3}.05")
        for index in range(1, 19)
    ]
    centre(sheet, width / 2, height - 70, "一般公共预算支出决算表", 16)
    right(sheet, xs[-1], height - 88, "单位：万元", 9)
    for part, top in ((rows[:10], height - 95), (rows[10:], height - 60)):
        ys = [top - 30 * row for row in range(len(part) + 2)]
        grid(sheet, xs, ys)
        for row, cells in enumerate([head, *part]):
            for column, text in enumerate(cells):
                centre(sheet, (xs[column] + xs[column + 1]) / 2, ys[row + 1] + 10, text, 11)
        sheet.showPage()
    save("pages.pdf", sheet, buffer)


def parted():
    """A table whose last row is parted by the page break, and text that a clip hides."""
    sheet, buffer = canvas()
    xs = [80, 200, 320, 440]
    label = ["城乡社区规划和公共", "设施维护支出"]
    head = [("项目", "预算数", "决算数")]
    rows = head + [(f"第{index}项支出", f"{index}.00", f"{index}.50") for index in range(1, 25)]
    ys = [780 - 28 * row for row in range(len(rows) + 2)]
    grid(sheet, xs, ys)
    for row, cells in enumerate(rows):
        for column, text in enumerate(cells):
            write(sheet, xs[column] + 5, ys[row + 1] + 10, text, 10)
    for column, text in enumerate([label[0], "30.00", "28.40"]):
        write(sheet, xs[column] + 5, ys[-1] + 10, text, 12.2 if column == 0 else 10)
    sheet.showPage()
    ys = [780 - 28 * row for row in range(4)]
    rules(sheet, [(xs[0], y, xs[-1], y) for y in ys])
    rules(sheet, [(x, ys[0], x, ys[-1]) for x in (xs[0], xs[1], xs[3])])
    rules(sheet, [(xs[2], ys[0], xs[2], ys[1]), (xs[2], ys[2], xs[2], ys[3])])
    write(sheet, xs[0] + 5, ys[1] + 10, label[1], 12.2)
    write(sheet, xs[0] + 5, ys[2] + 10, "说明", 10)
    write(sheet, xs[1] + 5, ys[2] + 10, "本行跨两栏", 10)
    for column, text in enumerate(["合计", "330.00", "340.40"]):
        write(sheet, xs[column] + 5, ys[3] + 10, text, 10)
    sheet.saveState()
    path = sheet.beginPath()
    path.rect(70, 500, 400, 60)
    sheet.clipPath(path, stroke=0)
    write(sheet, 80, 530, "看得见的一行。", 12)
    write(sheet, 80, 480, "看不见的一行。", 12)
    sheet.restoreState()
    write(sheet, 80, 460, "又看得见的一行。", 12)
    save("parted.pdf", sheet, buffer)


def small_table(sheet, left, bottom, rows, widths, height=24):
    xs = [left]
    for width in widths:
        xs.append(xs[-1] + width)
    ys = [bottom + height * (len(rows) - row) for row in range(len(rows) + 1)]
    grid(sheet, xs, ys)
    for row, cells in enumerate(rows):
        for column, text in enumerate(cells):
            write(sheet, xs[column] + 4, ys[row + 1] + 8, text, 10)


REVENUE = [
    ("项目", "金额", "备注"),
    ("财政拨款收入", "1,020.30", ""),
    ("其他收入", "", "本年没有"),
    ("合计", "1,020.30", ""),
]


def rotated():
    """The same wide table: on a page that is shown turned, and drawn turned on an upright page."""
    sheet, buffer = canvas()
    sheet.setPageRotation(90)
    sheet.translate(WIDTH, 0)
    sheet.rotate(90)
    centre(sheet, HEIGHT / 2, 500, "收入预算表", 16)
    small_table(sheet, 100, 300, REVENUE, (300, 160, 180))
    sheet.showPage()
    sheet.translate(WIDTH, 0)
    sheet.rotate(90)
    centre(sheet, HEIGHT / 2, 500, "收入预算表", 16)
    small_table(sheet, 100, 300, REVENUE, (300, 160, 180))
    sheet.showPage()
    save("rotated.pdf", sheet, buffer)


def unruled():
    """Columns told by alignment alone, with empty cells; a contents list is no table."""
    sheet, buffer = canvas()
    centre(sheet, WIDTH / 2, 780, "目录", 16)
    for row, (title, page) in enumerate(
        [("一、部门概况", "3"), ("二、收入情况", "5"), ("三、支出情况", "8"), ("四、名词解释", "12")]
    ):
        write(sheet, 80, 750 - 22 * row, title, 12)
        right(sheet, 500, 750 - 22 * row, page, 12)
    centre(sheet, WIDTH / 2, 620, "“三公”经费支出表", 16)
    write(sheet, 70, 590, "编制单位：云坪镇人民政府", 9)
    right(sheet, 520, 590, "单位：万元", 9)
    rules(sheet, [(70, 583, 520, 583), (70, 560, 520, 560), (70, 455, 520, 455)], 1)
    table = [
        ("项目", "预算数", "决算数", "增减额"),
        ("因公出国（境）费", "-", "-", "-"),
        ("公务用车运行维护费", "12.50", "11.80", "-0.70"),
        ("公务接待费", "3.00", "", "-3.00"),
        ("合计", "15.50", "11.80", "-3.70"),
    ]
    for row, (name, *amounts) in enumerate(table):
        write(sheet, 75, 567 - 25 * row, name, 11)
        for column, amount in enumerate(amounts):
            right(sheet, 300 + 105 * column, 567 - 25 * row, amount, 11)
    write(sheet, 98, 400, "“三公”经费决算数比预算数少3.70万元，主要是严格控制接待。", 11)
    save("unruled.pdf", sheet, buffer)


def columns():
    """Text in two columns; a table without lines, its heads wrapped and its codes close to the
    names, that ends on the next page with a wrapped cell."""
    sheet, buffer = canvas()
    name_edge = 80 + pdfmetrics.stringWidth("2130201", FONT, 11) + 8
    centre(sheet, WIDTH / 2, 790, "柳堤县林业局2024年度部门决算", 16)
    for column, numbers in enumerate(["一二", "三四"]):
        for place, number in enumerate(numbers):
            lines = [f"（{number}）指导全县林木种苗的生产", "工作，组织开展造林绿化和封山育林", "成效的监测，承担林业科技推广。"]
            for row, line in enumerate(lines):
                indent = 24 if row == 0 else 0
                y = 750 - 20 * (3 * place + row)
                write(sheet, 80 + 240 * column + indent, y, line, 12)
    write(sheet, 80, 590, "第二部分 部门决算情况说明", 16)
    write(sheet, 104, 560, "2024年度收入总计912.40万元，支出总计912.40万元。", 12)
    centre(sheet, WIDTH / 2, 520, "支出决算表", 12)
    right(sheet, 520, 500, "单位：万元", 9)
    for y, x, text in [
        (484, 80, "科目编"), (476, 150, "科目名称"), (476, 330, "合计"), (484, 390, "基本支"),
        (484, 470, "项目支"), (468, 80, "码"), (468, 390, "出"), (468, 470, "出"),
    ]:
        write(sheet, x, y, text, 11)

    def rows(top, table):
        for row, (code, name, *amounts) in enumerate(table):
            write(sheet, 80, top - 20 * row, code, 11)
            write(sheet, name_edge, top - 20 * row, name, 11)
            for column, amount in enumerate(amounts):
                right(sheet, 360 + 72 * column, top - 20 * row, amount, 11)

    rows(448, [
        ("", "合计", "912.40", "800.00", "112.40"),
        ("213", "农林水支出", "812.40", "700.00", "112.40"),
        ("21302", "林业和草原", "812.40", "700.00", "112.40"),
        ("2130201", "行政运行", "700.00", "700.00", ""),
    ])
    sheet.showPage()
    rows(780, [
        ("2130299", "其他林业和草原支出", "112.40", "", "112.40"),
        ("208", "社会保障和就业支出", "100.00", "100.00", ""),
    ])
    write(sheet, name_edge, 739, "机关事业单位基本养老保险缴", 11)
    rows(731, [("2080505", "", "100.00", "100.00", "")])
    write(sheet, name_edge, 723, "费支出", 11)
    write(sheet, 104, 690, "表后的说明：支出比上年略有增加，主要是新增造林任务。", 12)
    save("columns.pdf", sheet, buffer)


def partly_ruled():
    """Columns ruled but not rows; and a table whose sides are open."""
    sheet, buffer = canvas()
    xs = [80, 240, 340, 440]
    rules(sheet, [(80, y, 440, y) for y in (780, 755, 640)])
    rules(sheet, [(x, 640, x, 780) for x in xs])
    rows = [
        ("项目", "上年数", "本年数"),
        ("办公费", "1.20", "1.35"),
        ("水费", "0.40", "0.38"),
        ("差旅费", "6.00", "5.75"),
        ("合计", "7.60", "7.48"),
    ]
    for row, cells in enumerate(rows):
        y = 763 if row == 0 else 737 - 26 * (row - 1)
        write(sheet, xs[0] + 4, y, cells[0], 11)
        right(sheet, xs[2] - 4, y, cells[1], 11)
        right(sheet, xs[3] - 4, y, cells[2], 11)
    ys = [560 - 26 * row for row in range(4)]
    rules(sheet, [(80, y, 440, y) for y in ys])
    rules(sheet, [(x, ys[0], x, ys[-1]) for x in xs[1:3]])
    for row, cells in enumerate([("名称", "数量", "金额"), ("电脑", "6", "3.90"), ("桌椅", "", "1.10")]):
        for column, text in enumerate(cells):
            write(sheet, xs[column] + 4, ys[row + 1] + 8, text, 11)
    save("partly-ruled.pdf", sheet, buffer)


WHITE_HEAD = [
    (0, 1, 0, 2, ["科目", "编码"]), (1, 1, 0, 2, ["科目名称"]), (2, 1, 0, 2, ["合计"]),
    (3, 3, 0, 1, ["本年收入"]), (3, 1, 1, 1, ["小计"]), (4, 1, 1, 1, ["财政拨", "款收入"]),
    (5, 1, 1, 1, ["事业", "收入"]),
]
WHITE_ROWS = [
    ("", ["合计"], "1,204.50", "1,184.50", "1,172.10", ""),
    ("205", ["教育支出"], "86.40", "86.40", "74.00", ""),
    ("2050803", ["培训支出"], "86.40", "86.40", "74.00", ""),
    ("208", ["社会保障和就", "业支出"], "418.10", "398.10", "398.10", ""),
    ("20805", ["行政事业单位", "养老支出"], "398.10", "398.10", "398.10", ""),
    ("2080505", ["机关事业单位", "基本养老保险", "缴费支出"], "398.10", "398.10", "398.10", ""),
    ("20808", ["抚恤"], "20.00", "", "", ""),
    ("213", ["农林水支出"], "700.00", "700.00", "700.00", ""),
]


def white():
    """A table without lines over two pages: names over several columns, cells that are wrapped and
    stand in the middle of their row, a column without amounts, heads again on the second page."""
    sheet, buffer = canvas()
    xs = [70, 130, 205, 275, 345, 415, 470]

    def middle(x, y, lines, size, draw):
        for row, line in enumerate(lines):
            draw(sheet, x, y + 5.5 * (len(lines) - 1) - 11 * row, line, size)

    def head(top):
        for column, span, row, height, lines in WHITE_HEAD:
            x = (xs[column] + xs[column + span]) / 2
            middle(x, top - 14 * (2 * row + height), lines, 9, centre)

    def rows(top, table):
        for code, name, *amounts in table:
            height = 11 * len(name) + 5
            y = top - height / 2
            right(sheet, xs[1] - 4, y, code, 9)
            middle(xs[1] + 4, y, name, 9, write)
            for column, amount in enumerate(amounts):
                right(sheet, xs[column + 3] - 4, y, amount, 9)
            top -= height
        return top

    centre(sheet, WIDTH / 2, 780, "收入决算表", 16)
    right(sheet, 470, 755, "单位：万元", 9)
    head(745)
    rows(680, WHITE_ROWS[:5])
    sheet.showPage()
    head(790)
    end = rows(725, WHITE_ROWS[5:])
    write(sheet, 70, end - 20, "注：本表反映本年收入的构成情况。", 9)
    save("white.pdf", sheet, buffer)


def frames():
    """Frames around a page and around text, underlines and a drawing: no tables."""
    sheet, buffer = canvas()
    sheet.setLineWidth(1)
    sheet.rect(30, 30, WIDTH - 60, HEIGHT - 60)
    centre(sheet, WIDTH / 2, 700, "部门预算编制说明", 22)
    rules(sheet, [(180, 694, 420, 694)])
    write(sheet, 90, 640, "单位名称：", 14)
    rules(sheet, [(160, 636, 360, 636)])
    write(sheet, 165, 640, "松岭区档案馆", 14)
    sheet.rect(85, 560, 420, 40)
    write(sheet, 95, 575, "本说明经馆务会审议通过，数字均为万元。", 14)
    for index, value in enumerate([40, 75, 60]):
        sheet.setFillGray(0.6)
        sheet.rect(150 + 70 * index, 300, 40, value, fill=1)
        sheet.setFillGray(0)
        centre(sheet, 170 + 70 * index, 306 + value, f"{value}.00", 9)
    rules(sheet, [(130, 300, 380, 300), (130, 300, 130, 420)])
    save("frames.pdf", sheet, buffer)


def bold():
    """Text drawn twice to look bold, and text whose characters are drawn in any order."""
    sheet, buffer = canvas()
    for shift in (0, 0.4):
        write(sheet, 90 + shift, 760, "一、部门收入1100.22万元", 16)
    sheet.saveState()
    text = sheet.beginText(90, 720)
    text.setFont(FONT, 16)
    text.setTextRenderMode(2)
    text.textOut("二、部门支出")
    sheet.drawText(text)
    sheet.restoreState()
    line = "本年支出合计9876.50万元，其中基本支出5000.00万元。"
    places = []
    x = 90.0
    for character in line:
        places.append((x, character))
        x += pdfmetrics.stringWidth(character, FONT, 14)
    random.Random(7).shuffle(places)
    for x, character in places:
        text = sheet.beginText(x, 680)
        text.setFont(FONT, 14)
        text.textOut(character)
        sheet.drawText(text)
    save("bold.pdf", sheet, buffer)


def scanned():
    """A page that is a picture."""
    sheet, buffer = canvas()
    picture = Image.new("L", (160, 220), 240)
    for y in range(20, 200, 12):
        for x in range(20, 140):
            picture.putpixel((x, y), 30)
    sheet.drawInlineImage(picture, 0, 0, WIDTH, HEIGHT)
    save("scanned.pdf", sheet, buffer)


def encrypted():
    writer = PdfWriter()
    writer.append(PdfReader("bold.pdf"))
    writer.encrypt("密码", algorithm="AES-128")
    with open("encrypted.pdf", "wb") as file:
        writer.write(file)


def column_rules():
    """A table over three pages that rules its columns only: its head, the counted columns and a
    total over two columns stand in the same square as its rows, and the second page shows nothing
    but the lines between columns."""
    sheet, buffer = canvas()
    xs = [60, 130, 310, 400, 480, 540]
    rows = [[f"{201 + i}", f"第{i + 1}类支出", f"{30 + i}.50", f"{20 + i}.25", "10.25"] for i in range(68)]
    names = ["科目编码", "科目名称", "合计", "基本支出", "项目支出"]

    def text(y, cells):
        for index, cell in enumerate(cells):
            if index < 2:
                write(sheet, xs[index] + 4, y, cell, 9)
            else:
                right(sheet, xs[index + 1] - 4, y, cell, 9)

    def columns(top, bottom, inner_top=None):
        for x in xs:
            rules(sheet, [(x, inner_top if x == xs[1] and inner_top else top, x, bottom)])

    centre(sheet, WIDTH / 2, 800, "支出决算表", 14)
    right(sheet, 540, 782, "单位：万元", 9)
    rules(sheet, [(xs[0], 776, xs[-1], 776)])
    y = 762
    for index, name in enumerate(names):
        centre(sheet, (xs[index] + xs[index + 1]) / 2, y, name, 9)
    for index, name in enumerate(["栏次", "", "1", "2", "3"]):
        centre(sheet, (xs[index] + xs[index + 1]) / 2, y - 20, name, 9)
    centre(sheet, (xs[0] + xs[2]) / 2, y - 40, "合计", 9)
    text(y - 40, ["", "", "4,352.00", "3,655.00", "697.00"])
    columns(776, 62, inner_top=716)
    rules(sheet, [(xs[1], 776, xs[1], 750)])
    for index, row in enumerate(rows[:32]):
        text(702 - 20 * index, row)
    sheet.showPage()
    columns(780, 62)
    for index, row in enumerate(rows[32:67]):
        text(766 - 20 * index, row)
    sheet.showPage()
    columns(780, 760)
    rules(sheet, [(xs[0], 760, xs[-1], 760)])
    text(766, rows[67])
    write(sheet, 60, 740, "注：本表反映部门本年度各项支出情况。", 9)
    save("column-rules.pdf", sheet, buffer)


def open_pages():
    """Two tables without vertical lines on a page, whose columns are counted in their middle; the
    second goes on behind the rest of a name, its last page with two rows."""
    sheet, buffer = canvas()
    lefts, rights = [60, 120, 0, 0, 0], [0, 0, 330, 440, 540]

    def row(y, cells):
        for index, cell in enumerate(cells):
            if index < 2:
                write(sheet, lefts[index], y, cell, 9)
            else:
                right(sheet, rights[index], y, cell, 9)

    def head(y):
        for x, name in ((80, "编码"), (160, "科目名称"), (290, "合计"), (395, "基本支出"), (500, "项目支出")):
            centre(sheet, x, y, name, 9)
        for x, name in ((160, "栏次"), (290, "1"), (395, "2"), (500, "3")):
            centre(sheet, x, y - 20, name, 9)

    def caption(y, title, number):
        centre(sheet, WIDTH / 2, y, title, 14)
        right(sheet, 540, y - 18, number, 9)
        write(sheet, 60, y - 36, "部门：青溪县水务局", 9)
        right(sheet, 540, y - 36, "单位：万元", 9)

    caption(800, "支出决算表", "公开03表")
    head(744)
    for index in range(4):
        row(704 - 20 * index, [f"{213 + index}", f"第{index + 1}类", f"1,20{index}.50", f"90{index}.25", "300.25"])
    caption(600, "项目支出决算表", "公开04表")
    head(544)
    for index in range(22):
        row(504 - 20 * index, [f"{301 + index}", f"第{index + 1}项", f"2,20{index % 10}.50", f"90{index % 10}.25", "1,300.25"])
    row(64, ["399", "森林资源培育和", "88.00", "80.00", "8.00"])
    sheet.showPage()
    write(sheet, 120, 788, "管护补助", 9)
    row(770, ["400", "湿地保护", "77.00", "70.00", "7.00"])
    row(750, ["401", "其他", "66.00", "60.00", "6.00"])
    row(730, ["402", "预备", "55.00", "50.00", "5.00"])
    save("open-pages.pdf", sheet, buffer)


def open_rest():
    """A table without vertical lines whose last row stands alone below the repeated head, and one
    whose last row stands on the next page without it."""
    sheet, buffer = canvas()

    def row(y, cells):
        write(sheet, 60, y, cells[0], 9)
        write(sheet, 120, y, cells[1], 9)
        for x, cell in zip((330, 440, 540), cells[2:]):
            right(sheet, x, y, cell, 9)

    def head(y):
        for x, name in ((80, "编码"), (160, "科目名称"), (290, "合计"), (395, "基本支出"), (500, "项目支出")):
            centre(sheet, x, y, name, 9)

    def caption(y, title, number):
        centre(sheet, WIDTH / 2, y, title, 14)
        right(sheet, 540, y - 18, number, 9)
        write(sheet, 60, y - 36, "部门：青溪县水务局", 9)
        right(sheet, 540, y - 36, "单位：万元", 9)

    caption(800, "支出决算表", "公开03表")
    head(744)
    for index in range(33):
        row(724 - 20 * index, [f"{213 + index}", f"第{index + 1}类", f"1,2{10 + index}.50", f"9{10 + index}.25", "300.25"])
    sheet.showPage()
    head(790)
    row(770, ["399", "末一类", "88.00", "80.00", "8.00"])
    caption(720, "项目支出决算表", "公开04表")
    head(664)
    for index in range(29):
        row(644 - 20 * index, [f"{301 + index}", f"第{index + 1}项", f"2,2{10 + index}.50", f"9{10 + index}.25", "1,300.25"])
    sheet.showPage()
    row(770, ["499", "末一项", "77.00", "70.00", "7.00"])
    write(sheet, 60, 740, "注：本表反映各项目的支出情况。", 9)
    save("open-rest.pdf", sheet, buffer)


def touching():
    """A ruled table whose texts are too long for their columns and touch those beside them."""
    sheet, buffer = canvas()
    centre(sheet, WIDTH / 2, 800, "支出决算表", 14)
    width = pdfmetrics.stringWidth("12,480.15", FONT, 9) - 1
    xs, ys = [60, 94, 150, 150 + width, 150 + 2 * width, 183 + 2 * width], [780, 760, 740, 720]
    grid(sheet, xs, ys)
    rules(sheet, [(x, ys[0], x, ys[-1]) for x in xs])
    # In one go, as browsers draw a page.
    text = sheet.beginText()
    for y, cells in zip(
        (766, 746, 726),
        (
            ("编码", "科目名称", "合计", "基本支出", "完成率"),
            ("2130301", "行政运行", "1,700.25", "12,700.25", "100.00%"),
            ("2130399", "其他支出", "12,480.15", "12,480.15", "98.5%"),
        ),
    ):
        for index, cell in enumerate(cells):
            text.setFont(FONT, 9 if index else 8.5)
            text.setTextOrigin(xs[index] + 2.6, y)
            text.textOut(cell)
    sheet.drawText(text)
    save("touching.pdf", sheet, buffer)


def sheets():
    """Performance sheets with the same small title at the top of their pages. One goes on: with
    its head again, behind what was left of a row. The last holds its title in its own grid."""
    sheet, buffer = canvas()
    xs = [60, 120, 190, 290, 360, 430, 480, 540]
    names = ["一级指标", "二级指标", "三级指标", "指标值", "完成值", "得分", "偏差原因"]
    indicators = ["巡查次数", "修复堤段", "清淤方量", "按期完成率"]

    def grid_rows(top, rows, merged=0):
        height = 28
        ys = [top - height * index for index in range(len(rows) + 1)]
        rules(sheet, [(xs[0] if i in (0, 1, merged + 1, len(rows)) else xs[1], y, xs[-1], y) for i, y in enumerate(ys)])
        for index, x in enumerate(xs):
            start = ys[merged] if 0 < index < len(xs) - 1 else ys[0]
            rules(sheet, [(x, start, x, ys[-1])])
        for index, cells in enumerate(rows):
            for column, cell in enumerate(cells):
                for line, part in enumerate(cell.split("|")):
                    write(sheet, xs[column] + 3, ys[index] - 12 - 11 * line, part, 8)

    def indicator(index, level, reason=""):
        return [level, "数量指标" if level else "", indicators[index], f"≥{index + 3}次", f"{index + 4}次", "10", reason]

    for project in ("河道巡护", "堤防修复"):
        centre(sheet, WIDTH / 2, 800, "项目支出绩效自评表", 11)
        grid_rows(780, [names] + [indicator(i, "产出指标" if i == 0 else "") for i in range(4)])
        write(sheet, 60, 620, f"{project}项目按计划实施，资金使用合规。", 10)
        sheet.showPage()
    centre(sheet, WIDTH / 2, 800, "项目支出绩效自评表", 11)
    rows = [names] + [indicator(i % 4, "产出指标" if i == 0 else "") for i in range(24)]
    rows.append(["", "", "堤防巡查", "≥9次", "9次", "10", ""])
    grid_rows(780, rows)
    sheet.showPage()
    grid_rows(780, [names, ["", "", "", "", "", "", "汛期水位高，|推迟施工。"], indicator(3, "")])
    sheet.showPage()
    grid_rows(780, [["项目支出绩效自评表", "", "", "", "", "", ""], names, indicator(0, "产出指标"), indicator(1, "")], merged=1)
    save("sheets.pdf", sheet, buffer)


def row_rules():
    """Performance sheets that rule their rows only, two on a page: texts over several columns above
    the head, names of groups beside several rows."""
    sheet, buffer = canvas()
    xs = [60, 130, 200, 300, 370, 440, 540]

    def table(top, project):
        centre(sheet, WIDTH / 2, top + 14, "项目支出绩效自评表", 12)
        rows = [
            [(0, 1, "项目名称"), (1, 6, project)],
            [(0, 1, "年度目标"), (1, 6, "按计划完成堤段巡查和清淤，及时处置险情，保障汛期安全。")],
            [(index, index + 1, name) for index, name in enumerate(
                ["一级指标", "二级指标", "三级指标", "指标值", "分值", "偏差原因"])],
            [(2, 3, "巡查次数"), (3, 4, "≥12次"), (4, 5, "10"), (5, 6, "")],
            [(2, 3, "清淤方量"), (3, 4, "≥300方"), (4, 5, "20"), (5, 6, "汛期水位高，推迟")],
            [(2, 3, "群众知晓率"), (3, 4, "≥90%"), (4, 5, "10"), (5, 6, "")],
        ]
        for index, cells in enumerate(rows):
            y = top - 26 * index
            rules(sheet, [(xs[2] if index in (4,) else xs[0], y, xs[-1], y)])
            for start, end, cell in cells:
                centre(sheet, (xs[start] + xs[end]) / 2, y - 17, cell, 9)
        for index, names in ((4, ("产出指标", "数量指标")), (5.5, ("效益指标", "社会效益"))):
            for column, name in enumerate(names):
                centre(sheet, (xs[column] + xs[column + 1]) / 2, top - 26 * index - 4, name, 9)
        y = top - 26 * len(rows)
        rules(sheet, [(xs[0], y, xs[-1], y)])
        write(sheet, 60, y - 14, "注：分值由部门自定。", 8)

    table(760, "河道巡护")
    table(520, "堤防修复")
    save("row-rules.pdf", sheet, buffer)


def unmapped():
    """Text in a font that does not tell its characters."""
    writer = PdfWriter(clone_from="bold.pdf")
    for page in writer.pages:
        for font in page["/Resources"]["/Font"].values():
            font.get_object().pop("/ToUnicode", None)
    with open("unmapped.pdf", "wb") as file:
        writer.write(file)


def mixed():
    """A page with text, one that is a picture, one in a font that does not tell its characters."""
    writer = PdfWriter()
    for name in ("spans.pdf", "scanned.pdf", "unmapped.pdf"):
        writer.append(name, pages=(0, 1))
    with open("mixed.pdf", "wb") as file:
        writer.write(file)


def truncated():
    with open("spans.pdf", "rb") as file:
        data = file.read()
    with open("truncated.pdf", "wb") as file:
        file.write(data[: len(data) // 2])


if __name__ == "__main__":
    pdfmetrics.registerFont(TTFont(FONT, sys.argv[1]))
    for make in (
        spans, pages, parted, rotated, unruled, columns, partly_ruled, white, frames, bold, scanned,
        encrypted, truncated, column_rules, open_pages, open_rest, touching, sheets, row_rules,
        unmapped, mixed,
    ):
        make()
