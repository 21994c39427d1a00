"""Makes the Office fixtures of this folder. The department and all its figures are invented.

    python3 -m venv venv && venv/bin/pip install openpyxl==3.1.5 python-docx==1.2.0
    venv/bin/python make.py
"""

from datetime import datetime
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from openpyxl import Workbook
from openpyxl.styles import Alignment, Font

HERE = Path(__file__).parent
DEPARTMENT = "青禾县农村供水服务中心"
STAMP = datetime(2025, 1, 1)
MONEY = "#,##0.00"
ACCOUNTING = '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ '


def sheet(book, name, title, number, width):
    """A sheet with the lines that stand above a table."""
    page = book.create_sheet(name)
    last = page.cell(1, width).column_letter
    page["A1"] = title
    page["A1"].font = Font(bold=True, size=16)
    page["A1"].alignment = Alignment(horizontal="center")
    page.merge_cells(f"A1:{last}1")
    page[f"{last}2"] = number
    page["A3"] = f"编制单位：{DEPARTMENT}"
    page[f"{last}3"] = "金额单位：元"
    return page


def put(page, top, rows, formats=()):
    for down, row in enumerate(rows):
        for right, value in enumerate(row):
            if value is None:
                continue
            cell = page.cell(top + down, 1 + right, value)
            if isinstance(value, (int, float)) and right < len(formats) and formats[right]:
                cell.number_format = formats[right]


def summary(book):
    page = sheet(book, "Z01 收入支出决算总表(财决01表)", "收入支出决算总表", "财决01表", 6)
    page.merge_cells("A4:C4")
    page.merge_cells("D4:F4")
    rows = [
        ["收入", None, None, "支出", None, None],
        ["项目", "行次", "金额", "项目", "行次", "金额"],
        ["栏次", None, "1", "栏次", None, "2"],
        ["一、一般公共预算财政拨款收入", 1, 3186420.5, "一、社会保障和就业支出", 5, 268310.4],
        ["二、事业收入", 2, 415000, "二、卫生健康支出", 6, 97225.1],
        ["三、其他收入", 3, 0, "三、农林水支出", 7, 3159885],
        ["本年收入合计", 4, 3601420.5, "本年支出合计", 8, 3525420.5],
        [None, None, None, "年末结转和结余", 9, 76000],
        ["总计", 10, 3601420.5, "总计", 11, 3601420.5],
    ]
    put(page, 4, rows, (None, "0", ACCOUNTING, None, "0", ACCOUNTING))
    page["A14"] = "注：本表反映单位本年度的总收支和年末结转结余情况。"
    page.merge_cells("A14:F14")


def expenditure(book):
    page = sheet(book, "Z04 支出决算表(财决04表)", "支出决算表", "财决04表", 7)
    for merged in ("A4:D4", "A5:C5", "E4:E6", "F4:F6", "G4:G6", "D5:D6", "A7:D7", "A8:D8"):
        page.merge_cells(merged)
    rows = [
        ["项目", None, None, None, "合计", "基本支出", "项目支出"],
        ["科目编码", None, None, "科目名称"],
        ["类", "款", "项"],
        ["栏次", None, None, None, "1", "2", "3"],
        ["合计", None, None, None, 3525420.5, 2035420.5, 1490000],
        ["208", None, None, "社会保障和就业支出", 268310.4, 268310.4, None],
        ["208", "05", None, "行政事业单位养老支出", 268310.4, 268310.4, None],
        ["208", "05", "05", "机关事业单位基本养老保险缴费支出", 268310.4, 268310.4, None],
        ["210", None, None, "卫生健康支出", 97225.1, 97225.1, None],
        ["210", "11", None, "行政事业单位医疗", 97225.1, 97225.1, None],
        ["210", "11", "02", "事业单位医疗", 97225.1, 97225.1, None],
        ["213", None, None, "农林水支出", 3159885, 1669885, 1490000],
        ["213", "03", None, "水利", 3159885, 1669885, 1490000],
        ["213", "03", "35", "农村供水", 3159885, 1669885, 1490000],
    ]
    put(page, 4, rows, (None, None, None, None, MONEY, MONEY, MONEY))
    page.column_dimensions["D"].width = 32


def three_public(book):
    """Two tables under each other, a hidden row and column, formulas without results."""
    page = sheet(book, "Z07 三公经费(财决07表)", "“三公”经费支出决算表", "财决07表", 3)
    put(
        page,
        4,
        [
            ["项目", "年初预算数", "决算数"],
            ["合计", "=SUM(B6:B7)", 38650.25],
            ["公务用车运行维护费", 36000, 34120.25],
            ["公务接待费", 5000, 4530],
            ["内部核对行", 41000, 38650.25],
        ],
        (None, MONEY, MONEY),
    )
    page.row_dimensions[8].hidden = True
    page["A11"] = "机构运行信息表"
    page.merge_cells("A11:C11")
    page["C12"] = "单位：元"
    put(
        page,
        13,
        [
            ["指标", "计量", "数值"],
            ["公务用车保有量", "辆", 3],
            ["国内公务接待批次", "批", 12],
            ["供水保证率", "%", 0.9825],
            ["填表日期", "日期", datetime(2025, 3, 18)],
        ],
        (None, None, "General"),
    )
    page["C16"].number_format = "0.00%"
    page["C17"].number_format = 'yyyy"年"m"月"d"日"'


def cover(book):
    page = book.active
    page.title = "封面"
    page["A3"] = "2024年度单位决算"
    page.merge_cells("A3:F3")
    page["A9"] = f"单位名称：{DEPARTMENT}"
    page.merge_cells("A9:F9")


def workbook():
    book = Workbook()
    book.properties.created = book.properties.modified = STAMP
    cover(book)
    summary(book)
    expenditure(book)
    three_public(book)
    notes = book.create_sheet("内部底稿")
    notes["A1"] = "不公开"
    notes.sheet_state = "hidden"
    book.save(HERE / "final-accounts.xlsx")


LEVELS = [
    ("chineseCountingThousand", "第%1部分 "),
    ("chineseCounting", "%2、"),
    ("japaneseCounting", "（%3）"),
    ("decimal", "%4."),
    ("decimalEnclosedCircle", "%5"),
]


def numbering(document):
    """A list with the five numbers of official documents, and one that starts at 3."""
    part = document.part.numbering_part.element
    levels = "".join(
        f'<w:lvl w:ilvl="{index}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
        for index, (form, text) in enumerate(LEVELS)
    )
    abstract = f'<w:abstractNum {nsdecls("w")} w:abstractNumId="90">{levels}</w:abstractNum>'
    part.insert(0, parse_xml(abstract))
    for number, extra in ((90, ""), (91, '<w:lvlOverride w:ilvl="3"><w:startOverride w:val="3"/></w:lvlOverride>')):
        part.append(
            parse_xml(
                f'<w:num {nsdecls("w")} w:numId="{number}"><w:abstractNumId w:val="90"/>{extra}</w:num>'
            )
        )


def item(document, level, text, heading=None, number=90):
    paragraph = document.add_paragraph(text, style=f"Heading {heading}" if heading else None)
    properties = paragraph._p.get_or_add_pPr()
    properties.append(
        parse_xml(
            f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
        )
    )
    return paragraph


def narrative():
    document = Document()
    document.core_properties.created = document.core_properties.modified = STAMP
    numbering(document)
    title = document.add_paragraph()
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    title.add_run(f"{DEPARTMENT}\n2024年度单位决算").bold = True
    document.add_page_break()
    item(document, 0, "单位概况", heading=1)
    item(document, 1, "主要职责", heading=2)
    item(document, 3, "承担全县农村集中供水工程的运行和维护。")
    item(document, 3, "5个乡镇水厂的水质检测。")
    item(document, 1, "机构设置", heading=2)
    document.add_paragraph("本单位内设三个股室，没有下属单位。")
    item(document, 0, "决算情况说明", heading=1)
    item(document, 1, "收入决算情况", heading=2)
    paragraph = document.add_paragraph("2024年度收入合计")
    paragraph.add_run("3,601,420.50").bold = True
    paragraph.add_run("元，其中：")
    item(document, 2, "财政拨款收入3,186,420.50元，占88.48%。")
    item(document, 2, "事业收入415,000.00元，占11.52%。")
    item(document, 3, "从第三项说起。", number=91)
    item(document, 4, "逐项列明。")
    table = document.add_table(rows=4, cols=4)
    table.style = "Table Grid"
    texts = [
        ["项目", "2024年度", "", "说明"],
        ["", "预算数", "决算数", ""],
        ["水厂维修", "900,000.00", "880,000.00", "已完工"],
        ["水质检测", "600,000.00", "610,000.00", "已完工"],
    ]
    for row, line in enumerate(texts):
        for column, text in enumerate(line):
            table.cell(row, column).text = text
    table.cell(0, 0).merge(table.cell(1, 0))
    table.cell(0, 1).merge(table.cell(0, 2))
    table.cell(0, 3).merge(table.cell(1, 3))
    document.add_paragraph("表中金额的单位为元。")
    document.sections[0].header.paragraphs[0].text = "页眉不是正文"
    document.save(HERE / "narrative.docx")


def bomb():
    """64 MiB of nothing."""
    with ZipFile(HERE / "bomb.zip", "w", ZIP_DEFLATED, compresslevel=9) as archive:
        entry = ZipInfo("word/document.xml", STAMP.timetuple()[:6])
        entry.compress_type = ZIP_DEFLATED
        archive.writestr(entry, bytes(64 << 20))


def long_sizes():
    """An entry whose sizes stand in the fields for archives of more than 4 GiB (zip64)."""
    with ZipFile(HERE / "zip64.zip", "w", ZIP_DEFLATED) as archive:
        entry = ZipInfo("word/document.xml", STAMP.timetuple()[:6])
        entry.compress_type = ZIP_DEFLATED
        with archive.open(entry, "w", force_zip64=True) as file:
            file.write("正文".encode() * 20)


if __name__ == "__main__":
    bomb()
    long_sizes()
    workbook()
    narrative()
