"""Writes the disclosures with tables as Word files: python3 word.py FOLDER [NAME]…

Needs python-docx. Their columns share the page evenly, so that long names and amounts are broken
over lines. Printed by LibreOffice and taken out again by pdftotext (-layout, -raw) or mutool, they
give the texts of tables whose columns were too narrow.
"""

import pathlib
import sys

import docx
from docx.shared import Pt

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))

import tables  # noqa: E402

MARK = "\0"
shaped = []


def shape(table, entity="编制单位", number=True):
    """The lines around a table, and a mark in its place."""
    shaped.append(table)
    note = [table.note] if table.note else []
    return tables.caption(table, entity, number) + [f"{MARK}{len(shaped) - 1}"] + note


for name in ("flat", "tabbed", "piped", "celled"):
    setattr(tables, name, shape)
tables.wrapped = lambda lines, width=30, pages=40: lines

import make  # noqa: E402


def fill(document, table):
    rows = table.heads + table.rows
    width = max(len(row) for row in rows)
    rows = [list(row) + [None] * (width - len(row)) for row in rows]
    grid = document.add_table(len(rows), width)
    grid.style = "Table Grid"
    for row, values in enumerate(rows):
        for column, value in enumerate(values):
            if value is None:
                continue
            cell = grid.cell(row, column)
            cell.text = value
            for run in cell.paragraphs[0].runs:
                run.font.size = Pt(7)
    merge_heads(grid, rows[: len(table.heads)])


def merge_heads(grid, heads):
    """An empty cell of the head belongs to the one to its left, or above where that is filled."""
    for row, values in enumerate(heads):
        for column, value in enumerate(values):
            if value is not None:
                continue
            if row == 0 or (heads[row - 1][column] is None and column > 0):
                if column > 0:
                    grid.cell(row, column - 1).merge(grid.cell(row, column))
            else:
                grid.cell(row - 1, column).merge(grid.cell(row, column))


def write(path, lines):
    document = docx.Document()
    document.styles["Normal"].font.size = Pt(14)
    for line in (part for line in lines for part in line.split("\n")):
        if line.startswith(MARK):
            fill(document, shaped[int(line[1:])])
        elif line.strip("# "):
            document.add_paragraph(line.lstrip("# "))
    document.save(path)


def main(folder, wanted):
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    for name, disclosure in make.documents():
        if wanted and name not in wanted:
            continue
        for file, lines in disclosure().items():
            write(str(folder / file.rsplit(".", 1)[0]) + ".docx", lines)


main(sys.argv[1], sys.argv[2:])
