"""Compares the numbers of a draft, made from a key of a disclosure's tables, with the narrative that
was published:

    draft_numbers.py --tables TABLES.json FOLDER    writes the tables as files to draft from
    draft_numbers.py DRAFT.md KEY.json TEXT.txt     compares

Each number of the published narrative is listed with its state:

    一致        the draft prints the same for the same thing
    改正        the key calls it wrong, and the draft prints the right one
    另法        the key calls it wrong, and the draft prints something else than the key
    误同        the key calls it wrong, and the draft prints the same
    不同        the key does not call it wrong, and the draft prints another one
    无表        the draft prints nothing for it: no table gives it (original budgets, counts, prior
                years), or it leaves a blank; 无表·有错 if the key calls it wrong

Exits with 1 if there is one of 不同 or 误同.
"""

import csv
import json
import re
import sys
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

NUMBER = re.compile(r"(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)\s*(万元|%|％)")


def write_tables(key, folder):
    folder.mkdir(parents=True, exist_ok=True)
    for table in key:
        lines = [
            f"# 标题：{table['title']}",
            f"# 公开编号：{table['table']}表",
            "# 编制部门：",
            f"# 单位：{table['unit']}",
        ]
        with open(folder / f"{table['table']}.csv", "w", encoding="utf-8", newline="") as file:
            file.write("\n".join(lines) + "\n")
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow([head(name, table) for name in table["columns"]])
            for row in table["rows"]:
                cells = zip(row, table["columns"])
                writer.writerow([cell(value, name) for value, name in cells])


HEADS = {
    "公开01": ("收入", "支出"),
    "公开04": ("收入", "支出"),
    "公开09": ("预算数", "决算数"),
}


def head(name, table):
    """The path of a column: keys write the heads above a column as one word."""
    for group in HEADS.get(table["table"], ()):
        rest = name.removeprefix(group)
        if rest != name:
            if table["table"] == "公开09" and "公务用车" in rest and not rest.startswith("公务接待"):
                inner = rest.removeprefix("公务用车购置及运行维护费") or rest
                return f"{group}/公务用车购置及运行维护费/{inner}"
            return f"{group}/{rest}"
    if table["table"] == "公开04":
        return f"支出/{name}"
    return name


def cell(value, column):
    if value is None:
        return ""
    if isinstance(value, str) or "行次" in column:
        return str(value)
    return f"{Decimal(str(value)).quantize(Decimal('0.01')):,}"


class Number:
    """An amount or share, with the words that say what it is of."""

    def __init__(self, match, text, before):
        self.value = Decimal(match[1].replace(",", ""))
        self.unit = match[2].replace("％", "%")
        self.start, self.end = match.start(), match.end()
        before_it = re.sub(r"[（(](类|境)[）)]", "", text[max(0, self.start - 200) : self.start])
        clause = re.split("[，。；：、（）(),;:]", before_it)[-1]
        clause = re.sub(r"^(.*\d{4}年度?|\d\.)", "", clause)
        self.words = clause
        if clause in ("占", "占本年支出合计的") and before:
            self.words = before.words + "占"
        if clause.startswith(("支出决算", "年初预算", "预算", "完成")):
            items = re.findall(r"（款）([^（）。]*)（项）", text[max(0, self.start - 400) : self.start])
            section = re.findall("支出决算(?:具体|总体)情况", text[: self.start])
            lead = (items or section or [""])[-1]
            self.words = lead + clause if lead else ""

    def is_of(self, other):
        """Whether both are of the same thing by their words."""
        if self.unit != other.unit:
            return False
        one, two = plain(self.words), plain(other.words)
        return len(one) > 1 and len(two) > 1 and (one.endswith(two) or two.endswith(one))

    def __str__(self):
        return f"{self.value:,}{self.unit}"


def plain(words):
    return re.sub("支出(?=占|$)|“|”|（类）|本年|[为的]", "", words)


def numbers(text):
    found = []
    for match in NUMBER.finditer(text):
        found.append(Number(match, text, found[-1] if found else None))
    return found


class Published:
    """The narrative without white space, with the numbers that the key calls wrong."""

    def __init__(self, text, findings):
        self.text, lines = "", []
        for number, line in enumerate(text.splitlines(), 1):
            dense = re.sub(r"\s+", "", line)
            self.text += dense
            lines += [number] * len(dense)
        starts = [m.start() for m in re.finditer("收入支出决算总体情况", self.text)]
        start = starts[-1] if starts else 0
        end = self.text.find("名词解释", start)
        end = end if end > 0 else len(self.text)
        found = numbers(self.text)
        self.numbers = [n for n in found if start <= n.start < end]
        self.wrong = {}
        for finding in findings:
            if finding["type"].startswith("N") and finding.get("expected"):
                self.mark(finding, lines)

    def mark(self, finding, lines):
        quote = re.sub(r"\s+", "", finding["quote"])
        first = next((i for i, n in enumerate(lines) if n >= finding["line"]), 0)
        place = self.text.find(quote, first)
        actual = [m[0].replace(",", "") for m in re.finditer(r"[\d,]+\.?\d*", finding["actual"])]
        for number in self.numbers:
            inside = place <= number.start < place + len(quote)
            if inside and any(a and Decimal(a) == number.value for a in actual if a != "."):
                self.wrong[number.start] = finding


def state(number, finding, printed):
    """What became of a published number, and what the draft prints for it."""
    same = [n for n in printed if n.is_of(number)]
    if not same:
        return ("无表·有错" if finding else "无表"), ""
    if any(n.value == number.value for n in same):
        return ("误同" if finding else "一致"), str(number)
    right = [n for n in same if finding and f"{n.value:,}" in finding["expected"]]
    if right:
        return "改正", str(right[0])
    return ("另法" if finding else "不同"), "、".join(map(str, same))


def main(draft, key, text):
    findings = json.loads(Path(key).read_text(encoding="utf-8"))["findings"]
    published = Published(Path(text).read_text(encoding="utf-8"), findings)
    printed = numbers(re.sub(r"\s+", "", Path(draft).read_text(encoding="utf-8")))
    counts = {}
    for number in published.numbers:
        name, right = state(number, published.wrong.get(number.start), printed)
        counts[name] = counts.get(name, 0) + 1
        print(f"{name}\t{number}\t{right}\t{number.words}")
    print("　".join(f"{name} {count}" for name, count in sorted(counts.items())))
    sys.exit(1 if counts.get("不同", 0) + counts.get("误同", 0) else 0)


if __name__ == "__main__":
    if sys.argv[1] == "--tables":
        write_tables(json.loads(Path(sys.argv[2]).read_text(encoding="utf-8")), Path(sys.argv[3]))
    else:
        main(*sys.argv[1:])
