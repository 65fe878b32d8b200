"""First names that tell whether their bearer is called "she" or "he"."""

from functools import cache
from importlib.resources import files

from reportedly.mentions.titles import Gender

_SECTIONS: tuple[Gender, Gender] = ("she", "he")


def gender_of_first_name(name: str) -> Gender | None:
    """Tell by a folded first name what its bearer is nearly always called; None where both bear it."""
    return _genders().get(name)


@cache
def _genders() -> dict[str, Gender]:
    text = files("reportedly.mentions").joinpath("first_names.txt").read_text(encoding="utf-8")
    listed = ((gender, text.partition(f"[{gender}]\n")[2].partition("\n[")[0]) for gender in _SECTIONS)
    return {name: gender for gender, names in listed for name in names.split()}
