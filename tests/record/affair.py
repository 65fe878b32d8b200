"""Three small reports that repeat and contradict one another, for the tests of what compares them."""

from pathlib import Path

HERALD = """Soldiers at the bridge

Some 400 soldiers crossed the Almar Bridge on Sunday with lorries, the ministry said on Monday.

The pier was closed to ships of every kind for the whole of the winter.
"""
GAZETTE = """Troops on the bridge

About 700 troops poured over the Almar Bridge and put up tents.

Jon Hale was quoted by the Harbour Agency as denying that any soldier had crossed the bridge.

The pier was closed to ships of every kind for the whole of the winter, Mira Holt said.
"""
COURIER = """A quiet market

The market was quiet, and nobody bought any fish.
"""
SHEET = """file,outlet,published
herald.txt,The Herald,2031-03-04
gazette.txt,The Gazette,2031-03-05
"""


def write_pile(folder: Path) -> Path:
    folder.mkdir()
    texts = {"herald.txt": HERALD, "gazette.txt": GAZETTE, "courier.txt": COURIER, "reportedly.csv": SHEET}
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder
