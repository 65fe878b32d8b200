"""Comparing the reports of a record: what they share, which go back to one desk, who said it once."""

from sqlalchemy import Connection

from reportedly.comparison import claims, copies, disagreements, origins, utterances, weighing
from reportedly.comparison.came import Came, find_touched, settle
from reportedly.comparison.pair import Pairing
from reportedly.parties import resolve
from reportedly.record.read import View

_STEPS = (resolve, copies, origins, utterances, weighing, claims, disagreements)
MADE_BY = ", ".join(step.MADE_BY for step in _STEPS)
"""All steps that are done over the reports together: where one is another now, all is worked out anew."""


def compare(connection: Connection, came: Came | None = None) -> None:
    """Lay the new reports beside the others, and work out what that changes for all of them.

    Where it is known what came, only what that can touch is looked at. Adding one report and then another
    gives what adding them the other way round gives.
    """
    view = View(connection)
    Pairing(view).take_in()
    touched = find_touched(view, came.reports) if came else None
    found = copies.find_copies(view, touched)
    copies.write_copies(view, found, touched)
    origins.write_origins(view, origins.find_origins(view, found, touched), touched)
    utterances.find_utterances(view, came.parties if came else None)
    weighed = weighing.weigh_new(view)
    made = claims.find_claims(weighed)
    claims.write_claims(connection, made)
    odd = disagreements.find_disagreements(connection, weighed, claims.claim_of(made))
    disagreements.write_disagreements(connection, odd)
    settle(view, MADE_BY)
