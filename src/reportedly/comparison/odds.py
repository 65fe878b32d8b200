"""Whether a finding is a disagreement, by who asserts what and when; and of which kind."""

from reportedly.comparison.apart import CHANGING
from reportedly.comparison.finding import DisagreementKind
from reportedly.comparison.voiced import Voiced, Voices
from reportedly.dates.days import exact_day
from reportedly.record.read import Row
from reportedly.spans import Span


def kind_of(voices: Voices, row: Row, one: Voiced, other: Voiced) -> DisagreementKind | None:
    """Tell of which kind a finding is; None where it is no disagreement.

    A report does not disagree with itself in its own voice, nor with what it reports in it; a speaker changes
    position only between two days that are known.
    """
    same_report = one.report == other.report
    same_party = one.party is not None and one.party == other.party
    if is_one_statement(one, other) or (same_report and one.is_own and other.is_own):
        return None
    if row["kind"] in ("number", "date", "who"):
        own = same_party or one.is_own or other.is_own
        is_said = not (same_report and own) and (row["kind"] != "who" or _are_two(voices, row, one, other))
        return row["kind"] if is_said else None
    denied = "deny" in (one.sense, other.sense) and not row["judges"]
    if same_party and order_of(one, other) in ("a", "b"):
        return "position" if row["edited"] or row["firm"] else None
    if row["edited"]:
        return "denial" if denied else "opposite"
    if same_party:
        return None
    if denied and (row["shared"] or _denier_is_named(voices, one, other)):
        return "denial"
    return "opposite" if _are_opposed(row, one, other) else None


def order_of(one: Voiced, other: Voiced) -> str:
    """Tell which side came first, by the days of speaking; by a report's where it is in its own voice."""
    first, second = exact_day(one.day), exact_day(other.day)
    if first is None or second is None:
        return "unknown"
    return "same" if first == second else "a" if first < second else "b"


def spans_of(row: Row) -> tuple[Span, Span]:
    """Give where the words of a finding stand."""
    return Span(row["start"], row["end"]), Span(row["other_start"], row["other_end"])


def is_one_statement(one: Voiced, other: Voiced) -> bool:
    """Tell whether one is said inside the other."""
    mine, others = one.statement, other.statement
    return mine is not None and (mine == others or mine in other.around or others in one.around)


def are_two_speakers(one: Voiced, other: Voiced) -> bool:
    """Tell of the same words whether two reports credit them, in quotation marks, to two persons."""
    persons = one.type == other.type == "person" and one.party != other.party
    apart = one.report != other.report and not is_one_statement(one, other)
    return persons and apart and one.voice == other.voice == "quoted"


def _are_two(voices: Voices, row: Row, one: Voiced, other: Voiced) -> bool:
    """Tell whether the names at two places are of two parties, as far as they are known."""
    first, second = spans_of(row)
    return voices.named_at(one.report, first).isdisjoint(voices.named_at(other.report, second))


def _denier_is_named(voices: Voices, one: Voiced, other: Voiced) -> bool:
    """Tell whether one side denies what the other says of him."""
    pairs = ((one, other), (other, one))
    return any(denier.sense == "deny" and voices.names(accuser, denier) for denier, accuser in pairs)


def _are_opposed(row: Row, one: Voiced, other: Voiced) -> bool:
    if row["of"] == CHANGING and order_of(one, other) != "same":
        return False
    if one.is_own or other.is_own:
        # How a report calls a thing by the way contradicts nobody.
        return bool(row["firm"] and row["shared"] and not row["judges"])
    if row["shared"]:
        # Of one report an open speaker may be the other side's own.
        known = (one.party is not None, other.party is not None)
        return all(known) if one.report == other.report else any(known)
    return bool(row["beside"])
