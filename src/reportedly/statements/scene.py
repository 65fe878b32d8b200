"""What drafts are looked at with: one report's text, parse and quotation marks, side by side."""

from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.language.reading import Reading
from reportedly.language.tree import Tree
from reportedly.statements.quotes import Quotation


@dataclass(frozen=True, slots=True)
class Scene:
    """A report's text, reading and parse, and the quotations that count where it is read."""

    text: str
    reading: Reading
    tree: Tree
    quotations: Sequence[Quotation]
