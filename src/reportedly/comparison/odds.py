"""Whether a finding is a disagreement, by who asserts what and when; and of which kind."""

from reportedly.assertions.assertion import Turn
from reportedly.comparison.apart import CHANGING
from reportedly.comparison.finding import DisagreementKind
from reportedly.comparison.voiced import Voiced
from reportedly.comparison.weigh import are_near
from reportedly.dates.days import exact_day
from reportedly.record.read import Row
from reportedly.spans import Span

# So many words are no common saying.
_SAYING = 5


def kind_of(row: Row, one: Voiced, other: Voiced) -> DisagreementKind | None:
    """Tell of which kind a finding is; None where it is no disagreement.

    A report does not disagree with itself in its own voice, nor with what it reports in it; a speaker changes
    position only between two days that are known.
    """
    same_report = one.asserted.report == other.asserted.report
    same_party = one.party is not None and one.party == other.party
    if is_one_statement(one, other) or (same_report and one.is_own and other.is_own):
        return None
    if row["kind"] in ("number", "date"):
        own = same_party or one.is_own or other.is_own
        return None if same_report and own else row["kind"]
    judged = any(turn and turn.judges for turn in turned(row, one, other))
    denied = "deny" in (one.sense, other.sense) and not judged
    if same_party and order_of(one, other) in ("a", "b"):
        return "position" if row["edited"] or _is_new_position(row, one, other) else None
    if row["edited"]:
        return "denial" if denied else "opposite"
    if same_party:
        return None
    if denied and (row["shared"] or _denier_is_named(one, other)):
        return "denial"
    return "opposite" if _are_opposed(row, one, other) else None


def order_of(one: Voiced, other: Voiced) -> str:
    """Tell which side came first, by the days of speaking; by a report's where it is in its own voice."""
    first, second = exact_day(one.day), exact_day(other.day)
    if first is None or second is None:
        return "unknown"
    return "same" if first == second else "a" if first < second else "b"


def turned(row: Row, one: Voiced, other: Voiced) -> tuple[Turn | None, Turn | None]:
    """Give the two turns that a finding is made of."""
    here, there = (
        next((turn for turn in side.asserted.turns if turn.span == span), None)
        for side, span in zip((one, other), spans_of(row), strict=True)
    )
    return here, there


def spans_of(row: Row) -> tuple[Span, Span]:
    """Give where the words of a finding stand."""
    return Span(row["start"], row["end"]), Span(row["other_start"], row["other_end"])


def is_one_statement(one: Voiced, other: Voiced) -> bool:
    """Tell whether one is said inside the other."""
    mine, others = one.asserted.statement, other.asserted.statement
    return mine is not None and (mine == others or mine in other.around or others in one.around)


def are_two_speakers(one: Voiced, other: Voiced) -> bool:
    """Tell of the same words whether two reports credit them, in quotation marks, to two persons."""
    long = len(one.asserted.alike) >= _SAYING
    persons = one.type == other.type == "person" and one.party != other.party
    apart = one.asserted.report != other.asserted.report and not is_one_statement(one, other)
    return long and persons and apart and one.asserted.voice == other.asserted.voice == "quoted"


def _is_new_position(row: Row, one: Voiced, other: Voiced) -> bool:
    """Tell whether a speaker turns round between two days on one thing, named on both sides or on none."""
    turns = turned(row, one, other)
    return all(turn and turn.listed and (row["shared"] or not turn.about) for turn in turns)


def _denier_is_named(one: Voiced, other: Voiced) -> bool:
    """Tell whether one side denies what the other says of him."""
    pairs = ((one, other), (other, one))
    return any(
        denier.sense == "deny" and bool(({denier.party} | denier.titles) & accuser.named)
        for denier, accuser in pairs
    )


def _are_opposed(row: Row, one: Voiced, other: Voiced) -> bool:
    if one.is_own or other.is_own or (row["of"] == CHANGING and order_of(one, other) != "same"):
        return False
    if row["shared"]:
        # Of one report an open speaker may be the other side's own.
        known = (one.party is not None, other.party is not None)
        return all(known) if one.asserted.report == other.asserted.report else any(known)
    times = {turn.time if turn else None for turn in turned(row, one, other)}
    return len(times) == 1 and are_near(one.asserted, other.asserted)
