import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.language.parse import read_language
from reportedly.mentions.find import find_mentions
from reportedly.mentions.mention import Coreference
from reportedly.passages.passage import Passage
from reportedly.spans import Span
from reportedly.statements.statement import Statement

SAFE = "the pier is safe"


def meant(*lines: tuple[str, str, str], headline: bool = False) -> list[str | None]:
    """Read lines of (sentence, source, cue), one paragraph each, and tell whom each source means.

    The first may be the headline.
    """
    text, passages, statements = "", [], []
    for sentence, source, cue in lines:
        start = len(text)
        text += sentence + "\n\n"
        span = Span(start, len(text))
        passages.append(Passage("headline" if headline and not start else "body", span))
        if source:
            at, verb = text.index(source, start), text.index(cue, start)
            content = text.index(SAFE, start)
            statements.append(
                Statement(
                    "indirect",
                    "say",
                    "assert",
                    (Span(at, at + len(source)),),
                    (Span(verb, verb + len(cue)),),
                    (Span(content, content + len(SAFE)),),
                )
            )
    found = find_mentions(text, passages, read_language(text, passages), statements)
    assert_sound(found, text)
    where = {span: chain for span, chain, _ in found.referents}
    return [found.chains[where[s.source[0]]].name if s.source[0] in where else None for s in statements]


def assert_sound(found: Coreference, text: str) -> None:
    spans = [mention.span for chain in found.chains for mention in chain.mentions]
    assert len(spans) == len(set(spans))
    assert all(chain.mentions and chain.name for chain in found.chains)
    assert all(span.end <= len(text) for span in spans)
    assert all(found.chains[chain].mentions[mention] for _, chain, mention in found.referents)
    for chain in found.chains:
        pronouns = {m.span.words(text).lower() for m in chain.mentions if m.form == "pronoun"}
        assert not (pronouns & {"he", "his"} and pronouns & {"she", "her"})


ANA = (
    "Harbour Ministry spokeswoman Ana Petrova said the pier is safe.",
    "Harbour Ministry spokeswoman Ana Petrova",
    "said",
)
JON = (
    "Jon Hale, the deputy ports minister of Ardania, said the pier is safe.",
    "Jon Hale, the deputy ports minister of Ardania",
    "said",
)


def says(source: str) -> tuple[str, str, str]:
    return f"{source} added that {SAFE}.", source, "added"


def test_a_surname_is_the_earlier_full_name():
    assert meant(ANA, says("Petrova")) == ["Ana Petrova", "Ana Petrova"]


def test_a_surname_that_two_bear_stays_open():
    boris = (f"Boris Petrova said {SAFE}.", "Boris Petrova", "said")
    assert meant(ANA, boris, says("Petrova"))[2] == "Petrova"


def test_a_form_of_address_settles_which_of_two():
    boris = (f"Her brother, Mr. Boris Petrova, said {SAFE}.", "Mr. Boris Petrova", "said")
    assert meant(ANA, boris, says("Ms. Petrova"))[2] == "Ana Petrova"


def test_a_pronoun_is_the_speaker_in_focus():
    assert meant(ANA, says("She")) == ["Ana Petrova", "Ana Petrova"]


def test_a_pronoun_of_the_other_gender_stays_open():
    assert meant(ANA, says("He")) == ["Ana Petrova", None]


def test_who_speaks_goes_on_speaking():
    between = ("A letter from Jon Hale was read aloud in the harbour.", "", "")
    who = (f"Pat Lorne said {SAFE}.", "Pat Lorne", "said")
    assert meant(who, between, says("He"))[1] == "Pat Lorne"


def test_a_pronoun_behind_two_in_one_sentence_stays_open():
    text = f"Pat Lorne scolded Kim Dray after she said {SAFE}."
    assert meant((text, "she", "said")) == [None]


def test_a_title_is_its_one_bearer():
    assert meant(ANA, JON, says("The spokeswoman"))[2] == "Ana Petrova"


def test_a_title_that_two_bear_stays_open():
    ida = (
        f"Ida Moor, the fisheries minister of Ardania, said {SAFE}.",
        "Ida Moor, the fisheries minister of Ardania",
        "said",
    )
    assert meant(JON, ida, says("The minister"))[2] == "The minister"


def test_a_like_title_is_the_last_speaker():
    ambassador = (
        f"Jon Hale, the ambassador of Ardania, said {SAFE}.",
        "Jon Hale, the ambassador of Ardania",
        "said",
    )
    assert meant(ambassador, says("The diplomat")) == ["Jon Hale", "Jon Hale"]
    assert meant(ambassador, says("The economist")) == ["Jon Hale", "The economist"]


def test_an_unnamed_adviser_is_not_a_named_one():
    named = (f"Jon Hale, a ports adviser, said {SAFE}.", "Jon Hale, a ports adviser", "said")
    unnamed = (f"One adviser close to the harbour said {SAFE}.", "One adviser close to the harbour", "said")
    assert meant(named, unnamed, says("The adviser"))[2] not in ("Jon Hale",)


def test_several_without_a_name_are_a_party_of_their_own():
    assert meant((f"Two officials said {SAFE}.", "Two officials", "said")) == ["Two officials"]


def test_two_named_together_are_neither_alone():
    assert meant((f"Ana Petrova and Jon Hale said {SAFE}.", "Ana Petrova and Jon Hale", "said")) == [
        "Ana Petrova and Jon Hale"
    ]


def test_a_slip_of_one_letter_is_the_last_speaker():
    assert meant(ANA, says("Pebrova")) == ["Ana Petrova", "Ana Petrova"]


def test_another_ending_is_another_name():
    assert meant(ANA, says("Petrov"))[1] != "Ana Petrova"


def test_roles_say_of_what():
    text = ANA[0] + " " + JON[0]
    passages = [Passage("body", Span(0, len(text)))]
    found = find_mentions(text, passages, read_language(text, passages), [])
    roles = {
        chain.name: [(role.title, role.of) for role in chain.roles] for chain in found.chains if chain.roles
    }
    assert roles == {
        "Ana Petrova": [("spokeswoman", "Harbour Ministry")],
        "Jon Hale": [("deputy ports minister", "Ardania")],
    }


@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "Ana Petrova",
                "Petrova",
                "she",
                "He",
                "her",
                "his",
                "the minister",
                "said",
                "“",
                "”",
                ",",
                "\n\n",
                "🙂",
                "and",
            ]
        ),
        max_size=20,
    )
)
def test_any_words_give_a_sound_result(words):
    text = " ".join(words)
    passages = [Passage("body", Span(0, len(text)))] if text else []
    reading = read_language(text, passages)
    spans = [token.span for token in reading.tokens]
    statements = [
        Statement("indirect", "say", "assert", (a,), (b,), (c,))
        for a, b, c in zip(spans, spans[1:], spans[2:], strict=False)
    ]
    found = find_mentions(text, passages, reading, statements)
    assert_sound(found, text)
    assert found == find_mentions(text, passages, reading, statements)


HALE = ("President Hale left the harbour early, and his aides followed.", "", "")


def parties(text: str) -> dict[str, str]:
    """Read a text in which nobody is credited, and give its parties' names with their types."""
    passages = [Passage("body", Span(0, len(text)))]
    found = find_mentions(text, passages, read_language(text, passages), [])
    return {chain.name: chain.type for chain in found.chains}


def roles(text: str) -> list[tuple[str, str | None]]:
    passages = [Passage("body", Span(0, len(text)))]
    found = find_mentions(text, passages, read_language(text, passages), [])
    return [(role.title, role.of) for chain in found.chains for role in chain.roles]


def test_whom_a_report_mostly_calls_she_is_never_he():
    lorne = (f"Pat Lorne said {SAFE}.", "Pat Lorne", "said")
    assert meant(lorne, says("She"), says("She"), says("He")) == ["Pat Lorne"] * 3 + [None]


def test_what_is_told_late_holds_for_what_stands_early():
    lorne = (f"Pat Lorne said {SAFE}.", "Pat Lorne", "said")
    assert meant(lorne, says("He"), says("Ms. Lorne"))[1] is None


def test_a_pronoun_means_nobody_from_before_a_stranger_came_in():
    between = ("A surveyor in Arden gave a price over the telephone.", "", "")
    assert meant(JON, between, says("He"))[1] in (None, "A surveyor")


def test_a_name_may_rename_the_subject():
    lorne = ("The mayor, Pat Lorne, was asked about the flood.", "", "")
    assert meant(lorne, says("She")) == ["Pat Lorne"]


def test_a_pronoun_may_stand_before_its_name():
    text = f"A week after he said {SAFE}, Minister Jon Hale left."
    assert meant((text, "he", "said")) == ["Jon Hale"]


def test_who_is_the_resident_and_not_the_town():
    text = f"A resident of Arden, who said {SAFE}, left early."
    assert meant((text, "who", "said")) == ["A resident"]


def test_two_proper_nouns_that_deny_are_a_person():
    holt = (f"Mira Holt denied that {SAFE}.", "Mira Holt", "denied")
    assert meant(holt, says("Holt")) == ["Mira Holt", "Mira Holt"]


def test_a_name_with_a_who_clause_is_a_person():
    assert parties("Oda Fellmark, who leads the opposition, walked out.") == {"Oda Fellmark": "person"}


def test_a_day_is_no_party():
    friday = (f"Friday said {SAFE}.", "Friday", "said")
    assert meant(friday) == [None]


def test_a_surname_belongs_to_the_one_named_in_full_later():
    assert meant(HALE, says("Hale"), (f"Jon Hale said {SAFE}.", "Jon Hale", "said"))[0] == "Jon Hale"


def test_a_bearer_with_a_suffix_takes_no_bare_surname():
    jon = (f"Jon Hale said {SAFE}.", "Jon Hale", "said")
    junior = (f"Jon Hale Jr. said {SAFE}.", "Jon Hale Jr.", "said")
    assert meant(HALE, says("Hale"), jon, junior)[::2] == ["Jon Hale", "Jon Hale Jr."]


@pytest.mark.parametrize(
    "relative",
    [
        f"His wife, Ida Hale, said {SAFE}.",
        f"Hale and Ida Hale said {SAFE}.",
        f"First lady Ida Hale said {SAFE}.",
    ],
)
def test_a_surname_does_not_belong_to_a_relative(relative):
    assert meant(HALE, says("Hale"), (relative, "Ida Hale", "said"))[0] == "Hale"


def test_a_surname_stays_apart_where_two_are_named_in_full_later():
    jon, ida = (f"Jon Hale said {SAFE}.", "Jon Hale", "said"), (f"Ida Hale said {SAFE}.", "Ida Hale", "said")
    assert meant(HALE, says("Hale"), jon, ida)[0] == "Hale"


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Interior Minister Ana Petrova left.", ("Interior Minister", None)),
        ("French Interior Minister Ana Petrova left.", ("French Interior Minister", None)),
        (
            "Jon Hale, the interior minister of France, said the pier is safe.",
            ("interior minister", "France"),
        ),
        ("Jon Hale, the chief of staff, left early.", ("chief of staff", None)),
        ("Jon Hale, her son-in-law, left early.", None),
        ("Its director, Jon Hale, left early.", ("director", None)),
        ("Former Kremlin adviser Jon Hale left.", ("Former Kremlin adviser", None)),
    ],
)
def test_a_role_tells_only_what_is_named(text, role):
    assert roles(text) == ([role] if role else [])


def names(text: str) -> dict[str, tuple[str, ...]]:
    """Read a text in which nobody is credited, and give its parties' names as found."""
    passages = [Passage("body", Span(0, len(text)))]
    found = find_mentions(text, passages, read_language(text, passages), [])
    return {chain.name: chain.names for chain in found.chains}


def test_a_part_of_a_name_is_no_short_form():
    text = "The White House was closed. Later the House voted on the pier."
    assert "House" not in names(text)["White House"]


def test_a_junior_is_not_the_senior():
    text = "Jon Hale left. Later Jon Hale Jr. left, and Hale Jr. spoke to reporters."
    assert names(text) == {"Jon Hale": ("Jon Hale",), "Jon Hale Jr.": ("Jon Hale Jr.", "Hale Jr.")}


def test_a_middle_initial_and_a_junior_may_be_left_out():
    text = "Roger P. Hale Jr. left the harbour. Reporters asked Roger Hale about the pier."
    assert names(text) == {"Roger P. Hale Jr.": ("Roger P. Hale Jr.", "Roger Hale")}


def test_a_family_name_may_stand_first_and_early():
    early = (f"Han said {SAFE}.", "Han", "said")
    later = (f"Han Seo-yun said {SAFE}.", "Han Seo-yun", "said")
    assert meant(early, says("Han"), says("Han"), later) == ["Han Seo-yun"] * 4


def test_a_title_of_respect_makes_a_person():
    assert parties("President Lorne left. The pier was named after Lorne.")["Lorne"] == "person"


def test_a_verb_at_the_head_of_a_sentence_is_no_part_of_a_name():
    text = "Mira Holt spoke at the pier. Hosting Holt was an honour, they said. Holt left early."
    assert names(text)["Mira Holt"] == ("Mira Holt", "Holt")
    says_so = (f"Sterling Holt said {SAFE}.", "Sterling Holt", "said")
    assert meant(("Mira Holt spoke.", "", ""), says_so) == ["Sterling Holt"]


def test_who_speaks_behind_a_comma_is_no_part_of_a_name():
    text = "Jon Hale spoke. In a letter seen by Capital Wire, Hale wrote that the pier fell."
    assert {"Jon Hale", "Capital Wire"} <= names(text).keys()


def test_a_body_before_a_title_is_not_who_speaks():
    line = (f"HPA President Mira Holt said {SAFE}.", "HPA President Mira Holt", "said")
    assert meant(("The Harbour Pier Authority (HPA) met.", "", ""), line) == ["Mira Holt"]


def test_the_chairman_of_a_party_is_not_whoever_just_spoke():
    said = (f"Jon Hale said {SAFE}.", "Jon Hale", "said")
    chairman = "The chairman of the Harbour Party"
    found = meant(said, (f"{chairman} said {SAFE}.", chairman, "said"))
    assert found == ["Jon Hale", chairman]


@pytest.mark.parametrize("text", ["The Arden-based firm closed.", "An Arden-built ship sank in the harbour."])
def test_an_adjective_is_no_name(text):
    assert not any("-" in name for name in parties(text))


def test_two_names_joined_are_no_third():
    text = "Russia and Japan met. The Russia-Japan summit lasted an hour."
    assert set(parties(text)) == {"Russia", "Japan"}


@pytest.mark.parametrize(
    "source", ["The timing of the account", "This story", "Any official", "The announcement"]
)
def test_what_cannot_speak_is_no_party(source):
    assert meant((f"{source} suggested that {SAFE}.", source, "suggested")) == [None]


def test_one_lawsuit_is_one_party():
    first = (f"The lawsuit says {SAFE}.", "The lawsuit", "says")
    again = (f"The new lawsuit adds that {SAFE}.", "The new lawsuit", "adds")
    assert meant(first, again) == ["The lawsuit", "The lawsuit"]


def test_a_like_title_with_the_same_owner_is_its_one_bearer():
    hale = (f"Harbour Ministry director Jon Hale said {SAFE}.", "Harbour Ministry director Jon Hale", "said")
    assert meant(hale, ANA, says("The Harbour Ministry chief"))[2] == "Jon Hale"


def test_a_short_title_is_known_by_its_noun():
    moor = (f"Rep. Jon Moor said {SAFE}.", "Rep. Jon Moor", "said")
    assert meant(moor, ANA, says("The congressman"))[2] == "Jon Moor"


def test_a_possessive_is_read_like_its_pronoun():
    praise = (f"Petrova was proud of her claim that {SAFE}.", "her", "claim")
    assert meant(ANA, praise) == ["Ana Petrova", "Ana Petrova"]


def test_a_possessive_may_stand_before_its_name():
    hale = (f"In his claim that {SAFE}, Mr. Jon Hale was firm.", "his", "claim")
    assert meant(ANA, hale)[1] == "Jon Hale"


def test_who_stands_before_the_subject_is_no_rival():
    text = f"At a dinner with Pat Lorne, Ida Moor was asked about the flood, and she said {SAFE}."
    assert meant((text, "she", "said")) == ["Ida Moor"]


TRENT = (f"President Ida Trent said {SAFE}.", "President Ida Trent", "said")
HALE_OF_ARDANIA = (f"Ardanian President Jon Hale said {SAFE}.", "Ardanian President Jon Hale", "said")


def test_a_president_without_a_country_is_the_one_at_home():
    assert meant(TRENT, HALE_OF_ARDANIA, says("The president"))[2] == "Ida Trent"
    behind = (f"President Jon Hale of Norway said {SAFE}.", "President Jon Hale of Norway", "said")
    assert meant(TRENT, behind, says("The president"))[2] == "Ida Trent"


def test_a_president_with_a_country_is_the_one_of_that_country():
    later = ("Later Trent left.", "", "")
    assert meant(TRENT, HALE_OF_ARDANIA, later, says("The Ardanian president"))[-1] == "Jon Hale"


def test_a_countryless_president_of_two_without_a_country_stays_open():
    other = (f"President Jon Hale said {SAFE}.", "President Jon Hale", "said")
    assert meant(TRENT, other, says("The president"))[2] == "The president"


def test_remarks_are_of_whoever_made_them():
    speech = (f"President Trent’s comments suggested {SAFE}.", "President Trent’s comments", "suggested")
    own = (f"Her remarks suggested {SAFE}.", "Her remarks", "suggested")
    office = (f"Ms. Trent’s office said {SAFE}.", "Ms. Trent’s office", "said")
    assert meant(TRENT, speech, own, office) == ["Ida Trent"] * 3 + ["Ms. Trent’s office"]


def test_the_adviser_is_the_unnamed_one_who_just_spoke():
    unnamed = (f"One adviser close to the harbour said {SAFE}.", "One adviser close to the harbour", "said")
    named = (f"Jon Hale, a ports adviser, said {SAFE}.", "Jon Hale, a ports adviser", "said")
    assert meant(named, unnamed, says("The adviser"))[2] == "One adviser close to the harbour"
    assert meant(unnamed, named, says("The adviser"))[2] == "The adviser"


def test_some_and_others_are_parties_without_a_name():
    assert meant(says("Some"), says("Others")) == ["Some", "Others"]


def test_a_headline_means_who_is_named_below_it():
    deputy = (f"Deputy minister says {SAFE}", "Deputy minister", "says")
    assert meant(deputy, JON, headline=True) == ["Jon Hale", "Jon Hale"]


def test_names_in_a_row_in_a_headline_are_together():
    both = (f"Ana Petrova, Jon Hale say {SAFE}", "Ana Petrova, Jon Hale", "say")
    assert meant(both, ANA, JON, headline=True)[0] == "Ana Petrova, Jon Hale"


def said_by(source: str) -> tuple[str, str, str]:
    return f"{source} said {SAFE}.", source, "said"


def test_a_title_of_another_office_is_another_person():
    hale, trent = said_by("Interior Minister Jon Hale"), said_by("Prime Minister Ida Trent")
    assert meant(hale, said_by("The finance minister"))[1] == "The finance minister"
    assert meant(hale, trent, said_by("The interior minister"))[2] == "Jon Hale"
    assert meant(trent, said_by("The foreign minister"))[1] == "The foreign minister"


def test_a_deputy_and_a_former_one_are_not_the_one_in_office():
    hale, trent = said_by("Foreign Minister Jon Hale"), said_by("Deputy Foreign Minister Ida Trent")
    deputy, minister = said_by("The deputy foreign minister"), said_by("The foreign minister")
    assert meant(hale, trent, deputy, minister)[2:] == ["Ida Trent", "Jon Hale"]
    former, now = said_by("Former President Jon Hale"), said_by("President Ida Trent")
    past, bare = said_by("The former president"), said_by("The president")
    assert meant(former, now, past, bare)[2:] == ["Jon Hale", "Ida Trent"]


def test_a_minister_of_a_state_is_the_one_of_that_state():
    norwegian = said_by("Norwegian Defence Minister Jon Hale")
    assert meant(norwegian, said_by("Norway’s defence minister"))[1] == "Jon Hale"
    assert meant(norwegian, said_by("Finland’s defence minister"))[1] == "Finland’s defence minister"
    korean = said_by("South Korean President Jon Hale")
    assert meant(korean, said_by("The North Korean president"))[1] == "The North Korean president"


def test_a_title_may_get_its_name_only_later():
    assert meant(said_by("The defence minister"), ("Defence Minister Jon Hale left.", "", "")) == ["Jon Hale"]
    two = ("Defence Minister Jon Hale met Norwegian Defence Minister Ida Trent.", "", "")
    assert meant(said_by("The defence minister"), two) == ["The defence minister"]


def test_an_unnamed_speaker_is_named_by_the_next_sentence():
    named = (f"The official, Jon Hale, said {SAFE}.", "The official, Jon Hale", "said")
    assert meant(said_by("Norway’s harbour chief"), named) == ["Jon Hale", "Jon Hale"]
    assert meant(said_by("Two harbour chiefs"), named) == ["Two harbour chiefs", "Jon Hale"]


def test_a_surname_that_the_parse_took_for_no_name():
    price = said_by("President Jon Price")
    headline = (f"Price hates {SAFE}", "Price", "hates")
    assert meant(headline, price, headline=True)[0] == "Jon Price"


def test_a_newspaper_is_the_name_before_it():
    paper = said_by("the Harbour Gazette newspaper")
    assert meant(("The Harbour Gazette was founded in Arden.", "", ""), paper) == ["Harbour Gazette"]


def test_they_are_the_several_who_just_spoke():
    assert meant(said_by("Two officials"), says("They")) == ["Two officials", "Two officials"]
    assert meant(said_by("Jon Hale"), says("They")) == ["Jon Hale", None]


def test_i_is_whoever_is_quoted():
    text = "“I told the council that the pier is safe,” Jon Hale said on Monday."
    passages = [Passage("body", Span(0, len(text)))]
    outer = Statement(
        "direct", "say", "assert", (Span(44, 53),), (Span(54, 58),), (Span(0, 43),), (Span(1, 42),)
    )
    inner = Statement("indirect", "say", "assert", (Span(1, 2),), (Span(3, 7),), (Span(20, 41),))
    found = find_mentions(text, passages, read_language(text, passages), [outer, inner])
    assert [found.chains[chain].name for _, chain, _ in found.referents] == ["Jon Hale", "Jon Hale"]


def test_the_paper_is_the_one_that_just_spoke():
    paper = said_by("The Harbour Gazette")
    assert meant(paper, said_by("The newspaper"))[1] == "Harbour Gazette"
    assert meant(paper, said_by("Jon Hale"), said_by("The newspaper"))[2] == "The newspaper"


def test_the_ministry_of_several_is_the_one_named_last():
    two = ("The Harbour Ministry called the Interior Ministry.", "", "")
    assert meant(two, said_by("The ministry")) == ["Interior Ministry"]
    assert meant(two, said_by("The Harbour ministry")) == ["Harbour Ministry"]
    far = ("The pier stood empty.", "", "")
    assert meant(two, far, far, said_by("The ministry")) == ["The ministry"]


def test_an_epithet_is_the_person_who_just_spoke():
    assert meant(said_by("Jon Hale"), said_by("The businessman"))[1] == "Jon Hale"
    assert meant(said_by("Jon Hale"), said_by("The spokesman"))[1] == "The spokesman"
    assert meant(said_by("Mayor Jon Hale"), said_by("The businessman"))[1] == "The businessman"
    assert meant(said_by("Jon Hale"), said_by("The Ohio businessman"))[1] == "The Ohio businessman"


@pytest.mark.parametrize("epithet", ["The singer", "The 34-year-old", "The driver"])
def test_by_trade_or_age_it_is_also_whom_the_sentence_before_is_about(epithet):
    sang = ("Jon Hale sang on the quay.", "", "")
    assert meant(sang, said_by(epithet)) == ["Jon Hale"]
    titled = meant(("Mayor Jon Hale sang on the quay.", "", ""), said_by(epithet))
    assert titled == ["Jon Hale" if "old" in epithet else epithet]
    assert meant(("Some sang with Jon Hale on the quay.", "", ""), said_by(epithet)) == [epithet]
    assert meant(sang, said_by("The politician")) == ["The politician"]


@pytest.mark.parametrize("words", ["It", "The carmaker", "The operator"])
def test_it_is_the_body_that_the_sentence_before_is_about(words):
    assert meant(("Sund Motors shut a plant on Friday.", "", ""), said_by(words)) == ["Sund Motors"]
    assert meant(("The plant was shut by Sund Motors.", "", ""), said_by("It")) == [None]


@pytest.mark.parametrize(
    ("told", "words", "name"),
    [
        ("Sund Motors Chief Executive Robert Moss left.", "The CEO", "Robert Moss"),
        ("Sen. Robert Moss, D-Ohio, left.", "The lawmaker", "Robert Moss"),
        ("Dr. Robert Moss left.", "The physician", "Robert Moss"),
        ("The victim, Robert Moss, left.", "The victim", "Robert Moss"),
        (
            "British Prime Minister Robert Moss met French President Paul Grant.",
            "The French president",
            "Paul Grant",
        ),
        ("Sund Motors left.", "The tech giant", "Sund Motors"),
        ("Sund Motors left.", "The Arden-based company", "Sund Motors"),
        ("Sund Motors left.", "The rival company", "The rival company"),
        ("Sund Motors sued.", "The news organization", "Sund Motors"),
        ("Sund Motors left.", "The militant group", "Sund Motors"),
        ("U.S. President Robert Moss left.", "The American president", "Robert Moss"),
        ("French President Robert Moss left.", "The president of France", "Robert Moss"),
        ("The port authority left.", "It", "The port authority"),
        ("The couple left.", "They", "The couple"),
        ("Russia and China held talks.", "They", "Russia and China"),
        ("Robert Moss spoke to Anna Grant.", "She", "Anna Grant"),
    ],
)
def test_whom_the_sentence_before_tells_of_may_be_called_in_other_words(told, words, name):
    assert meant((told, "", ""), said_by(words)) == [name]


def test_the_company_is_whom_a_clause_above_is_about_else_the_sentence_before():
    clause = ("Sund Motors fell after the retailer said the pier is safe.", "the retailer", "said")
    assert meant(clause) == ["Sund Motors"]
    before = ("Sund Motors’ shares fell.", "", "")
    letter = ("In a letter to Boston Herald, the company said the pier is safe.", "the company", "said")
    assert meant(before, letter) == ["Sund Motors"]


def test_which_is_a_body_and_who_may_be_one_of_its_people():
    body = ("Sund Motors, which said the pier is safe, left.", "which", "said")
    assert meant(body) == ["Sund Motors"]
    assert meant(("The plans, which said the pier is safe, are new.", "which", "said")) == [None]
    who = ("A manager at Sund Motors, who said the pier is safe, left.", "who", "said")
    assert meant(who) == ["A manager"]


def test_the_partisan_is_a_person_and_of_that_place():
    senator = said_by("Senator Jon Hale of Ohio")
    assert meant(senator, said_by("The Ohio Republican"))[1] == "Jon Hale"
    assert meant(senator, said_by("The Maine Republican"))[1] == "The Maine Republican"


def test_the_president_is_who_is_mostly_called_so():
    trent, hale = said_by("President Ida Trent"), said_by("President Jon Hale")
    again = ("President Trent met President Trent’s guests. Jon Hale left.", "", "")
    assert meant(trent, hale, again, said_by("The president"))[2] == "Ida Trent"


def test_the_former_one_may_have_been_named_in_office():
    director = said_by("Port Director Jon Hale")
    assert meant(director, said_by("The former director"))[1] == "Jon Hale"
    assert meant(director, said_by("The deputy director"))[1] == "The deputy director"


def test_they_may_be_whom_the_sentence_before_is_about():
    officials = ("The officials met in Arden.", "", "")
    assert meant(officials, says("They")) == ["The officials"]
    assert meant(("Ida Trent and Jon Hale met on Monday.", "", ""), says("They")) == [
        "Ida Trent and Jon Hale"
    ]
    far = ("The pier stood empty.", "", "")
    assert meant(officials, far, far, says("They")) == [None]


def test_it_is_the_body_that_spoke_and_that_the_sentence_before_was_about():
    ministry = said_by("The Harbour Ministry")
    assert meant(ministry, says("It")) == ["Harbour Ministry", "Harbour Ministry"]
    assert meant(ministry, ("The ship left Arden.", "", ""), says("It"))[1] is None


def test_a_people_is_a_party_though_it_does_not_speak():
    text = "Most Republicans opposed the bill. A Republican plan failed."
    passages = [Passage("body", Span(0, len(text)))]
    found = find_mentions(text, passages, read_language(text, passages), [])
    assert [chain.name for chain in found.chains] == ["Republicans"]


def test_he_is_whom_the_last_sentence_is_about():
    doubts = ("Jon Hale looked doubtful.", "", "")
    assert meant(said_by("Otto Brand"), doubts, says("He"))[1] == "Jon Hale"
    assert meant(said_by("Otto Brand"), ("The ship left Arden.", "", ""), says("He"))[1] == "Otto Brand"


def test_the_company_is_the_one_that_the_last_sentence_is_about():
    acme = ("Acme Corp bought a rival of Brand Shipping.", "", "")
    assert meant(acme, said_by("The company")) == ["Acme Corp"]
    assert meant(("The rules of Acme Corp changed.", "", ""), said_by("The company")) == ["Acme Corp"]
    two = ("The rules of Acme Corp and of Brand Shipping changed.", "", "")
    assert meant(two, said_by("The company")) == ["The company"]
    assert meant(("The Harbour Ministry met.", "", ""), said_by("The company")) == ["The company"]


def test_the_government_is_the_nameless_one_near_by():
    government = said_by("The Ardanian government")
    assert meant(government, said_by("The government")) == ["The Ardanian government"] * 2
    assert meant(government, said_by("The federal government"))[1] == "The federal government"
    far = ("The pier stood empty.", "", "")
    assert meant(government, far, far, said_by("The government"))[1] == "The government"
    assert meant(government, said_by("The government of Holm"))[1] == "The government of Holm"


def test_another_company_is_not_the_one_just_named():
    acme = ("Acme Corp bought a rival.", "", "")
    assert meant(acme, said_by("The rival company")) == ["The rival company"]
    assert meant(acme, said_by("The company that built the pier")) == ["The company that built the pier"]
    assert meant(("Deutsche Bank hired Acme Corp.", "", ""), said_by("The company")) == ["The company"]


@pytest.mark.parametrize(
    "met",
    [
        "Ida Trent met Jon Hale on Monday.",
        "President Ida Trent hosted Jon Hale on Monday.",
        "Ida Trent held a meeting with Jon Hale on Monday.",
        "Ida Trent spoke with Jon Hale on Monday.",
    ],
)
def test_they_are_the_two_who_met(met):
    told = [(met, "", ""), says("They"), says("They")]
    assert meant(*told) == ["Ida Trent and Jon Hale"] * 2


@pytest.mark.parametrize(
    "told", ["Ida Trent criticised Jon Hale on Monday.", "Ida Trent met the committee on Monday."]
)
def test_they_are_not_two_who_did_not_meet(told):
    assert meant((told, "", ""), says("They")) == [None]


def test_a_name_of_no_known_kind_that_is_a_bodys_is_one():
    text = "Downing Street said the pier is safe."
    passages = [Passage("body", Span(0, len(text)))]
    source, cue = Span(0, 14), Span(15, 19)
    said = Statement("indirect", "say", "assert", (source,), (cue,), (Span(20, 36),))
    found = find_mentions(text, passages, read_language(text, passages), [said])
    assert [(chain.name, chain.type) for chain in found.chains] == [("Downing Street", "organisation")]


def test_the_doctors_are_the_one_group_of_doctors_that_has_come_in():
    first, then = said_by("Two doctors"), said_by("The doctors")
    assert meant(first, then) == ["Two doctors"] * 2
    assert meant(first, said_by("Some army doctors"), then)[2] == "The doctors"
    assert meant(first, said_by("The other doctors"))[1] == "The other doctors"


def test_he_is_no_surname():
    text = ("Liu He and Robert Moss met. Moss left.", "", "")
    assert "Liu He" not in meant(text, said_by("He"))


def test_a_pronoun_of_the_other_sex_does_not_look_ahead_for_somebody_new():
    weiss = ("Union leader Carla Weiss said the pier is safe.", "Union leader Carla Weiss", "said")
    he = ("It was cold. He said the pier is safe.", "He", "said")
    later = ("Noel Hart, a driver, left.", "", "")
    assert meant(weiss, he, later)[1] != "Noel Hart"
