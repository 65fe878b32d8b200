from tests.parties.figures import are_one, figure, together


def test_one_full_name_is_one_person_in_all_its_forms():
    assert are_one(
        figure("a", "Jon Hale"),
        figure("b", "Jon P. Hale", "minister"),
        figure("c", "President Jon Hale"),
        figure("d", "Hale", gender="he"),
    )


def test_a_name_that_may_be_two_peoples_is_neither():
    found = together([figure("a", "Jon P. Hale"), figure("b", "Jon R. Hale"), figure("c", "Jon Hale")])
    assert found == set()


def test_gender_keeps_two_of_one_name_apart():
    assert not together([figure("a", "J. Hale", gender="he"), figure("b", "Jane Hale", gender="she")])


def test_a_surname_of_two_stays_open():
    pile = [figure("a", "Jon Hale"), figure("b", "Ida Hale"), figure("c", "Hale")]
    assert together(pile) == set()


def test_a_surname_of_two_is_not_one_with_another_that_stays_open():
    pile = [figure("a", "Jon Hale"), figure("b", "Ida Hale"), figure("c", "Hale"), figure("d", "Hale")]
    assert together([*pile, figure("e", "Hale", kind="organisation")]) == set()


def test_a_surname_that_reports_use_of_one_alone_is_that_ones():
    called = [figure(report, "Jon Hale", names=("Jon Hale", "Hale")) for report in "ab"]
    pile = [*called, figure("c", "Ida Hale"), figure("d", "Hale")]
    assert together(pile) == {frozenset({("a", "Jon Hale"), ("b", "Jon Hale"), ("d", "Hale")})}
    too_few = [called[0], *pile[2:]]
    assert together(too_few) == set()
    both = [*pile, figure("e", "Ida Hale", names=("Ida Hale", "Hale"))]
    assert ("d", "Hale") not in {one for group in together(both) for one in group}


def test_a_title_tells_which_of_two_is_meant():
    jon, ida = figure("a", "Jon Hale", "president"), figure("b", "Ida Hale", "judge")
    bare = figure("c", "Hale", "president")
    assert together([jon, ida, bare]) == {frozenset({("a", "Jon Hale"), ("c", "Hale")})}


def test_gender_tells_which_of_two_is_meant():
    jon, ida = figure("a", "Jon Hale", gender="he"), figure("b", "Ida Hale", gender="she")
    bare = figure("c", "Hale", gender="she")
    assert together([jon, ida, bare]) == {frozenset({("b", "Ida Hale"), ("c", "Hale")})}


def test_a_relative_is_not_called_by_the_surname_alone():
    jon = figure("a", "Jon Hale", names=("Jon Hale", "Hale"))
    wife = figure("b", "Ida Hale", "wife", names=("Ida Hale", "Ida"))
    assert together([jon, wife, figure("b", "Hale")]) == {frozenset({("a", "Jon Hale"), ("b", "Hale")})}


def test_a_surname_is_not_that_of_a_relative_alone():
    assert not together([figure("a", "Ida Hale", "wife"), figure("b", "Hale")])


def test_an_office_of_another_state_speaks_against_it():
    jon = figure("a", "Jon Hale", "president", states=["Norway"])
    assert not together([jon, figure("b", "Hale", "president", states=["Denmark"])])


def test_another_gender_or_title_speaks_against_it():
    assert not together([figure("a", "Jon Hale", gender="he"), figure("b", "Hale", gender="she")])
    assert not together([figure("a", "Jon Hale", "judge"), figure("b", "Hale", "coach")])


def test_two_names_side_by_side_are_two():
    assert not together([figure("a", "Ida Hale", at=10), figure("a", "Hale", at=40)])


def test_a_first_name_counts_where_a_report_calls_someone_so():
    called = figure("a", "Han Seo-yun", names=("Han Seo-yun", "Han"))
    assert are_one(called, figure("b", "Han"))
    assert not together([figure("a", "Jon Hale"), figure("b", "Jon")])
    assert not together(
        [figure("a", "Jon Hale", names=("Jon Hale", "Jon")), figure("b", "Jon Ames"), figure("c", "Jon")]
    )


def test_a_surname_that_no_report_gives_in_full_is_one():
    assert are_one(figure("a", "Hale"), figure("b", "Hale"))
    assert not together([figure("a", "Hale", gender="he"), figure("b", "Hale", gender="she")])


def test_a_slip_counts_where_no_report_holds_both():
    assert are_one(figure("a", "Ida Marlowe"), figure("b", "Ida Malrowe"))
    assert not together([figure("a", "Ida Marlowe"), figure("a", "Ida Malrowe")])


def test_a_junior_may_be_named_without_it():
    pile = [figure("a", "Jon P. Hale Jr."), figure("b", "Jon Hale"), figure("c", "Hale")]
    assert are_one(*pile)


def test_a_junior_whom_a_report_tells_from_another_is_not_that_one():
    jon = figure("b", "Jon Hale", names=("Jon Hale", "Hale"))
    called = figure("a", "Jon Hale Jr.", names=("Jon Hale Jr.", "Hale Jr."))
    assert not together([jon, called])
    assert not together([jon, figure("a", "Jon Hale Jr.", "son")])
    beside = [jon, figure("a", "Jon Hale Jr."), figure("a", "Hale", "coach")]
    assert together(beside) == {frozenset({("a", "Hale"), ("b", "Jon Hale")})}
    assert not together([jon, figure("c", "Hale Jr.")])
    assert together([jon, called, figure("c", "Hale Jr."), figure("d", "Hale")]) == {
        frozenset({("a", "Jon Hale Jr."), ("c", "Hale Jr.")}),
        frozenset({("b", "Jon Hale"), ("d", "Hale")}),
    }


def test_a_name_that_ends_in_another_is_that_one():
    assert are_one(figure("a", "Rival Jon Hale"), figure("b", "Jon Hale"), figure("c", "Dean Jon Hale"))
    assert are_one(figure("a", "Ana Petra Roz"), figure("b", "Petra Roz"))
    assert not together([figure("a", "Jon P. Hale"), figure("b", "P. Hale")])


def test_two_initials_are_two_first_names():
    assert are_one(figure("a", "J.P. Hale"), figure("b", "JP Hale"), figure("c", "Jon P. Hale"))
