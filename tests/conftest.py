import hashlib
from pathlib import Path

import pytest
from sqlalchemy import select


@pytest.fixture
def record(tmp_path: Path) -> Path:
    """A record that holds one report."""
    from reportedly.parties import rule
    from reportedly.parties.resolve import resolve
    from reportedly.record import places, sqlite, write
    from reportedly.record.schema import parties
    from tests.record.entries import make_entry, make_original

    path = tmp_path / "affair.reportedly"
    original = make_original()
    sha256 = hashlib.sha256(original.data).hexdigest()
    with sqlite.create(path).begin() as connection:
        write.write_original(connection, original, sha256)
        places.settle(connection, original.place, sha256, places.told(original))
        write.write_entry(connection, make_entry())
        resolve(connection)
        # A name taken back, so that every table has a row.
        (party,) = connection.execute(select(parties.c.id).where(parties.c.type == "person")).scalars()
        rule.undo(connection, rule.rename(connection, party, "Holt"))
    return path


@pytest.fixture(scope="session")
def affair(tmp_path_factory) -> Path:
    """A record of reports with claims and disagreements; whoever changes it takes a copy."""
    import reportedly
    from tests.record.affair import write_pile

    folder = Path(tmp_path_factory.mktemp("affair"))
    reportedly.build(write_pile(folder / "pile"), record=folder / "affair.reportedly")
    return folder / "affair.reportedly"
