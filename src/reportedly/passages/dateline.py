"""The dateline: the words before a first paragraph that say where, when and which desk."""

import re

from reportedly.passages.printed import AGENCY, DATE

# Labels that stand where a dateline could.
_NO_LABEL = (
    r"(?!(?i:breaking|updated?|watch|exclusive|file|analysis|opinion|live|video|factbox|explainer|correct(?:ion|ed)|note"
    r"|warning|photos?|report|summary|advertisement)\b)"
)
_UPPER = r"[^\W\d_a-zß-ÿ][^\W\d_a-zß-ÿ.'’-]+"
_UPPER_PLACE = rf"{_NO_LABEL}{_UPPER}(?:[ /]{_UPPER}){{0,3}}"
_PLACE = rf"{_NO_LABEL}[^\W\d_a-z][\w'’-]+(?:[ /][^\W\d_a-z][\w'’-]+){{0,2}}"
_MONTH = r"(?i:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
_REGION = rf"(?:,\s(?!{_MONTH})[^\W\d_a-z][\w.]*(?:\s[^\W\d_a-z][\w.]*){{0,2}}){{0,2}}"
_ON = rf"(?:[,.]?\s*\(?(?i:{DATE})\)?)"
# Outside brackets a short name counts in capitals only: "Pa." is a state.
_BARE_DESK = rf"[,.]?\s+(?=[A-Z]{{2}}|\w{{5}})(?i:{AGENCY})\b"
_DESK = rf"(?:[,.]?\s*(?:\([^()\n]{{2,40}}\)|/[^/\n]{{2,30}}/)|{_BARE_DESK})"
_DASH = r"\s*(?:[—–―]|(?<=\s)--|(?<=\s)-(?=\s))"
# What a dateline opens begins a sentence.
_SENTENCE = r"(?=\s*[“\"„«‘'(\[]?[^\W_a-z])"

# With a desk the words cannot be anything else, wherever they stand.
_WITH_DESK = re.compile(
    rf"(?:\([A-Z\d ]{{2,12}}\)\s*)?(?:{_UPPER_PLACE}|{_PLACE}){_REGION}{_ON}?{_DESK}{_ON}?(?:{_DASH}|\s*\.|:)"
    rf"|\((?i:{AGENCY})\)(?:{_DASH}|:)"
    # some sites leave the dash out
    rf"|(?:{_UPPER_PLACE}{_REGION}|{_PLACE}{_REGION})?\s*\([^()\n]{{0,30}}\b(?i:{AGENCY})\b[^()\n]{{0,30}}\){_SENTENCE}"
)
# Without one they are a dateline before the first paragraphs of the body only.
_FIRST_ONLY = re.compile(
    rf"{_UPPER_PLACE}{_REGION}{_ON}?{_DASH}{_SENTENCE}"
    rf"|{_PLACE}{_REGION}{_ON}(?:{_DASH}|\s*:){_SENTENCE}"
    rf"|{_ON},?\s+{_PLACE}{_REGION}(?:{_DASH}|\s*:){_SENTENCE}"
    rf"|{_PLACE}{_REGION}\s[—–]\s{_SENTENCE}"
)
# "HALE: The army …", as a transcript marks its speakers.
_COLON = re.compile(rf"{_UPPER_PLACE}{_REGION}:{_SENTENCE}")
_LONGEST = 90


def dateline_length(words: str, *, early: bool) -> int:
    """Count the characters of the dateline that a paragraph begins with, dash included; 0 for none.

    `early` tells that the paragraph is among the first of the body, where a bare "PORT SELE – " will do.
    """
    match = _WITH_DESK.match(words) or (_FIRST_ONLY.match(words) if early else None)
    return match.end() if match and match.end() <= min(_LONGEST, len(words) - 1) else 0


def colon_length(words: str) -> int:
    """Count the characters of "HALE:" at a paragraph's beginning, colon included; 0 for none."""
    match = _COLON.match(words)
    return match.end() if match and match.end() <= _LONGEST else 0
