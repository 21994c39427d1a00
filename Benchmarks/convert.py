#!/usr/bin/env python3
"""Turn a doc.json of ../shared/bench into a folder of the source format.

    convert.py DOC.json FOLDER
"""
import csv
import json
import pathlib
import re
import sys


def grid(rows, columns):
    """Rows with spans as rows of plain cells: `<` and `^` stand for merged ones."""
    lines = []
    pending = {}  # column -> rows that a span from above still covers
    for row in rows:
        line = []
        cells = iter(row)
        while len(line) < columns:
            column = len(line)
            if pending.get(column, 0) > 0:
                pending[column] -= 1
                line.append("^")
                continue
            cell = next(cells, "")
            cell = cell if isinstance(cell, dict) else {"s": cell}
            width, height = cell.get("c", 1), cell.get("r", 1)
            line += [cell["s"]] + ["<"] * (width - 1)
            for covered in range(column, column + width):
                pending[covered] = height - 1
        lines.append(line[:columns])
    return lines


def write_table(block, name, folder):
    is_sheet = is_performance(block)
    head = block["head"]
    meta = []
    if block["title"]:
        meta.append("标题：" + block["title"])
    if not is_sheet:
        meta += ["公开编号：" + block["code"], block["left"], block["right"]]
    elif block["right"]:
        meta.append("行：" + block["right"])
    meta.append("类型：" + ("绩效" if is_sheet else "财务"))
    meta.append("表头：%d" % len(head))
    meta += ["注：" + note for note in block["notes"]]
    with open(folder / (name + ".csv"), "w", encoding="utf-8", newline="") as file:
        for line in meta:
            file.write("# %s\n" % line)
        writer = csv.writer(file, lineterminator="\n")
        writer.writerows(grid(head + block["body"], len(block["cols"])))


def is_performance(block):
    return block["id"].split(".")[-1].startswith("P")


def table_name(block, count):
    """The tables of the first unit are those of the form; other units' are further tables."""
    number = re.fullmatch(r"(?:U(\d\d)\.)?T(\d\d)", block["id"])
    if not number:
        return "绩效%d" % count
    unit = int(number.group(1) or 0)
    return "公开" + number.group(2) if unit == 0 else "单位%02d公开%s" % (unit, number.group(2))


def chart(block):
    values = "；".join(
        "%s=%d.%02d" % (label, value // 100, value % 100)
        for label, value in zip(block["labels"], block["values"]))
    return "{{图 柱形图｜%s｜%s}}" % (block["caption"].replace("\u3000", " "), values)


def main():
    document = json.loads(pathlib.Path(sys.argv[1]).read_text(encoding="utf-8"))
    folder = pathlib.Path(sys.argv[2])
    (folder / "tables").mkdir(parents=True, exist_ok=True)
    meta = document["meta"]
    lines = ["---", "layout: final-accounts", "entity: " + meta["org"], "year: %d" % meta["year"],
             "unit: 万元", "tables: tables", "---", ""]
    sheets = 0
    for block in document["blocks"]:
        kind = block["t"]
        if kind == "cover":
            for part in ("org", "title", "date"):
                lines += [block[part], ""]
        elif kind == "h":
            lines += ["#" * block["lvl"] + " " + block["text"].replace("\u3000", " "), ""]
        elif kind == "p":
            lines += [block["text"], ""]
        elif kind == "chart":
            lines += [chart(block), ""]
        elif kind == "table":
            sheets += is_performance(block)
            name = table_name(block, sheets)
            write_table(block, name, folder / "tables")
            lines += ["{{表 %s}}" % name, ""]
    (folder / "disclosure.md").write_text("\n".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
