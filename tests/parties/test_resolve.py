import hashlib
from dataclasses import replace
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

import reportedly
from reportedly.parties.judgement import Rulings
from reportedly.parties.resolve import party_of, resolve, unite
from reportedly.record import places, sqlite, write
from tests.parties.figures import body, figure, together
from tests.record.entries import TEXT, make_entry, make_original


def add(record: Path, text: str, name: str) -> None:
    original = make_original(text, name)
    sha256 = hashlib.sha256(original.data).hexdigest()
    with sqlite.create(record).begin() as connection:
        write.write_original(connection, original, sha256)
        places.settle(connection, original.place, sha256, places.told(original))
        write.write_entry(connection, make_entry(text))
        resolve(connection)


def holt(record: Path) -> dict[str, Any]:
    (party,) = [row for row in reportedly.parties(record) if row["name"] == "Mira Holt"]
    return party


def entry_text(words: str) -> str:
    return TEXT.replace("Talks", words)


def test_one_full_name_is_one_party_in_any_order(tmp_path):
    texts = {"a.txt": TEXT, "b.txt": entry_text("Talks and talks"), "c.txt": entry_text("Talks, talks")}
    for record, names in ((tmp_path / "1", "abc"), (tmp_path / "2", "cab")):
        for name in names:
            add(record, texts[f"{name}.txt"], f"{name}.txt")
    assert holt(tmp_path / "1") == holt(tmp_path / "2")
    assert {mention["report"] for mention in holt(tmp_path / "1")["mentions"]} == set(texts)
    assert reportedly.verify(tmp_path / "1") == []


def test_an_id_that_a_party_had_still_finds_it(tmp_path):
    record, had = tmp_path / "affair.reportedly", set()
    for number in range(6):
        add(record, entry_text(f"Talks {number}"), f"{number}.txt")
        had.add(holt(record)["id"])
    assert len(had) > 1
    for name in had:
        assert reportedly.show(record, name).row == holt(record)


@settings(max_examples=40, deadline=None)
@given(st.permutations(range(8)))
def test_the_order_of_reports_does_not_tell(order):
    pile = [
        figure("a", "Jon P. Hale", "minister"),
        figure("b", "Jon Hale", gender="he"),
        figure("c", "Hale", "minister"),
        figure("d", "Ida Hale", gender="she"),
        figure("e", "Hale"),
        body("a", "Harbour Ministry Board"),
        body("b", "HMB"),
        body("c", "Harbour Ministry Board", names=("Harbour Ministry Board", "HMB")),
    ]
    wanted = {
        frozenset({("a", "Jon P. Hale"), ("b", "Jon Hale"), ("c", "Hale")}),
        frozenset({("a", "Harbour Ministry Board"), ("b", "HMB"), ("c", "Harbour Ministry Board")}),
    }
    # A chain's id is a hash: which of a party's is the smallest says nothing about it.
    renumbered = [replace(pile[place], chain=f"c{number}") for number, place in enumerate(order)]
    assert together(renumbered) == wanted


def test_every_chain_but_the_first_has_one_link():
    pile = [figure(report, "Jon Hale") for report in "abcde"]
    _, links = unite(pile, Rulings())
    assert len(links) == len(pile) - 1


KINDS = st.sampled_from(["person", "organisation", "place", "group", "unnamed"])
ODD = st.one_of(st.text(min_size=1), st.text(alphabet="AaZ.&'’- ofthe", min_size=1))


@settings(max_examples=100, deadline=None)
@given(st.lists(st.tuples(ODD, KINDS), max_size=6))
def test_no_name_is_too_odd(names):
    pile = [figure(f"r{n}", name.strip() or "X", kind=kind) for n, (name, kind) in enumerate(names)]
    union, links = unite(pile, Rulings())
    assert len({union.top(one.chain) for one in pile}) == len(pile) - len(links)


def test_a_state_is_a_place_by_its_own_name():
    names = (body("a", "British government"), body("b", "UK"), figure("c", "Britain"))
    party = party_of(names, Rulings())
    assert (party["name"], party["type"]) == ("Britain", "place")
