"""Writes the disclosures: python3 make.py FOLDER [NAME]…"""

import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))

import budgets  # noqa: E402
import finals  # noqa: E402
import finals2  # noqa: E402
import narratives  # noqa: E402
import narratives2  # noqa: E402


def documents():
    for module in (finals, finals2, budgets, narratives, narratives2):
        for name, value in vars(module).items():
            if not name.isascii() and getattr(value, "__module__", "") == module.__name__:
                yield name, value


def main(folder, wanted):
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    for name, write in documents():
        if wanted and name not in wanted:
            continue
        for file, lines in write().items():
            (folder / file).write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
