"""Comparing the reports of a record: what they share, which go back to one desk, who said it once."""

from sqlalchemy import Connection

from reportedly.comparison.claims import claim_of, find_claims, write_claims
from reportedly.comparison.copies import find_copies, write_copies
from reportedly.comparison.disagreements import find_disagreements, write_disagreements
from reportedly.comparison.origins import find_origins, write_origins
from reportedly.comparison.pair import Pairing
from reportedly.comparison.utterances import find_utterances
from reportedly.comparison.weighing import weigh_new
from reportedly.record.read import View


def compare(connection: Connection) -> None:
    """Lay the new reports beside the others, and work out what that changes for all of them.

    Adding one report and then another gives what adding them the other way round gives.
    """
    view = View(connection)
    Pairing(view).take_in()
    copies = find_copies(view)
    write_copies(view, copies)
    write_origins(view, find_origins(view, copies))
    find_utterances(view)
    weighed = weigh_new(view)
    claims = find_claims(weighed)
    write_claims(connection, claims)
    write_disagreements(connection, find_disagreements(connection, weighed, claim_of(claims)))
