"""Measure everything, write the table, and hold the floors.

    python -m benchmarks

Needs the corpora beside the project and the packages of requirements/bench.txt. Writes benchmarks/TABLE.md and
ends with 1 where a figure lies under its floor.
"""

import sys
from pathlib import Path

from benchmarks import pages, passages, statements
from benchmarks.runs import SHARED, fingerprint

TABLE = Path(__file__).with_name("TABLE.md")

FLOORS = {
    "content": 0.40,
    "whole": 0.36,
    "passages": 0.95,
    "pages": -0.005,
}
"""Statements by F1; passages by the share of characters whose kind agrees; pages by what F1 may lack of the peer's."""


def main() -> None:
    """Measure, write and judge."""
    said, kinds, bodies = statements.measure(), passages.measure(SHARED), pages.measure(SHARED / "corpora/pages")
    TABLE.write_text("\n".join([*_statements(said), *_passages(kinds), *_pages(bodies)]) + "\n", encoding="utf-8")
    print(TABLE.read_text(encoding="utf-8"))
    figures = {
        "content": said["reportedly"]["content"],
        "whole": said["reportedly"]["whole"],
        "passages": min(table["all"]["accuracy"] for table in kinds.values()),
        "pages": bodies["reportedly"]["f1"] - bodies["trafilatura"]["f1"],
    }
    under = [f"{name}: {figures[name]:.3f} is under {floor}" for name, floor in FLOORS.items() if figures[name] < floor]
    if under:
        sys.exit("\n".join(under))
