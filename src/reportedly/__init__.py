"""Read a pile of news reports about one affair and rebuild a sourced record of it.

>>> import reportedly
>>> summary = reportedly.build("pages", record="affair.reportedly")  # doctest: +SKIP
>>> reportedly.statements("affair.reportedly")[0]["speaker"]  # doctest: +SKIP
"""

# Some rooms and verbs share a name. The verbs import every room, so what is bound here last are the verbs.
from reportedly.verbs import (
    build,
    claims,
    copies,
    demo,
    disagreements,
    export,
    expressions,
    judgements,
    merge,
    origins,
    parties,
    passages,
    problems,
    rename,
    reports,
    show,
    split,
    statements,
    timeline,
    undo,
    utterances,
    verify,
)

__all__ = [
    "build",
    "claims",
    "copies",
    "demo",
    "disagreements",
    "export",
    "expressions",
    "judgements",
    "merge",
    "origins",
    "parties",
    "passages",
    "problems",
    "rename",
    "reports",
    "show",
    "split",
    "statements",
    "timeline",
    "undo",
    "utterances",
    "verify",
]
