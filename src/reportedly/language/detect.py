"""Telling which language a text is in."""

from functools import cache
from typing import TYPE_CHECKING

from resiliparse.parse.lang import detect_fast

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

# Shorter texts, and those that share their words among languages, are told too often wrong.
_FEWEST_LETTERS = 20
_LEAST_SURE = 0.5
_ENOUGH = 2_000
# How far plain English may lie from what is typical of it, by its letters: other languages lie beyond. The
# sure identifier takes longer to load than reading a report takes, so it is asked about the rest alone.
_PLAINLY_ENGLISH = 550


def detect_language(text: str) -> str | None:
    """Tell a text's language as an ISO 639-1 code, or None where it is too short to tell."""
    sample = text[:_ENOUGH]
    if sum(map(str.isalpha, sample)) < _FEWEST_LETTERS:
        return None
    nearest, distance = detect_fast(sample)
    if nearest == "en" and distance <= _PLAINLY_ENGLISH:
        return "en"
    language, sureness = _identifier().classify(sample)
    return str(language) if sureness >= _LEAST_SURE and len(language) == 2 else None


@cache
def _identifier() -> "LanguageIdentifier":
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
