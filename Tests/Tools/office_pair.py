"""Writes a disclosure in the source format as the files that clerks have, with libraries that
are none of ours:

    office_pair.py SOURCE-FOLDER OUTPUT-FOLDER

    说明.docx     the narrative, with the small tables that stand in it
    表.xlsx       its tables, a sheet each, amounts as numbers with a number format
    全文.docx     both in one Word file

Needs python-docx and openpyxl; ends with status 3 where they are not installed.
"""

import csv
import re
import sys
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

try:
    from docx import Document
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font
except ImportError as error:
    print(error, file=sys.stderr)
    sys.exit(3)


class Table:
    """A table file: lines of meta data, then heads and rows, `<` and `^` for spans."""

    def __init__(self, path):
        self.id = path.stem
        self.title, self.number, self.department, self.unit = path.stem, "", "", ""
        self.notes, heads, lines = [], 1, []
        for line in path.read_text(encoding="utf-8-sig").splitlines():
            if not line.startswith("#"):
                lines.append(line)
                continue
            key, _, value = line[1:].strip().partition("：")
            if key == "标题":
                self.title = value
            elif key == "公开编号":
                self.number = value
            elif key == "编制部门":
                self.department = value
            elif key == "单位":
                self.unit = value
            elif key == "注":
                self.notes.append(value)
            elif key == "表头":
                heads = int(value)
        records = list(csv.reader(lines))
        self.columns = max(map(len, records))
        for record in records:
            record += [""] * (self.columns - len(record))
        self.names = records[0] if heads else []
        head = self.paths(records[0]) if heads == 1 else records[:heads]
        self.head_rows = len(head)
        self.cells = self.spans(head + records[heads:])

    def paths(self, names):
        """Head rows of `上/下` names, with the marks for spans."""
        parts = [name.split("/") for name in names]
        depth = max(map(len, parts))
        rows = []
        for level in range(depth):
            row = []
            for column, path in enumerate(parts):
                if level >= len(path):
                    row.append("^")
                elif (
                    column
                    and level + 1 < len(path)
                    and parts[column - 1][: level + 1] == path[: level + 1]
                ):
                    row.append("<")
                else:
                    row.append(path[level])
            rows.append(row)
        return rows

    def spans(self, grid):
        """(row, column, height, width, text) of every cell."""
        cells = []
        for y, row in enumerate(grid):
            for x, text in enumerate(row):
                if text in ("<", "^"):
                    continue
                width = height = 1
                while x + width < len(row) and row[x + width] == "<":
                    width += 1
                while y + height < len(grid) and grid[y + height][x] == "^":
                    height += 1
                cells.append((y, x, height, width, text))
        self.rows = len(grid)
        return cells

    def value(self, row, column):
        """What `行.列` means: the last cell of the row with the label under the named head."""
        at = [i for i, name in enumerate(self.names) if name in (column, "项目/" + column)]
        at = at or [i for i, name in enumerate(self.names) if name.endswith(column)]
        labels = {y for y, _, _, _, text in self.cells if text == row}
        return next(t for y, x, _, _, t in self.cells if y in labels and x == at[0])


NUMBER = re.compile(r"-?\d{1,3}(,\d{3})*(\.\d+)?|-?\d+\.\d+")


class Source:
    def __init__(self, folder):
        self.tables = {path.stem: Table(path) for path in sorted((folder / "tables").glob("*.csv"))}
        text = (folder / "disclosure.md").read_text(encoding="utf-8")
        self.lines = text.split("---\n", 2)[2].splitlines()

    def resolved(self, text):
        def cell(reference):
            table, place = reference.strip().split("!")
            return self.tables[table].value(*place.split(".", 1))

        def unit(reference):
            return self.tables[reference.split("!")[0]].unit

        def formula(match):
            part, slash, whole = match[1].removesuffix("%").partition(" / ")
            if not slash:
                return cell(part) + unit(part)
            values = [Decimal(cell(side).replace(",", "")) for side in (part, whole)]
            return f"{(values[0] / values[1] * 100).quantize(Decimal('0.01'), ROUND_HALF_UP)}%"

        return re.sub(r"\{\{([^{}]+![^{}]+)\}\}", formula, text)


def write_word(source, path, with_tables):
    document = Document()
    bars = []

    def finish_bars():
        rows = [[c.strip() for c in bar.strip("|").split("|")] for bar in bars]
        rows = [row for row in rows if not set("".join(row)) <= set("-: ")]
        bars.clear()
        grid = document.add_table(len(rows), len(rows[0]))
        grid.style = "Table Grid"
        for y, row in enumerate(rows):
            for x, text in enumerate(row):
                grid.cell(y, x).text = source.resolved(text)

    for line in source.lines + [""]:
        line = line.strip()
        if line.startswith("|"):
            bars.append(line)
            continue
        if bars:
            finish_bars()
        heading = re.match(r"(#+) (.*)", line)
        if heading:
            document.add_heading(source.resolved(heading[2]), len(heading[1]))
        elif line.startswith("{{表 "):
            if with_tables:
                add_word_table(document, source.tables[line[4:-2].strip()])
        elif line.startswith("{{图 "):
            caption = re.split("[｜|]", line)[1]
            document.add_paragraph(caption).alignment = WD_ALIGN_PARAGRAPH.CENTER
        elif line:
            document.add_paragraph(source.resolved(line))
    document.save(path)


def add_word_table(document, table):
    for text, side in (
        (table.title, WD_ALIGN_PARAGRAPH.CENTER),
        (table.number, WD_ALIGN_PARAGRAPH.RIGHT),
        (table.department and f"编制部门：{table.department}", WD_ALIGN_PARAGRAPH.LEFT),
        (table.unit and f"单位：{table.unit}", WD_ALIGN_PARAGRAPH.RIGHT),
    ):
        if text:
            document.add_paragraph(text).alignment = side
    grid = document.add_table(table.rows, table.columns)
    grid.style = "Table Grid"
    places = [grid.rows[y].cells for y in range(table.rows)]
    for y, x, height, width, text in table.cells:
        cell = places[y][x]
        if height * width > 1:
            cell = cell.merge(places[y + height - 1][x + width - 1])
        cell.text = text
    for note in table.notes:
        document.add_paragraph(note)


def write_workbook(source, path):
    book = Workbook()
    book.remove(book.active)
    for table in source.tables.values():
        sheet = book.create_sheet(f"{table.id} {table.title}"[:31])
        sheet.cell(1, 1, table.title).font = Font(bold=True, size=16)
        sheet.cell(1, 1).alignment = Alignment(horizontal="center")
        sheet.merge_cells(start_row=1, start_column=1, end_row=1, end_column=table.columns)
        if table.number:
            sheet.cell(2, table.columns, table.number)
        if table.department:
            sheet.cell(3, 1, f"编制部门：{table.department}")
        if table.unit:
            sheet.cell(3, table.columns, f"单位：{table.unit}")
        for y, x, height, width, text in table.cells:
            add_sheet_cell(sheet.cell(4 + y, 1 + x), text, y < table.head_rows)
            if height * width > 1:
                sheet.merge_cells(
                    start_row=4 + y, start_column=1 + x, end_row=3 + y + height, end_column=x + width
                )
        for number, note in enumerate(table.notes):
            sheet.cell(4 + table.rows + number, 1, note)
    book.save(path)


def add_sheet_cell(cell, text, is_head):
    if not text:
        return
    if not is_head and NUMBER.fullmatch(text):
        cell.value = float(text.replace(",", ""))
        decimals = len(text.partition(".")[2])
        whole = "#,##0" if "," in text or decimals else "0"
        cell.number_format = whole + ("." + "0" * decimals if decimals else "")
    elif not is_head and re.fullmatch(r"\d+\.\d+%", text):
        cell.value = round(float(text[:-1]) / 100, 6)
        cell.number_format = "0." + "0" * len(text[:-1].partition(".")[2]) + "%"
    else:
        cell.value = text
        # `=100%` is text, no formula.
        cell.data_type = "s"


def main(folder, output):
    source = Source(Path(folder))
    target = Path(output)
    target.mkdir(parents=True, exist_ok=True)
    write_word(source, target / "说明.docx", with_tables=False)
    write_word(source, target / "全文.docx", with_tables=True)
    write_workbook(source, target / "表.xlsx")


if __name__ == "__main__":
    main(*sys.argv[1:])
