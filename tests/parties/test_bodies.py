import pytest

from tests.parties.figures import are_one, body, figure, place, together


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the Harbour Ministry", "Harbour Ministry"),
        ("H.M.B.", "HMB"),
        ("Ministry of Ports", "Ports Ministry"),
        ("Center for Coast & Sea", "Center for Coast and Sea"),
        ("Lume", "Lume Inc."),
        ("Lume Motor Company", "Lume Motors"),
        ("Lume Airways", "Lume"),
        ("the Norwegian Ports Ministry", "Norway's Ports Ministry"),
        ("U.N. Port Command", "United Nations Port Command"),
        ("Ports Department", "the Danish Ports Department"),
        ("Danish Department of Ports", "the Danish Ports Department"),
        ("Department of Ports and Piers", "DPP"),
        ("Boats Department", "DOB"),
        ("Senate Select Committee on Fish", "Senate Fish Committee"),
        ("House Committee on the Harbour", "Harbour Committee"),
        ("the U.S. Boat and Pier Agency", "Boat and Pier Agency"),
    ],
)
def test_forms_of_one_name_are_one(one, other):
    assert are_one(body("a", one), body("b", other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Lume Energy", "Lume Airways"),
        ("the Norwegian Ports Ministry", "the Danish Ports Ministry"),
        ("the ministry", "the ministry"),
        ("House Fish Committee", "Senate Fish Committee"),
        ("General Motors", "General"),
        ("Norwegian Airlines", "Norwegian"),
        ("Harbour Caucus Foundation", "Harbour Caucus"),
    ],
)
def test_other_names_are_others(one, other):
    assert not together([body("a", one), body("b", other)])


def test_initials_go_to_the_one_name_that_they_fit():
    ports = body("a", "Harbour Ministry Board")
    assert are_one(ports, body("b", "HMB"))
    assert not together([ports, body("b", "HMB"), body("c", "Holm Merchant Bank")])


def test_two_initials_must_be_introduced():
    assert not together([body("a", "Harbour Ministry"), body("b", "HM")])
    assert are_one(body("a", "Harbour Ministry", names=("Harbour Ministry", "HM")), body("b", "HM"))


def test_initials_that_a_report_introduces_are_sure():
    ports = body("a", "Harbour Ministry Board", names=("Harbour Ministry Board", "HMB"))
    found = together([ports, body("b", "HMB"), body("c", "Holm Merchant Bank")])
    assert found == {frozenset({("a", "Harbour Ministry Board"), ("b", "HMB")})}


def test_initials_in_brackets_behind_a_name_are_introduced():
    ports = body("a", "Sele Harbours", at=100)
    short = body("a", "SHA", at=100 + len("Sele Harbours ("))
    assert are_one(ports, short)


def test_a_state_is_one_with_its_government_and_where_it_speaks_its_seat():
    assert are_one(
        place("a", "Norway"), body("b", "the Norwegian government"), place("c", "Oslo", speaks=True)
    )
    assert not together([place("a", "Norway"), place("b", "Oslo")])


def test_a_people_is_not_its_state():
    people = [figure("a", "Danes", kind="group"), figure("b", "the Danes", kind="group")]
    assert together([*people, place("c", "Denmark")]) == {frozenset({("a", "Danes"), ("b", "the Danes")})}


def test_a_kind_that_the_parse_guessed_gives_way():
    assert are_one(body("a", "Lume"), figure("b", "Lume"))
    assert are_one(body("a", "Lume Brothers"), figure("b", "Lume Brothers"), figure("c", "Lume Brothers"))
    assert are_one(body("a", "Ida Hale"), figure("b", "Ida Hale", gender="she"))
    assert are_one(place("a", "Ardania"), figure("b", "Ardania", kind="unnamed"))
    assert not together([body("a", "Lume"), figure("b", "Lume", gender="she")])


def test_a_surname_is_not_a_states():
    assert not together(
        [figure("a", "Ida Jordan"), figure("b", "Ola Jordan"), figure("c", "Jordan"), place("d", "Jordan")]
    )


def test_a_surname_is_not_short_for_a_firm():
    assert not together([figure("a", "Jon Hale"), body("b", "Hale"), body("c", "Hale Energy")])


def test_a_committee_of_two_chambers_stays_open():
    pile = [
        body("a", "House Fish Committee"),
        body("b", "Senate Fish Committee"),
        body("c", "Fish Committee"),
    ]
    assert not together(pile)


def test_a_state_that_a_report_took_for_a_person_is_the_state():
    assert are_one(place("a", "Norway"), figure("b", "Norway", gender="he"))
    assert not together([place("a", "Norway"), figure("b", "Jon Norway"), figure("c", "Norway")]) & {
        frozenset({("a", "Norway"), ("c", "Norway")})
    }
