"""Opens a Word file with python-docx, which is none of ours, and prints what it finds:

    word_check.py FILE.docx

A line each for the outline levels of headings, the count of tables, of rows that are repeated as
heads, of comments, of charts and of sections. Ends with status 3 where python-docx is not
installed, and with 1 where a part does not parse.
"""

import sys
import zipfile
from xml.etree import ElementTree

try:
    import docx
except ImportError as error:
    print(error, file=sys.stderr)
    sys.exit(3)

MAIN = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def main(path):
    with zipfile.ZipFile(path) as archive:
        if archive.testzip():
            sys.exit(1)
        names = archive.namelist()
        for name in names:
            if name.endswith((".xml", ".rels")):
                ElementTree.fromstring(archive.read(name))
        body = ElementTree.fromstring(archive.read("word/document.xml"))
        marks = {
            kind: sum(1 for _ in body.iter(MAIN + kind))
            for kind in ("commentRangeStart", "commentRangeEnd", "commentReference")
        }
        comments = 0
        if "word/comments.xml" in names:
            comments = len(ElementTree.fromstring(archive.read("word/comments.xml")))
    if set(marks.values()) != {comments}:
        sys.exit(f"comments {comments}, marks {marks}")
    document = docx.Document(path)
    styles = [p.style.name for p in document.paragraphs]
    for level in range(1, 7):
        print(f"heading {level}: {styles.count(f'Heading {level}')}")
    heads = sum(
        1 for table in document.tables for row in table._tbl.tr_lst
        if row.find(f"{MAIN}trPr/{MAIN}tblHeader") is not None
    )
    print(f"tables: {len(document.tables)}")
    print(f"repeated rows: {heads}")
    print(f"comments: {comments}")
    print(f"charts: {sum(1 for name in names if name.startswith('word/charts/chart'))}")
    print(f"sections: {len(document.sections)}")


if __name__ == "__main__":
    main(sys.argv[1])
