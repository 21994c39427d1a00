"""The public tables of `Accounts`, and the shapes in which tables reach us as text."""

from accounts import CLASSES, ordinal

NOTE_EMPTY = "注：{0}本年度没有{1}，故本表无数据。"


class Table:
    """A printed table: heads and rows of strings, None where the cell is empty."""

    def __init__(self, title, heads, rows, note="", number="", unit="万元", entity="", year=""):
        self.title, self.heads, self.rows, self.note = title, heads, rows, note
        self.number, self.unit, self.entity, self.year = number, unit, entity, year


def cell(style, value):
    return style.number(value) if value else None


def final_tables(a, style, who, lines=True, split=False, fund_note=None, capital_note=None, kinds=None):
    """The nine tables of final accounts, keyed 01 to 09."""
    n = lambda value: cell(style, value)
    tables = {}
    order = ["上级补助收入", "事业收入", "经营收入", "附属单位上缴收入", "其他收入"]
    left = [("一、一般公共预算财政拨款收入", a.general_income), ("二、政府性基金预算财政拨款收入", a.fund_income),
            ("三、国有资本经营预算财政拨款收入", 0)]
    left += [(f"{ordinal(4 + i)}、{name}", a.other.get(name, 0)) for i, name in enumerate(order)]
    spent, fund = a.spent_by_class(), a.fund_by_class()
    right = [(f"{ordinal(i + 1)}、{name}", spent.get(code, 0) + fund.get(code, 0))
             for i, (code, name) in enumerate(CLASSES.items())]
    ends = [("本年收入合计", a.income, "本年支出合计", a.spent), ("使用非财政拨款结余和专用结余", 0, "结余分配", 0),
            ("年初结转和结余", a.all_begin, "年末结转和结余", a.all_end), ("总计", a.total, "总计", a.total)]
    rows = []
    for index in range(26):
        name, value = left[index] if index < len(left) else (None, 0)
        rows.append([name, str(index + 1), n(value), right[index][0], str(index + 31), n(right[index][1])])
    for index, (one, first, two, second) in enumerate(ends):
        rows.append([one, str(27 + index), n(first), two, str(57 + index), n(second)])
    heads = [["收入", None, None, "支出", None, None], ["项目", "行次", "决算数", "项目", "行次", "决算数"],
             ["栏次", None, "1", "栏次", None, "2"]]
    tables["01"] = Table("收入支出决算总表", heads, rows, f"注：本表反映{who}本年度的总收支和年末结转结余情况。")

    def coded(columns, source):
        heads = [["项目", None] + columns, ["科目代码", "科目名称"] + [None] * len(columns),
                 ["栏次", None] + [str(i + 1) for i in range(len(columns))]]
        body = [[code or None, name] + [n(value) for value in values] for code, name, values in source]
        return heads, body

    columns = ["本年收入合计", "财政拨款收入"] + order
    tables["02"] = Table("收入决算表", *coded(columns, a.income_rows()), f"注：本表反映{who}本年度取得的各项收入情况。")
    columns = ["本年支出合计", "基本支出", "项目支出", "上缴上级支出", "经营支出", "对附属单位补助支出"]
    tables["03"] = Table("支出决算表", *coded(columns, a.expenditure_rows()), f"注：本表反映{who}本年度各项支出情况。")

    left = [("一、一般公共预算财政拨款", a.general_income), ("二、政府性基金预算财政拨款", a.fund_income),
            ("三、国有资本经营预算财政拨款", 0)]
    general = a.classes()
    rows = []
    for index, (code, name) in enumerate(CLASSES.items()):
        one = left[index] if index < len(left) else (None, 0)
        g, f = general.get(code, 0), fund.get(code, 0)
        rows.append([one[0], str(index + 1), n(one[1]), f"{ordinal(index + 1)}、{name}", str(index + 33), n(g + f), n(g), n(f), None])
    begin = a.begin + a.fund_begin
    end = a.end + a.fund_end
    ends = [("本年收入合计", a.appropriated, "本年支出合计", (a.general, a.fund_spent)),
            ("年初财政拨款结转和结余", begin, "年末财政拨款结转和结余", (a.end, a.fund_end)),
            ("一般公共预算财政拨款", a.begin, None, None), ("政府性基金预算财政拨款", a.fund_begin, None, None),
            ("国有资本经营预算财政拨款", 0, None, None),
            ("总计", a.appropriation_total, "总计", (a.general + a.end, a.fund_spent + a.fund_end))]
    for index, (name, value, other, pair) in enumerate(ends):
        cells = [n(sum(pair)), n(pair[0]), n(pair[1]), None] if pair else [None] * 4
        rows.append([name, str(27 + index), n(value), other, str(59 + index)] + cells)
    heads = [["收入", None, None, "支出", None, None, None, None, None],
             ["项目", "行次", "金额", "项目", "行次", "合计", "一般公共预算财政拨款", "政府性基金预算财政拨款", "国有资本经营预算财政拨款"],
             ["栏次", None, "1", "栏次", None, "2", "3", "4", "5"]]
    tables["04"] = Table("财政拨款收入支出决算总表", heads, rows,
                         f"注：本表反映{who}本年度一般公共预算财政拨款、政府性基金预算财政拨款和国有资本经营预算财政拨款的总收支和年末结转结余情况。")
    tables["05"] = Table("一般公共预算财政拨款支出决算表", *coded(["本年支出合计", "基本支出", "项目支出"], a.general_rows()),
                         f"注：本表反映{who}本年度一般公共预算财政拨款支出情况。")
    blocks = a.economic_blocks()
    rows = []
    for index in range(max(map(len, blocks))):
        row = []
        for block in blocks:
            row += [block[index][0], block[index][1], n(block[index][2])] if index < len(block) else [None] * 3
        rows.append(row)
    rows.append(["人员经费合计", None, n(a.personnel), "公用经费合计", None, n(a.goods)])
    heads = [["人员经费", None, None, "公用经费", None, None], ["科目代码", "科目名称", "决算数"] * 2]
    tables["06"] = Table("一般公共预算财政拨款基本支出决算明细表", heads, rows, f"注：本表反映{who}本年度一般公共预算财政拨款基本支出明细情况。")
    columns = ["年初结转和结余", "本年收入", "本年支出", None, None, "年末结转和结余"]
    heads = [["项目", None] + columns, ["科目代码", "科目名称", None, None, "小计", "基本支出", "项目支出", None]]
    source = [[code or None, name] + [n(v) for v in values] for code, name, values in a.fund_rows()]
    note = f"注：本表反映{who}本年度政府性基金预算财政拨款收入、支出及结转和结余情况。"
    tables["07"] = Table("政府性基金预算财政拨款收入支出决算表", heads, source or [[None, "合计"] + [None] * 6],
                         note if a.fund else fund_note or NOTE_EMPTY.format(who, "政府性基金预算财政拨款收入、支出及结转结余"))
    heads = [["项目", None, "本年支出", None, None], ["科目代码", "科目名称", "合计", "基本支出", "项目支出"]]
    tables["08"] = Table("国有资本经营预算财政拨款支出决算表", heads, [[None, "合计", None, None, None]],
                         capital_note or NOTE_EMPTY.format(who, "国有资本经营预算财政拨款支出"))
    heads = [["预算数"] + [None] * 5 + ["决算数"] + [None] * 5,
             ["合计", "因公出国（境）费", "公务用车购置及运行维护费", None, None, "公务接待费"] * 2,
             [None, None, "小计", "公务用车购置费", "公务用车运行维护费", None] * 2,
             [str(i + 1) for i in range(12)]]
    row = []
    for out, buy, run, host in a.three[:2]:
        row += [style.number(v) for v in (out + buy + run + host, out, buy + run, buy, run, host)]
    tables["09"] = Table("财政拨款“三公”经费支出决算表", heads, [row],
                         f"注：本表反映{who}本年度财政拨款“三公”经费支出预决算情况。其中，预算数为全年预算数，决算数是包括当年财政拨款预算和以前年度结转资金安排的实际支出。"
                         if kinds is None else kinds)
    if not lines:
        for key in ("01", "04"):
            table = tables[key]
            drop = {1, 4}
            table.heads = [[c for i, c in enumerate(row) if i not in drop] for row in table.heads[:2]]
            table.rows = [[c for i, c in enumerate(row) if i not in drop] for row in table.rows]
            table.rows = [row for row in table.rows if any(row)]
        for key in ("02", "03", "05"):
            tables[key].heads = tables[key].heads[:2]
        tables["09"].heads = tables["09"].heads[:3]
    for key, table in tables.items():
        table.number, table.unit, table.entity, table.year = f"公开{key}表", style.unit, who, a.year
    return tables


# Shapes.

def caption(table, entity="编制单位", number=True):
    lines = [table.title]
    if number and table.number:
        lines.append(table.number)
    lines.append(f"{entity}：{table.entity} {table.year}年度 单位：{table.unit}" if entity else f"单位：{table.unit}")
    return lines


def flat(table, entity="编制单位", number=True):
    """Text of a PDF: a row a line, empty cells lost."""
    lines = caption(table, entity, number)
    for row in table.heads + table.rows:
        text = " ".join(c for c in row if c)
        if text:
            lines.append(text)
    return lines + ([table.note] if table.note else [])


def tabbed(table, entity="编制单位", number=True):
    """Cells parted by tabs, empty cells kept."""
    lines = caption(table, entity, number) + [""]
    lines += ["\t".join(c or "" for c in row) for row in table.heads + table.rows]
    return lines + ["", table.note] if table.note else lines


def piped(table, entity="编制单位", number=True):
    """A Markdown table: one head row, the others as body rows."""
    lines = ["### " + table.title, ""] + [line for line in caption(table, entity, number)[1:]] + [""]
    width = max(len(row) for row in table.heads + table.rows)
    row = lambda cells: "| " + " | ".join((c or "") for c in cells + [None] * (width - len(cells))) + " |"
    body = table.heads + table.rows
    lines += [row(body[0]), "|" + " --- |" * width] + [row(cells) for cells in body[1:]]
    return lines + ["", table.note] if table.note else lines


def celled(table, entity="编制单位", number=True):
    """Text of a Word file: each filled cell a line of its own."""
    lines = caption(table, entity, number)
    for row in table.heads + table.rows:
        lines += [c for c in row if c]
    return lines + ([table.note] if table.note else [])


def wrapped(lines, width=30, pages=40):
    """Paragraphs broken as a PDF breaks them, a blank line after each line, page numbers between."""
    out, count, page = [], 0, 1
    for line in lines:
        pieces = [line[i:i + width] for i in range(0, len(line), width)] or [""]
        for piece in pieces:
            out += [piece, ""]
            count += 1
            if count % pages == 0:
                page += 1
                out += [f"- {page} -", ""]
    return out


def budget_tables(a, style, who, titles, columns=("科目编码", "科目名称"), old=0, own=None):
    """The nine tables of a budget, keyed 01 to 09; `old` is carried over, `own` income of its own."""
    n = lambda value: cell(style, value)
    own = own or {}
    tables = {}
    classes, fund = a.spent_by_class(), a.fund_by_class()
    left = [("一、一般公共预算拨款收入", a.general_income), ("二、政府性基金预算拨款收入", a.fund_income), ("三、国有资本经营预算拨款收入", 0)]
    left += [(f"{ordinal(4 + i)}、{name}", own.get(name, 0)) for i, name in enumerate(
        ("财政专户管理资金收入", "事业收入", "事业单位经营收入", "上级补助收入", "附属单位上缴收入", "其他收入"))]
    right = [(f"{ordinal(i + 1)}、{name}", classes.get(code, 0) + fund.get(code, 0)) for i, (code, name) in enumerate(CLASSES.items())]
    heads = [["收入", None, "支出", None], ["项目", "预算数", "项目", "预算数"]]
    rows = [[left[i][0] if i < len(left) else None, n(left[i][1]) if i < len(left) else None, right[i][0], n(right[i][1])]
            for i in range(len(right))]
    income = a.general_income + a.fund_income + sum(own.values())
    assert income + old == a.spent, (income + old - a.spent)
    rows += [["本年收入合计", n(income), "本年支出合计", n(a.spent)], ["上年结转结余", n(old), "年终结转结余", None],
             ["收入总计", n(income + old), "支出总计", n(a.spent)]]
    tables["01"] = Table(titles[0], heads, rows)
    names = ["财政拨款收入", "财政专户管理资金", "事业收入", "事业单位经营收入", "上级补助收入", "附属单位上缴收入", "其他收入"]
    keys = {"财政专户管理资金收入": "财政专户管理资金"}
    values = {}
    carried = old
    for item in sorted(a.items, key=lambda item: -item.total):
        part = min(carried, item.total)
        carried -= part
        values[item.code] = [item.total, item.total - part, item.total - part] + [0] * 6 + [part]
    for row in a.fund:
        values[row[0]] = [row[3], row[3], row[3]] + [0] * 7
    for name, amount in own.items():
        code = next(iter(a.own))
        row = values.setdefault(code, [0] * 10)
        row[0] += amount
        row[1] += amount
        row[2 + names.index(keys.get(name, name))] += amount
    heads = [list(columns) + ["合计", "本年收入"] + [None] * 7 + ["上年结转"], [None, None, None, "小计"] + names + [None]]
    body = [[code or None, name] + [n(v) for v in cells] for code, name, cells in a.tree(values)]
    tables["02"] = Table(titles[1], heads, body)
    heads = [list(columns) + ["合计", "基本支出", "项目支出"]]
    body = [[code or None, name] + [n(v) for v in cells[:3]] for code, name, cells in a.expenditure_rows()]
    tables["03"] = Table(titles[2], heads, body)
    left = [("一、本年收入", a.general_income + a.fund_income), ("（一）一般公共预算拨款", a.general_income), ("（二）政府性基金预算拨款", a.fund_income),
            ("（三）国有资本经营预算拨款", 0), ("二、上年结转", old), ("（一）一般公共预算拨款", old)]
    general = a.classes()
    rows = []
    for i, (code, name) in enumerate(CLASSES.items()):
        g, f = general.get(code, 0), fund.get(code, 0)
        one = left[i] if i < len(left) else (None, 0)
        rows.append([one[0], n(one[1]), f"{ordinal(i + 1)}、{name}", n(g + f), n(g), n(f), None])
    rows.append(["收入总计", n(a.general + a.fund_spent), "支出总计", n(a.general + a.fund_spent), n(a.general), n(a.fund_spent), None])
    heads = [["收入", None, "支出"] + [None] * 4, ["项目", "预算数", "项目", "合计", "一般公共预算", "政府性基金预算", "国有资本经营预算"]]
    tables["04"] = Table(titles[3], heads, rows)
    heads = [list(columns) + ["合计", "基本支出", "项目支出"]]
    body = [[code or None, name] + [n(v) for v in cells] for code, name, cells in a.general_rows()]
    tables["05"] = Table(titles[4], heads, body)
    body = []
    people, things = a.economic_blocks()
    body.append([None, "合计", n(a.basic), n(a.personnel), n(a.goods)])
    for code, name, value in people:
        body.append([code, name, n(value), n(value), None])
    for code, name, value in things:
        body.append([code, name, n(value), None, n(value)])
    tables["06"] = Table(titles[5], [list(columns) + ["合计", "人员经费", "公用经费"]], body)
    out, buy, run, host = a.three[1]
    rows = [["合计", style.number(out + buy + run + host)], ["一、因公出国（境）费", style.number(out)], ["二、公务用车购置及运行维护费", style.number(buy + run)],
            ["其中：公务用车购置费", style.number(buy)], ["公务用车运行维护费", style.number(run)], ["三、公务接待费", style.number(host)]]
    tables["07"] = Table(titles[6], [["项目", "预算数"]], rows)
    heads = [list(columns) + ["合计", "基本支出", "项目支出"]]
    body = [[code or None, name, n(v[2]), n(v[3]), n(v[4])] for code, name, v in a.fund_rows()]
    tables["08"] = Table(titles[7], heads, body or [[None, "合计", None, None, None]],
                         "" if a.fund else f"注：{who}没有政府性基金预算拨款安排的支出，故本表无数据。")
    tables["09"] = Table(titles[8], heads, [[None, "合计", None, None, None]], f"注：{who}没有国有资本经营预算拨款安排的支出，故本表无数据。")
    for key, table in tables.items():
        table.number, table.unit, table.entity, table.year = f"表{int(key)}", style.unit, who, a.year
    return tables
