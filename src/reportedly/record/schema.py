"""The tables of a record.

A row that stands on words keeps the words: `start` and `end` count characters of the report's text,
`words` is what must stand there. Nothing here holds a clock, so equal input gives equal rows.
"""

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
)

VERSION = 7
"""The version of these tables; a record with another one is not opened."""

tables = MetaData()


def _belongs(column: str, to: str, *, optional: bool = False) -> Column[str]:
    """A column that names a row of another table and goes when that row goes."""
    key = ForeignKey(to, ondelete="CASCADE", deferrable=True, initially="DEFERRED")
    return Column(column, String, key, nullable=optional, index=True)


originals = Table(
    "originals",
    tables,
    Column("sha256", String, primary_key=True),
    Column("data", LargeBinary, nullable=False),
    Column("told", JSON, nullable=False),
)

fetches = Table(
    "fetches",
    tables,
    Column("url", String, primary_key=True),
    Column("sha256", String, nullable=False),
    Column("warc", LargeBinary, nullable=False),
)

places = Table(
    "places",
    tables,
    Column("root", String, primary_key=True),
    Column("archive", String, primary_key=True),
    Column("name", String, primary_key=True),
    Column("sha256", String, ForeignKey("originals.sha256"), primary_key=True, index=True),
    Column("state", String, nullable=False),
    Column("told", JSON, nullable=False),
)

problems = Table(
    "problems",
    tables,
    Column("root", String, primary_key=True),
    Column("where", String, primary_key=True),
    Column("what", String, primary_key=True),
    Column("why", String, primary_key=True),
    Column("sha256", String, primary_key=True),
)

reports = Table(
    "reports",
    tables,
    Column("id", String, primary_key=True),
    Column("sha256", String, ForeignKey("originals.sha256"), nullable=False, unique=True),
    Column("text", String, nullable=False),
    Column("text_sha256", String, nullable=False),
    Column("headline", String),
    Column("byline", String),
    Column("outlet", String),
    Column("url", String),
    Column("language", String),
    Column("published", JSON),
    Column("updated", JSON),
    Column("left_out", Integer, nullable=False),
    Column("made_by", String, nullable=False),
    Column("seal", String, nullable=False),
)

passages = Table(
    "passages",
    tables,
    Column("id", String, primary_key=True),
    _belongs("report", "reports.id"),
    Column("kind", String, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("made_by", String, nullable=False),
)

chains = Table(
    "chains",
    tables,
    Column("id", String, primary_key=True),
    _belongs("report", "reports.id"),
    Column("name", String, nullable=False),
    Column("type", String, nullable=False),
    Column("names", JSON, nullable=False),
    Column("made_by", String, nullable=False),
)

roles = Table(
    "roles",
    tables,
    _belongs("report", "reports.id"),
    _belongs("chain", "chains.id"),
    Column("item", Integer, nullable=False),
    Column("title", String, nullable=False),
    Column("of", String),
)

mentions = Table(
    "mentions",
    tables,
    Column("id", String, primary_key=True),
    _belongs("report", "reports.id"),
    _belongs("chain", "chains.id"),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("words", String, nullable=False),
    Column("form", String, nullable=False),
    Column("reason", String, nullable=False),
    Column("confidence", Float, nullable=False),
    Column("made_by", String, nullable=False),
)

statements = Table(
    "statements",
    tables,
    Column("id", String, primary_key=True),
    _belongs("report", "reports.id"),
    _belongs("passage", "passages.id"),
    Column("kind", String, nullable=False),
    Column("act", String, nullable=False),
    Column("cue_sense", String, nullable=False),
    Column("marks", String),
    _belongs("within", "statements.id", optional=True),
    _belongs("speaker", "mentions.id", optional=True),
    Column("said_on", JSON),
    Column("confidence", Float, nullable=False),
    Column("made_by", String, nullable=False),
)

expressions = Table(
    "expressions",
    tables,
    Column("id", String, primary_key=True),
    _belongs("report", "reports.id"),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("words", String, nullable=False),
    Column("type", String, nullable=False),
    Column("value", String, nullable=False),
    Column("edtf", String),
    Column("basis", String),
    Column("made_by", String, nullable=False),
)

carriers = Table(
    "carriers",
    tables,
    _belongs("report", "reports.id"),
    _belongs("statement", "statements.id"),
    Column("role", String, nullable=False),
    Column("item", Integer, nullable=False),
    _belongs("mention", "mentions.id", optional=True),
)

spans = Table(
    "spans",
    tables,
    Column("id", String, primary_key=True),
    _belongs("report", "reports.id"),
    Column("owner", String, nullable=False, index=True),
    Column("role", String, nullable=False),
    Column("item", Integer, nullable=False),
    Column("position", Integer, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("words", String, nullable=False),
)

assertions = Table(
    "assertions",
    tables,
    Column("id", String, primary_key=True),
    _belongs("report", "reports.id"),
    _belongs("statement", "statements.id", optional=True),
    Column("voice", String, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("words", String, nullable=False),
    Column("credits", Boolean, nullable=False),
    Column("told", JSON, nullable=False),
    Column("made_by", String, nullable=False),
)
"""The sentences, by whose voice they are in; `told` is what of them another could contradict."""

OF_REPORT = (passages, chains, roles, mentions, statements, expressions, carriers, spans, assertions)
"""The tables whose rows belong to a report, beside `reports` itself."""

parties = Table(
    "parties",
    tables,
    Column("id", String, primary_key=True),
    Column("name", String, nullable=False),
    Column("type", String, nullable=False),
    Column("made_by", String, nullable=False),
)

members = Table(
    "members",
    tables,
    Column("chain", String, ForeignKey("chains.id", ondelete="CASCADE"), primary_key=True),
    _belongs("party", "parties.id"),
    Column("reason", String),
)

figures = Table(
    "figures",
    tables,
    Column("chain", String, ForeignKey("chains.id", ondelete="CASCADE"), primary_key=True),
    Column("told", JSON, nullable=False),
    Column("made_by", String, nullable=False),
)
"""What a report tells of each of its chains, as far as it tells who that is in other reports."""

aliases = Table(
    "aliases",
    tables,
    Column("id", String, primary_key=True),
    Column("party", String, nullable=False),
)

compared = Table(
    "compared",
    tables,
    Column("report", String, ForeignKey("reports.id", ondelete="CASCADE"), primary_key=True),
    Column("words", Integer, nullable=False),
)
"""The reports that were laid beside the others, with how many words of their own they have."""

settled = Table(
    "settled",
    tables,
    Column("report", String, primary_key=True),
    Column("made_by", String, nullable=False),
)
"""The reports that were worked out together, with the steps that did; one that is taken out stays noted."""

prints = Table(
    "prints",
    tables,
    Column("print", Integer, primary_key=True),
    Column("report", String, ForeignKey("reports.id", ondelete="CASCADE"), primary_key=True, index=True),
    sqlite_with_rowid=False,
)

credited = Table(
    "credited",
    tables,
    _belongs("report", "reports.id"),
    Column("reason", String, nullable=False),
    Column("desk", String, nullable=False),
    Column("start", Integer),
    Column("end", Integer),
    Column("words", String, nullable=False),
)
"""Whom a report names as the desk that its text comes from; without a place where only the page's data do."""

shared = Table(
    "shared",
    tables,
    _belongs("report", "reports.id"),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("words", String, nullable=False),
    _belongs("other", "reports.id"),
    Column("other_start", Integer, nullable=False),
    Column("other_end", Integer, nullable=False),
    Column("other_words", String, nullable=False),
    Column("passage", Integer, nullable=False),
    Column("same", Integer, nullable=False),
    Column("own", Integer, nullable=False),
)
"""Stretches that two reports share; those of one `passage` stand beside each other in both."""

copies = Table(
    "copies",
    tables,
    Column("id", String, primary_key=True),
    Column("words", Integer, nullable=False),
    _belongs("earliest", "reports.id", optional=True),
    Column("made_by", String, nullable=False),
)

copied = Table(
    "copied",
    tables,
    _belongs("copy", "copies.id"),
    _belongs("report", "reports.id"),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("words", String, nullable=False),
)

origins = Table(
    "origins",
    tables,
    Column("id", String, primary_key=True),
    Column("reason", String, nullable=False),
    Column("desk", String),
    Column("reports", JSON, nullable=False),
    Column("credits", JSON, nullable=False),
    Column("made_by", String, nullable=False),
)

grounds = Table(
    "grounds",
    tables,
    _belongs("origin", "origins.id"),
    _belongs("report", "reports.id"),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("words", String, nullable=False),
)
"""The words that an origin is judged by."""

utterances = Table(
    "utterances",
    tables,
    Column("id", String, primary_key=True),
    _belongs("speaker", "parties.id"),
    Column("said_on", String),
    Column("made_by", String, nullable=False),
)

heard = Table(
    "heard",
    tables,
    Column("party", String, ForeignKey("parties.id", ondelete="CASCADE"), primary_key=True),
    Column("state", String, nullable=False),
    Column("renderings", Integer, nullable=False),
)
"""The parties whose statements were compared: a hash of what was compared, and how many were put together."""

renderings = Table(
    "renderings",
    tables,
    Column("statement", String, ForeignKey("statements.id", ondelete="CASCADE"), primary_key=True),
    _belongs("utterance", "utterances.id"),
    Column("item", Integer, nullable=False),
    Column("reason", String),
)
"""The statements that carry an utterance, and why each is taken for one; the first needs no reason."""

weighed = Table(
    "weighed",
    tables,
    Column("report", String, ForeignKey("reports.id", ondelete="CASCADE"), primary_key=True),
    Column("made_by", String, nullable=False),
    Column("names", LargeBinary, nullable=False),
    Column("assertions", String, nullable=False),
    Column("voices", String, nullable=False),
    Column("wordings", LargeBinary, nullable=False),
    Column("keys", LargeBinary, nullable=False),
    Column("many", LargeBinary, nullable=False),
)
"""The reports whose assertions were weighed against the others', with all that these are looked up by.

Of the report its `names`; of its assertions, in one row for a pile has very many, the ids, the first letter
of each one's voice ("c" of a sentence that credits somebody), the number of its wording (those of one are the
same word for word), the keys of each, one behind the other, and how `many` it has. Numbers take eight bytes.
"""

findings = Table(
    "findings",
    tables,
    _belongs("one", "assertions.id"),
    _belongs("other", "assertions.id"),
    Column("kind", String, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("other_start", Integer, nullable=False),
    Column("other_end", Integer, nullable=False),
    Column("of", String, nullable=False),
    Column("shared", JSON, nullable=False),
    Column("edited", Boolean, nullable=False),
    Column("judges", Boolean, nullable=False),
    Column("firm", Boolean, nullable=False),
    Column("beside", Boolean, nullable=False),
    Column("may", Boolean, nullable=False),
    Column("keys", LargeBinary, nullable=False),
)
"""Two assertions that say the same or do not go together, whoever makes them."""

claims = Table(
    "claims",
    tables,
    Column("id", String, primary_key=True),
    Column("made_by", String, nullable=False),
)

claimed = Table(
    "claimed",
    tables,
    Column("assertion", String, ForeignKey("assertions.id", ondelete="CASCADE"), primary_key=True),
    _belongs("claim", "claims.id"),
    Column("item", Integer, nullable=False),
    Column("reason", String),
)
"""The assertions that make one claim, and why each is taken for one; the first needs no reason."""

disagreements = Table(
    "disagreements",
    tables,
    Column("id", String, primary_key=True),
    Column("kind", String, nullable=False),
    Column("order", String, nullable=False),
    Column("strength", String, nullable=False),
    Column("why", String, nullable=False),
    Column("matter", String),
    Column("matter_words", String),
    Column("made_by", String, nullable=False),
)

sides = Table(
    "sides",
    tables,
    _belongs("disagreement", "disagreements.id"),
    _belongs("assertion", "assertions.id"),
    Column("side", String, nullable=False),
    _belongs("report", "reports.id"),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("words", String, nullable=False),
)
"""The words that are at odds, one row for each side of a disagreement."""

judgements = Table(
    "judgements",
    tables,
    Column("id", String, primary_key=True),
    Column("by", String, nullable=False, index=True),
    Column("verdict", String, nullable=False),
    Column("name", String),
    Column("reason", String, nullable=False),
    Column("score", Float),
    Column("anchors", JSON, nullable=False),
    Column("about", JSON, nullable=False),
    Column("undone", Boolean, nullable=False),
    Column("orphaned", Boolean, nullable=False),
    Column("turn", Integer, nullable=False),
    Column("seal", String, nullable=False),
)
"""Judgements outlive the rows they are about: `anchors` tell where words stood, `about` where they stand."""

Index("spans_by_owner", spans.c.owner, spans.c.role, spans.c.item, spans.c.position)
