"""The parser's weights: found, checked against our manifest, and loaded once."""

import gc
import hashlib
import importlib.util
import json
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from reportedly.errors import ModelError

if TYPE_CHECKING:
    from spacy.language import Language
    from threadpoolctl import ThreadpoolController

_UNUSED = ("senter",)

RECOGNISER = "ner"
"""The part of the model that finds proper names."""

RULES = ("attribute_ruler", "lemmatizer")
"""The parts of the model that read its tags and relations, and are asked once for each use of a word."""


@cache
def load_model() -> "Language":
    """Load the English parser, once in a process, after its weight files were checked.

    Its recogniser of names and its rules for parts of speech and lemmas are at hand, and do not run with it.

    The official package is taken where it is installed and matches the manifest, else the re-upload
    that the package index carries. ModelError where neither is there as it was reviewed.
    """
    home = checked_home()
    with _for_good():
        # spaCy takes a second to import, and most commands never parse.
        import spacy
        from thinc.api import use_ops

        # NumPy's matrix products take a third of the time of those that spaCy's own library makes.
        with use_ops("numpy", use_blis=False):
            return spacy.load(home, exclude=list(_UNUSED), disable=[RECOGNISER, *RULES])


@contextmanager
def _for_good() -> Iterator[None]:
    """Make what stays until the end: Python need not look through it for garbage, then or ever after."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if was_enabled:
            gc.enable()


def one_thread() -> AbstractContextManager[object]:
    """Keep NumPy's matrix products on one thread: more cost more in all, and workers share the machine."""
    limit: AbstractContextManager[object] = _threads().limit(limits=1, user_api="blas")
    return limit


@cache
def _threads() -> "ThreadpoolController":
    from threadpoolctl import ThreadpoolController

    return ThreadpoolController()


def checked_home() -> Path:
    """Give the folder of the first package whose every file is as it was reviewed."""
    manifest = json.loads(files(__package__).joinpath("manifest.json").read_text(encoding="utf-8"))
    homes = [home for name in manifest["packages"] if (home := find_home(name, manifest["version"]))]
    if not homes:
        raise ModelError(
            f"The English language model {manifest['packages'][-1]} {manifest['version']} is not installed. "
            "Install reportedly again with its dependencies."
        )
    wrong = {home: wrong_files(home, manifest["files"]) for home in homes}
    for home in homes:
        if not wrong[home]:
            return home
    last = homes[-1]
    raise ModelError(
        f"The English language model in {last} is not the one that was checked: "
        f"{', '.join(wrong[last])} missing or altered. "
        f"Install {manifest['packages'][-1]}=={manifest['version']} again."
    )


def find_home(package: str, version: str) -> Path | None:
    """Find where a model package keeps its weights, or None where it is not installed in that version."""
    spec = importlib.util.find_spec(package)
    if spec is None or spec.origin is None:
        return None
    home = Path(spec.origin).parent / f"{package}-{version}"
    return home if home.is_dir() else None


def wrong_files(home: Path, sums: Mapping[str, str]) -> tuple[str, ...]:
    """List the files that are missing or whose SHA-256 is not the manifest's."""
    return tuple(name for name, digest in sums.items() if _sha256(home / name) != digest)


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""
