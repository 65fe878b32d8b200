"""What a cue means: each case is a sentence with its cue in brackets, the act it tells of and its sense."""

from collections import Counter
from typing import get_args

import pytest

from reportedly.language.parse import read_language
from reportedly.passages.passage import Passage
from reportedly.spans import Span
from reportedly.statements.sense import LEXICON, CueWord, Entry, Sense, sense_of
from reportedly.statements.statement import Act, CueSense

CASES = """
say other      | The miner [gave no token] that he heard.
say other      | The miner [gave no indication] that he heard.
say assert     | The harbour master [said] the ferry was late.
say assert     | The union [has repeatedly claimed] that wages fell.
say assert     | [According to] the ministry, the dam will hold.
say assert     | In the [words of] the envoy, the talks were over.
say assert     | The mayor [issued a statement saying] the bridge was safe.
say assert     | The clerk [admitted] that the files were gone.
say assert     | The envoy [went on to say] the border was quiet.
say assert     | She [made it very clear] that the vote would go ahead.
say assert     | The coach [was like], we are done here.
say assert     | The captain was quoted by the agency as [saying] the ship was lost.
say assert     | The warden [published an open letter saying] the gaol was full.
say assert     | The warden [said after the rejection] that the plan was dead.
say assert     | The governor [announced during a debate] that schools would close.
say assert     | The governor [announced] that schools would close.
say assert     | She [not only said] it, she wrote it down.
say other      | "We are home at last," the sailor [smiled].
say other      | "You should see my garage," she [joked].
say other      | The board [called] the plan a farce.
say other      | The court [ruled] that the road was public.
say deny       | The minister [denied] taking the money.
say deny       | The ministry [flatly rejected the idea] of a merger.
say deny       | The company [pushed back on] the figures.
say deny       | The bishop [took issue with] the report.
say deny       | The premier [ruled out] a snap election.
say deny       | The spokesman [brushed aside] the findings.
say deny       | The actor [pleaded not guilty] to theft.
say deny       | The party [came out against] the tunnel.
say deny       | The council [voted the most strongly against] the tunnel.
say deny       | The party [has taken a firm stance against] the tunnel.
say deny       | The bank [distanced itself from] the remarks.
say deny       | The council [voted against] the levy.
say deny       | The admiral [walked back] his remarks.
say deny       | The bank [downplayed] the losses.
say deny       | The agency [refused] to hand over the tapes.
say deny       | The firm [issued a denial].
say deny       | The duke [was quoted as denying] the affair.
think deny     | The governor [announced his opposition to] the levy.
say deny       | The board [repeated its objection to] the sale.
think deny     | The premier [said he opposed] the levy.
think deny     | The miners [said they did not believe] the offer was real.
think deny     | The firm [made clear it did not support] the levy.
say deny       | The council [disagrees with] the ruling.
say deny       | The council [does not agree with] the ruling.
say deny       | The chairman [refused to agree to] the terms.
say demand     | The union [called for] a strike.
say demand     | The rector [urged] students to stay home.
say demand     | The speaker [issued a call for] calm.
say demand     | The teachers [are pressing for] higher pay.
say demand     | The general [ordered] his troops to halt.
say demand     | The judge [banned] the march.
say warn       | The coastguard [warned] of rough seas.
say warn       | The rebels [threatened] to leave the talks.
say warn       | The bank [sounded the alarm] about debt.
say accuse     | The widow [accused] the doctor of lying.
say accuse     | The mayor [criticised] the new timetable.
say accuse     | The farmers [lashed out at] the ministry.
say accuse     | The paper [took a swipe at] the premier.
say accuse     | The senator [sharply criticized] the judge.
say praise     | The queen [praised] the rescuers.
say praise     | The guild [paid tribute to] its founder.
say praise     | The governor [spoke in favour of] the canal.
say promise    | The premier [vowed] to cut taxes.
say promise    | The builder [gave assurances] that the roof was sound.
say ask        | The reporter [asked] whether the road was open.
say ask        | Residents [raised questions about] the water.
say agree      | The unions [agreed to] the terms.
say agree      | The council [voted for] the levy.
say agree      | We [could not agree more].
think assert   | The judge [believes] the witness lied.
think assert   | The captain [is confident] that the ship will sail.
think assert   | The farmers [are optimistic about] the harvest.
think assert   | The widow [is convinced] he is alive.
think assert   | [In her view], the law is plain.
think assert   | The envoy [expressed confidence] that peace was near.
think assert   | He [could not help but notice] the empty chairs.
think agree    | The mayor [supports] the new bridge.
think agree    | The senators [are in favor of] the treaty.
think agree    | The baker [is a supporter of] the strike.
say assert     | The baker [told supporters] that the shop would close.
think agree    | The guild [announced its support for] the strike.
think deny     | The mayor [opposes] the new bridge.
think deny     | The lawyer [doubts] that he was there.
think deny     | The voters [are skeptical of] the pledge.
think deny     | The judge [does not believe] the witness.
think deny     | The captain [didn't think] the ship was safe.
think deny     | The guild [no longer supports] the strike.
think deny     | The guild [stopped supporting] the strike.
think deny     | The farmers [are against] the dam.
think deny     | The mayor [is unlikely to support] the plan.
think deny     | The premier [expressed doubt] about the count.
think deny     | The premier [is not convinced] that the count was fair.
think deny     | The voters [have no faith in] the count.
think other    | The court [is expected] to rule today.
think other    | The clerk [did not know] about the letter.
think other    | The doctor [is not sure] the cure works.
think other    | The guard [does not remember] the car.
think other    | It [is not clear] who fired first.
think other    | The mayor [does not oppose] the bridge.
think other    | The mayor [has no doubt] that the bridge is safe.
intend other   | The firm [plans] to open a mine.
intend other   | The duke [would like] to return.
intend other   | The firm [is considering] a sale.
intend other   | The mayor [announced plans] to resign.
intend deny    | The duke [does not want] to return.
intend deny    | The firm [has no plans] to open a mine.
intend deny    | The judge [showed no interest in] a pardon.
intend deny    | The judge [was reluctant] to leave.
feel other     | The nurses [fear] for their jobs.
feel other     | The bank [voiced concern about] the debt.
feel other     | The coach [was proud of] his team.
feel deny      | The coach [doesn't like] the new rules.
feel deny      | The nurses [are not worried about] the cuts.
say other      | The clerk [didn't say] where he was.
say other      | The premier [never promised] a tunnel.
say other      | The premier [refused to say] who paid.
say other      | The premier [declined to confirm] the date.
say other      | The report [failed to mention] the leak.
say other      | The firm [has yet to explain] the leak.
say other      | The judge [stopped short of accusing] the firm.
say other      | The minister [did not deny] taking the money.
say other      | The minister [refused to rule out] a sale.
say other      | The minister [did not take issue with] the report.
say other      | The minister [took no issue with] the report.
say other      | The bishop [declined to endorse] either side.
say other      | The mayor [cannot say] when the road will open.
say other      | The clerk [made no mention of] the letter.
say other      | The clerk [remained silent on] the letter.
"""


def cases() -> list[tuple[str, str]]:
    rows = (line.split("|") for line in CASES.strip().splitlines())
    return [(sentence.strip(), " ".join(means.split())) for means, sentence in rows]


def cue_of(sentence: str) -> list[CueWord]:
    start, end = sentence.index("["), sentence.index("]") - 1
    plain = sentence.replace("[", "").replace("]", "")
    parsed = read_language(plain, (Passage("body", Span(0, len(plain))),))
    return [(t.text.lower(), t.lemma, t.pos) for t in parsed.tokens if start <= t.span.start < end]


@pytest.mark.parametrize(("sentence", "means"), cases())
def test_a_cue_means(sentence, means):
    found = sense_of(cue_of(sentence))
    assert f"{found.act} {found.sense}" == means


POS = {
    "verbs": "VERB",
    "nouns": "NOUN",
    "adjectives": "ADJ",
    "phrases": "ADP",
    "light": "VERB",
    "refusals": "VERB",
    "negations": "ADV",
}
DENYING = """
deny refute rebut reject dismiss disavow repudiate retract contradict disagree object downplay debunk
oppose doubt disbelieve distrust refuse decline resist opposed skeptical sceptical doubtful unconvinced
unwilling reluctant dismissive denial rejection rebuttal refutation refusal opposition objection disagreement
"""
SAID = ("said", "say", "VERB")
NOT = ("not", "not", "PART")


def written(entry: Entry) -> list[CueWord]:
    return [(word, word, POS[entry.section]) for word in entry.words]


def test_the_lexicon_holds_known_sections_acts_and_senses():
    assert {entry.section for entry in LEXICON} == set(POS)
    assert {entry.means.act for entry in LEXICON} == set(get_args(Act))
    assert {entry.means.sense for entry in LEXICON} == set(get_args(CueSense))


def test_words_of_the_lexicon_are_plain_lower_case_words():
    words = {word for entry in LEXICON for word in entry.words}
    assert [
        word for word in words if not word.strip("'").isalpha() and word not in ("-", "n't", "ain't")
    ] == []
    assert [word for word in words if word != word.lower()] == []


def test_no_word_stands_twice_in_a_section():
    times = Counter((entry.section, entry.words) for entry in LEXICON)
    assert [entry for entry, number in times.items() if number > 1] == []


def test_an_entry_means_what_its_line_says():
    entries = [entry for entry in LEXICON if entry.section not in ("light", "refusals", "negations")]
    assert [entry for entry in entries if sense_of(written(entry)) != entry.means] == []


@pytest.mark.parametrize("word", DENYING.split())
@pytest.mark.parametrize("pos", ["VERB", "NOUN", "ADJ"])
def test_a_word_of_denial_denies(word, pos):
    assert sense_of([(word, word, pos)]).sense == "deny"
    assert sense_of([("expressed", "express", "VERB"), (word, word, pos)]).sense == "deny"


def test_what_is_said_to_be_denied_is_denied():
    denials = [
        entry for entry in LEXICON if entry.means.sense == "deny" and entry.section in ("verbs", "phrases")
    ]
    assert [entry for entry in denials if sense_of([SAID, *written(entry)]).sense != "deny"] == []


def test_nothing_negated_is_asserted_whatever_the_word():
    assert [entry for entry in LEXICON if sense_of([NOT, *written(entry)]).sense == "assert"] == []


def test_a_denial_negated_does_not_deny():
    denials = [entry for entry in LEXICON if entry.means.sense == "deny"]
    assert [entry for entry in denials if sense_of([NOT, *written(entry)]).sense == "deny"] == []


def test_an_unlisted_cue_says_in_no_known_sense():
    assert sense_of([]) == sense_of([("grinned", "grin", "VERB")]) == Sense("say", "other")
