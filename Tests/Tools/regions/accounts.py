"""Invented accounts of invented departments: exact figures, the public tables, and their shapes as text.

All amounts are integers in the smallest printed unit (元 with two places: 分; 万元 with two places:
百元), so every sum is exact. `documents.py` writes the disclosures around them.
"""

import pathlib
import random

SUBJECTS = pathlib.Path(__file__).resolve().parents[3] / "Layouts" / "科目"


def names(file, year):
    """Code -> name, as valid in `year`."""
    found = {}
    for line in (SUBJECTS / file).read_text(encoding="utf-8").splitlines():
        cells = line.split("\t")
        if line.startswith("#") or not cells[0].isdigit():
            continue
        start = int(cells[2]) if len(cells) > 2 and cells[2] else 0
        end = int(cells[3]) if len(cells) > 3 and cells[3] else 9999
        if start <= year <= end or cells[0] not in found:
            found[cells[0]] = cells[1]
    return found


def half_up(numerator, denominator, places):
    """numerator / denominator rounded half up, as text with `places` decimals."""
    scale = 10 ** places
    negative = (numerator < 0) != (denominator < 0)
    numerator, denominator = abs(numerator), abs(denominator)
    value = (2 * numerator * scale + denominator) // (2 * denominator)
    text = str(value).rjust(places + 1, "0")
    text = text[:-places] + "." + text[-places:] if places else text
    return ("-" if negative and value else "") + text


class Style:
    """How a place prints amounts and rates."""

    def __init__(self, unit="万元", commas=False, strip=False, rate=2, up=("增加", "增长"), down=("减少", "下降")):
        self.unit, self.commas, self.strip, self.rate = unit, commas, strip, rate
        self.up, self.down = up, down

    def number(self, value):
        text = f"{abs(value) // 100:,}" if self.commas else str(abs(value) // 100)
        text += f".{abs(value) % 100:02d}"
        if self.strip:
            text = text.rstrip("0").rstrip(".")
        return ("-" if value < 0 else "") + text

    def money(self, value):
        return self.number(value) + self.unit

    def percent(self, part, whole):
        if self.strip and part == whole:
            return "100%"
        if part == 0:
            return "0%" if self.strip else half_up(0, 1, self.rate) + "%"
        return half_up(part * 100, whole, self.rate) + "%"

    def change(self, now, before, same="与上年持平"):
        if now == before:
            return same
        up = now > before
        amount, rate = self.up if up else self.down
        text = f"{amount}{self.money(abs(now - before))}"
        return text + (f"，{rate}{self.percent(abs(now - before), before)}" if before else "")


class Item:
    """One 项 of general-budget spending."""

    def __init__(self, code, basic, project, budget, before):
        self.code, self.basic, self.project, self.budget, self.before = code, basic, project, budget, before

    @property
    def total(self):
        return self.basic + self.project


# What functional and economic classification call alike.
SAME = {"30108": ["2080505"], "30109": ["2080506"], "30110": ["2101101", "2101102"], "30111": ["2101103"],
        "30113": ["2210201"]}
PERSONNEL = ["30101", "30102", "30103", "30107", "30108", "30109", "30110", "30111", "30112", "30113", "30302", "30305"]
GOODS = ["30201", "30202", "30205", "30206", "30207", "30211", "30213", "30216", "30226", "30228", "30229", "30239"]
CLASSES = {
    "201": "一般公共服务支出", "202": "外交支出", "203": "国防支出", "204": "公共安全支出", "205": "教育支出",
    "206": "科学技术支出", "207": "文化旅游体育与传媒支出", "208": "社会保障和就业支出", "210": "卫生健康支出",
    "211": "节能环保支出", "212": "城乡社区支出", "213": "农林水支出", "214": "交通运输支出",
    "215": "资源勘探工业信息等支出", "216": "商业服务业等支出", "217": "金融支出", "219": "援助其他地区支出",
    "220": "自然资源海洋气象等支出", "221": "住房保障支出", "222": "粮油物资储备支出",
    "223": "国有资本经营预算支出", "224": "灾害防治及应急管理支出", "229": "其他支出", "231": "债务还本支出",
    "232": "债务付息支出", "234": "抗疫特别国债安排的支出",
}
DIGITS = "一二三四五六七八九十"


def ordinal(number):
    """1 -> 一, 11 -> 十一, 26 -> 二十六."""
    if number <= 10:
        return DIGITS[number - 1]
    tens, ones = divmod(number, 10)
    return ("" if tens == 1 else DIGITS[tens - 1]) + "十" + (DIGITS[ones - 1] if ones else "")


class Accounts:
    """One year's accounts of one body; figures follow from `seed`."""

    def __init__(self, seed, year, codes, scale=100, other=None, own=None, fund=None, three=None, carry=(0, 0),
                 own_carry=(0, 0)):
        """codes: {项: "基本" | "项目" | "两者"}; other: {income: amount}; own: {项: (基本, 项目)} paid from it;
        fund: [(项, begin, income, 项目, end)]; three: [[budget x4], [actual x4], [prior x4]] (出国 购置 运行 接待);
        carry: general budget carried in and out; own_carry: the same of own money."""
        self.year = year
        self.functions = names("功能分类.tsv", year)
        self.economics = names("经济分类.tsv", year)
        random_ = random.Random(seed)
        draw = lambda low, high: random_.randint(low * scale, high * scale)
        self.items = []
        for index, (code, kind) in enumerate(codes.items()):
            basic = draw(80, 900) if kind != "项目" else 0
            project = draw(60, 700) if kind != "基本" else 0
            total = basic + project
            pattern = (index + seed) % 5
            budget = [total, total + draw(1, 40), max(total - draw(1, 40), scale), 0, total + draw(1, 9)][pattern]
            if kind == "基本" and budget == 0:
                budget = total
            before = total + (draw(1, 30) if random_.random() < 0.5 else -min(draw(1, 30), total // 2))
            self.items.append(Item(code, basic, project, budget, before))
        self.other = other or {}
        self.own = own or {}
        self.fund = fund or []
        self.three = three or [[0] * 4, [0] * 4, [0] * 4]
        self.begin, self.end = carry
        self.own_begin, self.own_end = own_carry
        self._economic(random_, scale)

    def _economic(self, random_, scale):
        basic = self.basic
        goods_total = basic * random_.randint(12, 22) // 100
        hosted = {"30231": self.three[1][2], "30217": self.three[1][3]}
        hosted = {code: value for code, value in hosted.items() if value}
        goods_total = max(goods_total, sum(hosted.values()) + 13 * scale)
        self.economic = {}
        basic_of = {item.code: item.basic for item in self.items}
        tied = {code: sum(basic_of.get(item, 0) for item in items) for code, items in SAME.items()}
        goods_total = min(goods_total, (basic - sum(tied.values())) // 2)
        free = [code for code in PERSONNEL if code not in tied]
        self.economic.update(tied)
        for codes, total in ((free, basic - goods_total - sum(tied.values())),
                             (GOODS, goods_total - sum(hosted.values()))):
            weights = [random_.randint(2, 20) for _ in codes]
            parts = [total * weight // sum(weights) for weight in weights]
            parts[0] += total - sum(parts)
            self.economic.update(zip(codes, parts))
        self.economic.update(hosted)
        self.economic = {code: value for code, value in sorted(self.economic.items()) if value}

    # Sums.

    @property
    def basic(self):
        return sum(item.basic for item in self.items)

    @property
    def project(self):
        return sum(item.project for item in self.items)

    @property
    def general(self):
        return self.basic + self.project

    @property
    def general_before(self):
        return sum(item.before for item in self.items)

    @property
    def budget(self):
        return sum(item.budget for item in self.items)

    @property
    def fund_spent(self):
        return sum(row[3] for row in self.fund)

    @property
    def fund_income(self):
        return sum(row[2] for row in self.fund)

    @property
    def fund_begin(self):
        return sum(row[1] for row in self.fund)

    @property
    def fund_end(self):
        return sum(row[4] for row in self.fund)

    @property
    def general_income(self):
        return self.general + self.end - self.begin

    @property
    def appropriated(self):
        return self.general_income + self.fund_income

    @property
    def own_spent(self):
        return sum(sum(value) for value in self.own.values())

    @property
    def income(self):
        return self.appropriated + sum(self.other.values())

    @property
    def all_basic(self):
        return self.basic + sum(value[0] for value in self.own.values())

    @property
    def all_project(self):
        return self.project + self.fund_spent + sum(value[1] for value in self.own.values())

    @property
    def spent(self):
        return self.all_basic + self.all_project

    @property
    def all_begin(self):
        return self.begin + self.fund_begin + self.own_begin

    @property
    def all_end(self):
        return self.end + self.fund_end + self.own_end

    @property
    def total(self):
        assert self.income + self.all_begin == self.spent + self.all_end, (
            self.income + self.all_begin - self.spent - self.all_end)
        return self.income + self.all_begin

    @property
    def appropriation_total(self):
        assert self.general_income + self.begin == self.general + self.end
        return self.appropriated + self.begin + self.fund_begin

    @property
    def personnel(self):
        return sum(value for code, value in self.economic.items() if code[:3] in ("301", "303"))

    @property
    def goods(self):
        return self.basic - self.personnel

    def classes(self):
        """General-budget spending by 类: {code: total}."""
        result = {}
        for item in sorted(self.items, key=lambda item: item.code):
            result[item.code[:3]] = result.get(item.code[:3], 0) + item.total
        return result

    def name(self, code):
        return self.functions.get(code) or CLASSES[code]

    def path(self, code):
        return self.name(code[:3]), self.name(code[:5]), self.name(code)

    def listed(self, codes):
        """、-separated names of economic codes that have a value."""
        return "、".join(self.economics[code] for code in codes if code in self.economic)

    # Tables.

    def tree(self, values):
        """{项: [columns]} -> rows for 合计, 类, 款, 项."""
        width = len(next(iter(values.values())))
        add = lambda rows: [sum(row[column] for row in rows) for column in range(width)]
        rows = [("", "合计", add(values.values()))]
        for length in (3,):
            for top in sorted({code[:3] for code in values}):
                rows.append((top, self.name(top), add([v for c, v in values.items() if c.startswith(top)])))
                for middle in sorted({code[:5] for code in values if code.startswith(top)}):
                    rows.append((middle, self.name(middle), add([v for c, v in values.items() if c.startswith(middle)])))
                    for code in sorted(code for code in values if code.startswith(middle)):
                        rows.append((code, self.name(code), values[code]))
        return rows

    def income_rows(self):
        """収入決算表 columns: 合计 财政 上级 事业 经营 附属 其他."""
        order = ["上级补助收入", "事业收入", "经营收入", "附属单位上缴收入", "其他收入"]
        values = {}
        moved = self.end - self.begin
        for index, item in enumerate(self.items):
            amount = item.total + (moved if index == self._largest() else 0)
            values[item.code] = [amount, amount, 0, 0, 0, 0, 0]
        for row in self.fund:
            if row[2]:
                values[row[0]] = [row[2], row[2], 0, 0, 0, 0, 0]
        for kind, amount in self.other.items():
            target = next(iter(self.own)) if self.own else self.items[0].code
            row = values.setdefault(target, [0] * 7)
            row[0] += amount
            row[2 + order.index(kind)] += amount
        return self.tree(values)

    def _largest(self):
        return max(range(len(self.items)), key=lambda index: self.items[index].total)

    def expenditure_rows(self):
        values = {item.code: [item.total, item.basic, item.project, 0, 0, 0] for item in self.items}
        for code, (basic, project) in self.own.items():
            row = values.setdefault(code, [0] * 6)
            row[0] += basic + project
            row[1] += basic
            row[2] += project
        for row in self.fund:
            if row[3]:
                values[row[0]] = [row[3], 0, row[3], 0, 0, 0]
        return self.tree(values)

    def spent_by_class(self, own=True):
        result = dict(self.classes())
        if own:
            for code, value in self.own.items():
                result[code[:3]] = result.get(code[:3], 0) + sum(value)
        return result

    def fund_by_class(self):
        result = {}
        for row in self.fund:
            result[row[0][:3]] = result.get(row[0][:3], 0) + row[3]
        return result

    def general_rows(self):
        return self.tree({item.code: [item.total, item.basic, item.project] for item in self.items})

    def fund_rows(self):
        return self.tree({row[0]: [row[1], row[2], row[3], 0, row[3], row[4]] for row in self.fund}) if self.fund else []

    def economic_blocks(self):
        """[(code, name, amount)] of 人员经费 and of 公用经费."""
        result = []
        for tops in (("301", "303"), ("302",)):
            rows = []
            for top in tops:
                inside = [code for code in self.economic if code.startswith(top)]
                if inside:
                    rows.append((top, self.economics[top], sum(self.economic[code] for code in inside)))
                    rows += [(code, self.economics[code], self.economic[code]) for code in inside]
            result.append(rows)
        return result
