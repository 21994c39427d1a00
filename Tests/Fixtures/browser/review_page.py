"""Opens a review page in a headless browser and uses it as a reviewer does.

Usage: review_page.py PAGE BROWSER. Prints what went wrong and exits with 1, or nothing.
"""

import pathlib
import re
import sys
import time

from playwright.sync_api import sync_playwright

faults = []


def expect(condition, words):
    if not condition:
        faults.append(words)


def listen(page):
    """What a screen reader is told: its names come from the same tree."""
    article = page.locator(".doc:not([hidden]) article")
    for kind, state in {"v": "相符", "w": "矛盾", "u": "未核对"}.items():
        marked = article.locator(f".n.{kind}").count()
        named = article.get_by_role("button", name=re.compile(state + "$")).count()
        expect(marked == named, f"{marked} numbers are shown as {state}, {named} say so")
    tables = article.get_by_role("table").count()
    expect(tables > 5, "tables are tables")
    expect(article.get_by_role("columnheader").count() >= tables, "tables have heads")
    expect(article.get_by_role("heading").count() > 20, "headings are headings")
    expect(page.get_by_role("main").count() == 1, "the text is the main part of the page")
    expect(page.get_by_role("status").count() > 0, "the place among the findings is announced")
    page.keyboard.press("Tab")
    expect(page.evaluate("document.activeElement.hash") == "#main", "the first stop skips the head")


def look(page):
    expect(page.locator(".n").count() > 100, "numbers are marked")
    number = page.locator("article .n.w:has(mark)").first
    number.click()
    detail = page.locator(".doc:not([hidden]) .detail")
    expect("舍入范围" in detail.inner_text(), "a click shows the arithmetic with its interval")
    expect("含义：" in detail.inner_text(), "a click shows the meaning")

    # From the narrative's number to the cell that it is checked by, and back.
    cell = detail.locator("a.go[href^='#n']", has_text="公开").first
    target = cell.get_attribute("href")
    cell.click()
    selected = page.locator(target)
    expect(selected.evaluate("e => e.closest('td') !== null"), "evidence leads to a table cell")
    expect(selected.evaluate("e => e === document.activeElement"), "the cell has the focus")
    box = selected.bounding_box()
    expect(0 < box["y"] < 900, "the cell is in sight")
    expect("单元格：" in detail.inner_text(), "the cell says what it is")
    expect(detail.locator("a.go[href^='#n']").count() > 0, "the cell leads back to the text")

    # Keyboard.
    page.keyboard.press("Escape")
    expect("依据和算法" in detail.inner_text(), "escape closes the explanation")
    page.keyboard.press("ArrowRight")
    other = page.evaluate("document.activeElement.id")
    expect(other not in ("", target[1:]), "an arrow moves to another number")
    page.keyboard.press("Enter")
    expect("依据和算法" not in detail.inner_text(), "enter explains the number")
    total = page.locator(".card").count()
    page.keyboard.press("j")
    first = page.locator("#pos").inner_text()
    page.keyboard.press("j")
    second = page.locator("#pos").inner_text()
    expect(second.endswith(f"/{total}") and first != second, "j goes to the next finding")
    page.keyboard.press("k")
    expect(page.locator("#pos").inner_text() == first, "k goes back")
    expect(page.locator(".card.on").count() == 1, "one finding is the current one")

    # Filters.
    errors = page.locator(".card.error").count()
    page.locator("input[data-sev=warning]").uncheck()
    page.locator("input[data-sev=info]").uncheck()
    expect(page.locator(".card:visible").count() == errors, "severities can be left out")
    page.locator("input[data-sev=warning]").check()
    page.locator("input[data-sev=info]").check()
    page.locator("#group").select_option("NN")
    expect(
        page.locator(".card:visible").count() == page.locator(".card[data-g=NN]").count(),
        "a group can be picked",
    )
    page.locator("#group").select_option("")
    page.locator("input[data-state=v]").uncheck()
    mark = page.locator("article .n.v").first.evaluate(
        "e => getComputedStyle(e, '::after').content"
    )
    expect(mark in ("none", "normal"), "states can be left out")

    page.set_viewport_size({"width": 360, "height": 700})
    expect(page.evaluate("document.documentElement.scrollWidth") <= 360, "a narrow screen is enough")


def main():
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=sys.argv[2], args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1440, "height": 900})
        page.set_default_timeout(20_000)
        page.on("console", lambda message: faults.append(f"console: {message.text}"))
        page.on("pageerror", lambda error: faults.append(f"error: {error}"))
        page.on("request", lambda request: request.url.startswith("file:") or faults.append(request.url))
        page.on("dialog", lambda dialog: faults.append("a dialog opened"))
        start = time.monotonic()
        page.goto(pathlib.Path(sys.argv[1]).absolute().as_uri())
        expect(time.monotonic() - start < 10, "the page opens")
        if "--still" not in sys.argv:
            listen(page)
            look(page)
        browser.close()
    print("\n".join(faults))
    return 1 if faults else 0


sys.exit(main())
