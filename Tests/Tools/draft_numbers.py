"""Compares the numbers of drafts, made from the tables of a disclosure, with the narrative that was
published:

    draft_numbers.py --tables TABLES.json FOLDER [SOURCE]
        writes the tables of a key as files to draft from; of the tables that the key does not have,
        those of a disclosure in the source format (公开 tables without numbers, performance sheets)
    draft_numbers.py --given TEXT.txt TABLES.json PRIOR.txt
        writes what the narrative itself says of the year before and of the original budgets, as a
        clerk would give it with --prior
    draft_numbers.py DRAFT.md KEY.json TEXT.txt [GIVEN.md]
        compares; GIVEN.md is the draft that was made with those numbers

Each number of the published narrative is listed with its state, its value, what is printed, why it
is open, and the words before it:

    一致        the tables give the same for the same thing
    改正        the key calls it wrong, and the tables give the right one
    给数一致    a rate that is the same, once the year before and the original budgets are given
    给数改正    the key calls it wrong, and the right one is printed from those
    随着改正    it follows from a number beside it that the key calls wrong, and follows from the
                right one in the draft
    另法        the key calls it wrong, and something else is printed than the key has
    误同        the key calls it wrong, and the same is printed
    不同        the key does not call it wrong, and another one is printed
    末位不同    the same but for the last digit, which was not rounded
    照给        it is one of the numbers that are given, or the change against one
    空着        nothing is printed for it; 空着·有错 if the key calls it wrong

Exits with 1 if there is one of 不同 or 误同.
"""

import csv
import json
import re
import shutil
import sys
from decimal import Decimal
from difflib import SequenceMatcher
from pathlib import Path

AMOUNT = r"(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
UNITS = "万元|%|％|分|人次|批次|人|个|辆|家|份|台"
NUMBER = re.compile(rf"(?<![\d.]){AMOUNT}\s*({UNITS})")
ITEMS = re.compile(r"（款）([^（）。]*(?:[（(][^（）()]*[）)])?[^（）。]*)（项）")
# Where a paragraph on a project begins, with its name.
PROJECT = re.compile(
    r"(?:\d、|（\d+）)([^，。；：]{4,40}?(?:[（(][^（）()]*[）)])?)(?:项目)?绩效自评(?:情况|综述)：")


# MARK: What is drafted from


def write_tables(key, folder, source):
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
    names = {table["table"] for table in key}
    for file in sorted((source / "tables").glob("*.csv")) if source else []:
        if file.stem not in names:
            shutil.copy(file, folder / file.name)


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


# What the narrative tells of the change of a level against the year before, by the words before the
# change, with the cell of last year's tables.
LEVELS = [
    (r"财政拨款收入总计(增加|减少)", "公开04!收入/总计.金额", ("公开04", "总计", "收入金额")),
    (r"结转结余(增加|减少)", "公开01!支出/年末结转和结余.决算数", ("公开01", "年末结转和结余", "支出决算数")),
    (r"一般公共预算财政拨款支出(增加|减少)", "公开05!合计.合计", ("公开05", "合计", "合计")),
]


def write_given(text, key, path):
    lines = ["# 文中说的上年数和年初预算数"]
    for pattern, address, place in LEVELS:
        match = re.search(pattern + AMOUNT + "万元", text)
        level = value(key, *place)
        if match and level is not None:
            change = Decimal(match[2].replace(",", ""))
            prior = level - change if match[1] == "增加" else level + change
            lines.append(f"{address} = {prior:,}")
    rows = next(table["rows"] for table in key if table["table"] == "公开05")
    starts = [(m.start(), plain_name(m[1])) for m in ITEMS.finditer(text)]
    taken = set()
    for index, (start, name) in enumerate(starts):
        end = starts[index + 1][0] if index + 1 < len(starts) else len(text)
        match = re.search(r"年初预算为?" + AMOUNT + "万元", text[start:end])
        code = next(
            (row[0] for row in rows
             if row[0] and len(row[0]) == 7 and plain_name(row[1]) == name and row[0] not in taken),
            None)
        if match and code:
            taken.add(code)
            lines.append(f"年初预算05!{code}.合计 = {match[1]}")
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def plain_name(name):
    return re.sub(r"[（）()\s]", "", name)


def value(key, table, row, column):
    found = next(t for t in key if t["table"] == table)
    place = found["columns"].index(column)
    labels = [i for i, name in enumerate(found["columns"]) if name.endswith(("项目", "名称"))]
    for cells in found["rows"]:
        if any(i < place and cells[i] == row for i in labels) and cells[place] is not None:
            return Decimal(str(cells[place]))
    return None


# MARK: Numbers


class Number:
    """An amount, share or count, with the words that say what it is of."""

    def __init__(self, match, text, before, projects):
        self.value = Decimal(match[1].replace(",", ""))
        self.unit = match[2].replace("％", "%")
        self.start, self.end = match.start(), match.end()
        self.before = text[max(0, self.start - 60) : self.start]
        before_it = re.sub(r"[（(](类|境)[）)]", "", text[max(0, self.start - 200) : self.start])
        clause = re.split("[，。；：、（）(),;:]", before_it)[-1]
        clause = re.sub(r"^(.*\d{4}年度?|\d\.)", "", clause)
        self.words = clause
        self.project = next((name for at, end, name in projects if at <= self.start < end), None)
        if self.project:
            return
        if clause in ("占", "占本年支出合计的") and before:
            self.words = before.words + "占"
        elif clause in ("增长", "下降") and before:
            self.words = before.words + clause if before.words else ""
        elif clause in ("增加", "减少"):
            self.words = ""
        elif clause.startswith(("支出决算", "年初预算", "预算", "完成")):
            items = ITEMS.findall(text[max(0, self.start - 400) : self.start])
            section = re.findall("支出决算(?:具体|总体)情况", text[max(0, self.start - 400) : self.start])
            lead = (items or section or [""])[-1]
            self.words = lead + clause if lead else ""

    def is_of(self, other):
        """Whether both are of the same thing by their words."""
        if self.unit != other.unit or bool(self.project) != bool(other.project):
            return False
        if self.project:
            return alike(self.project, other.project) and (
                kind(self.words) == kind(other.words)
                if kind(self.words) or kind(other.words)
                else self.value == other.value
            )
        return any(
            len(one) > 1
            and len(two) > 1
            and (one.endswith(two) or two.endswith(one))
            and not ("总计" in one and ("财政拨款" in one) != ("财政拨款" in two))
            for one in map(plain, names(self.words))
            for two in map(plain, names(other.words))
        )

    def __str__(self):
        return f"{self.value:,}{self.unit}"


def alike(one, other):
    """Whether two names of a project have most of the shorter one in common, in one stretch."""
    size = SequenceMatcher(None, one, other, autojunk=False).find_longest_match().size
    return size * 4 >= min(len(one), len(other)) * 3


def kind(words):
    """What is told of a project."""
    return next((k for k in ("得分", "预算数", "执行数", "完成预算") if k in words), "")


def plain(words):
    words = re.sub("完成(年初|全年)预算", "完成预算", words)
    return re.sub("支出(?=占|$)|“|”|（类）|本年|[为的]", "", words)


def names(words):
    """The words, for each of the things that they speak of: 甲和乙各减少."""
    match = re.match(r"(.*?)和(.*?)各((?:增加|减少).*)", words)
    return [match[1] + match[3], match[2] + match[3]] if match else [words]


def numbers(text):
    starts = [(m.start(), m[1]) for m in PROJECT.finditer(text)]
    projects = []
    for index, (start, name) in enumerate(starts):
        stop = re.search("第三部分|发现的主要问题|偏差原因", text[start:])
        end = start + stop.start() if stop else len(text)
        after = starts[index + 1][0] if index + 1 < len(starts) else len(text)
        projects.append((start, min(end, after), name))
    found = []
    for match in NUMBER.finditer(text):
        found.append(Number(match, text, found[-1] if found else None, projects))
    return found


class Published:
    """The narrative without white space, with the numbers that the key calls wrong."""

    def __init__(self, text, findings):
        self.text, lines = "", []
        for number, line in enumerate(text.splitlines(), 1):
            dense = re.sub(r"\s+", "", line)
            if re.fullmatch(r"-\d+-", dense):
                continue
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


# MARK: Comparison

WHY = [
    (r"机关运行经费", "公用经费合计只在没有事业单位时等于它"),
    (r"年初预算为?$", "年初预算不在决算表里（--budget、--prior）"),
    (r"完成年初预算的$|完成预算的$", "没有预算数，或预算数是零"),
    (r"增长$|下降$|比上年\S*$|减少$|增加$", "上年数不在表里（--last、--prior）"),
    (r"采购|中小企业|小微企业|占(货物|工程|服务)", "公开表里没有政府采购"),
    (r"车|设备|台", "公开表里没有车辆、设备的个数"),
    (r"(基金|国有资本)\S*三公\S*$", "没有这项资金：照无写，不写零"),
    (r"团组|累计|批次|接待|其中外事|支出$|人$", "公开表里没有三公的个数和分项"),
    (r"基金|国有资本", "没有这项资金：照无写，不写零"),
    (r"涉及|预算资金|项目$|项目支出总额", "项目的资金性质不在表里"),
]


def why(number):
    tail = number.before[-14:]
    if number.project:
        return "自评表里没有这个数"
    return next((reason for pattern, reason in WHY if re.search(pattern, tail)), "自由叙述")


def state(number, finding, follows, printed, given):
    """What became of a published number, what is printed for it, and why it is open."""
    for prefix, all_numbers in (("", printed), ("给数", given)):
        same = [n for n in all_numbers if n.is_of(number)]
        if not same:
            continue
        if any(n.value == number.value for n in same):
            if prefix and number.unit == "万元":
                return "照给", str(number), "给出的数就是文中的数"
            return ("误同" if finding else prefix + "一致"), str(number), ""
        right = [n for n in same if finding and f"{n.value:,}" in finding["expected"]]
        if right:
            return prefix + "改正", str(right[0]), ""
        if not finding and follows:
            return "随着改正", "、".join(map(str, same[:3])), ""
        if prefix and any(abs(n.value - number.value) <= Decimal("0.01") for n in same):
            return "末位不同", "、".join(map(str, same[:3])), "文中没有四舍五入"
        if finding or not prefix:
            return ("另法" if finding else "不同"), "、".join(map(str, same[:3])), ""
    return ("空着·有错" if finding else "空着"), "", why(number)


def read(path):
    return numbers(re.sub(r"\s+", "", Path(path).read_text(encoding="utf-8")))


def main(draft, key, text, given=None):
    findings = json.loads(Path(key).read_text(encoding="utf-8"))["findings"]
    published = Published(Path(text).read_text(encoding="utf-8"), findings)
    printed = read(draft)
    more = read(given) if given else []
    counts = {}
    for number in published.numbers:
        finding = published.wrong.get(number.start)
        follows = any(number.start - 40 < wrong < number.start for wrong in published.wrong)
        name, right, reason = state(number, finding, follows, printed, more)
        counts[name] = counts.get(name, 0) + 1
        words = f"{number.project}：{number.words}" if number.project else number.words
        print(f"{name}\t{number}\t{right}\t{reason}\t{words}")
    print("　".join(f"{name} {count}" for name, count in sorted(counts.items())))
    sys.exit(1 if counts.get("不同", 0) + counts.get("误同", 0) else 0)


def load(path):
    return json.loads(Path(path).read_text(encoding="utf-8"))


if __name__ == "__main__":
    if sys.argv[1] == "--tables":
        source = Path(sys.argv[4]) if len(sys.argv) > 4 else None
        write_tables(load(sys.argv[2]), Path(sys.argv[3]), source)
    elif sys.argv[1] == "--given":
        narrative = Published(Path(sys.argv[2]).read_text(encoding="utf-8"), []).text
        write_given(narrative, load(sys.argv[3]), Path(sys.argv[4]))
    else:
        main(*sys.argv[1:])
