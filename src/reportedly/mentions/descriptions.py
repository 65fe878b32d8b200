"""Whom a description means when it is a source: "the spokeswoman", "the ministry", "two officials"."""

from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.language.tree import SUBJECTS, climb
from reportedly.mentions.cast import Member
from reportedly.mentions.countries import owner_and_rest, state_named, state_of_people
from reportedly.mentions.names import fold
from reportedly.mentions.pronouns import Found
from reportedly.mentions.scene import Scene
from reportedly.mentions.titles import (
    CALLINGS,
    DOCUMENTS,
    KIN,
    NAMELESS_BODIES,
    ORGANISATION_NOUNS,
    OUTLETS,
    PERSON_NOUNS,
    TRADES,
    gender_of,
    is_title,
    may_be,
    written_out,
)

_DEFINITE = frozenset({"the", "this", "that"})
_SHARED = 4
# Words that make another title of a title: "the deputy minister" is not "the minister".
_RANKS = frozenset({"acting", "assistant", "associate", "deputy", "ex", "former", "interim", "then", "vice"})
_NO_PORTFOLIO = frozenset({"the", "minister", "secretary"})
_PAST = frozenset({"ex", "former"})
_PORTFOLIOS = frozenset({"foreign", "national", "permanent", "presidential", "prime", "public"})
# A report gives its own country's no country.
_OF_STATES = frozenset(
    {"chancellor", "government", "king", "leader", "minister", "premier", "president", "queen"}
)
# Who is somebody's, or anybody: not what a report calls the person it has just named.
_RELATED = KIN | frozenset({
    "adviser", "advisor", "agent", "aide", "assistant", "attorney", "counsel", "insider", "investigator",
    "judge", "justice", "lawyer", "magistrate", "member", "official", "prosecutor", "representative",
    "source", "speaker", "spokesman", "spokesperson", "spokeswoman", "witness",
})  # fmt: skip
_TELLING_APART = ("amod", "nmod", "compound", "poss", "prep", "relcl", "acl", "appos")
# With these it is another one than that which was named.
_ANOTHER = frozenset({
    "another", "competing", "different", "fellow", "first", "former", "local", "neighboring", "neighbouring",
    "new", "opposing", "other", "parent", "private", "rival", "same", "second", "separate", "sister", "third",
})  # fmt: skip
_OF_AGE = ["-", "year", "-", "old"]
_PARTISANS = frozenset({"conservative", "democrat", "liberal", "republican"})
_COMPASS = frozenset({"north", "south", "east", "west"})


def resolve_description(scene: Scene, head: int) -> Found | None:
    """Find whom "the <title>" means: the one person so titled, else the last speaker if the title fits."""
    noun = fold(scene.tokens[head].lemma)
    if not is_definite(scene, head):
        return None
    if scene.tokens[head].tag in ("NNS", "NNPS"):
        return _group(scene, head, noun)
    if noun in ORGANISATION_NOUNS:
        return (
            _organisation(scene, head, noun)
            or (_outlet(scene, head, noun) if noun in OUTLETS else None)
            or (_just_named(scene, head, noun) if noun in NAMELESS_BODIES else None)
        )
    if noun in DOCUMENTS:
        return _document(scene, head, noun)
    if noun in PERSON_NOUNS:
        return _person(scene, head, noun)
    return _epithet(scene, head, noun) if noun in TRADES or _is_of_age(scene, head) else None


def _group(scene: Scene, head: int, noun: str) -> Found | None:
    """Take "the doctors" for the one group of doctors that the report has brought in."""
    if _is_told_apart(scene, head):
        return None
    place = _known_by(scene, head)
    alike = [
        m for m in scene.members if m.plural and not m.names and fold(m.noun) == noun and m.start < place
    ]
    return (alike[0], f"the {noun} named before, {{}}", 0.7) if len(alike) == 1 else None


def _is_of_age(scene: Scene, head: int) -> bool:
    """Tell "the 34-year-old"."""
    words = [one.text for one in scene.tokens[max(0, head - len(_OF_AGE)) : head + 1]]
    return words[-len(_OF_AGE) :] == _OF_AGE


def is_plural(scene: Scene, head: int) -> bool:
    """Tell whether the words name several."""
    return scene.tokens[head].tag in ("NNS", "NNPS") or any(scene.tree.kids(head, "conj"))


def is_organisation(scene: Scene, head: int) -> bool:
    """Tell whether the words name an organisation by what it is."""
    return scene.tokens[head].lemma.lower() in ORGANISATION_NOUNS and not is_plural(scene, head)


def is_definite(scene: Scene, head: int) -> bool:
    """Tell "the minister" from "a minister"; a headline leaves the article out."""
    articles = [scene.tokens[kid].text.lower() for kid in scene.tree.kids(head, "det")]
    owner = scene.tree.kid(head, "poss")
    owned = owner is not None and scene.tokens[owner].pos != "PRON"
    return (
        any(word in _DEFINITE for word in articles) or owned or (not articles and _in_headline(scene, head))
    )


def _in_headline(scene: Scene, head: int) -> bool:
    return scene.passages[scene.passage(scene.tokens[head].span.start)].kind == "headline"


def _known_by(scene: Scene, head: int) -> int:
    """Give the place before which whoever is meant was named: a headline may mean anyone of the report."""
    return len(scene.text) if _in_headline(scene, head) else scene.tokens[head].span.start


def _organisation(scene: Scene, head: int, noun: str) -> Found | None:
    """Find the organisation whose name has the noun; of several the one mentioned last, if that is near."""
    place = _known_by(scene, head)
    bodies = [m for m in scene.members if m.type == "organisation" and m.start < place]
    told = {noun} | {fold(word) for word in _names_before(scene, head)}
    found = [m for m in bodies if any(told <= set(name.words) for name in m.names)]
    found = found or ([] if _is_told_apart(scene, head) else [m for m in bodies if _is_nameless(m, noun)])
    if len(found) == 1 and found[0].names:
        return found[0], f"the one {noun} named before, {{}}", 0.8
    last = _last_mentioned(found, place) if found else None
    if last is None or not any(
        scene.is_near(m.span.start, place) for m in last.mentions if m.span.start < place
    ):
        return None
    return last, f"the {noun} named last, {{}}", 0.6


def _is_told_apart(scene: Scene, head: int) -> bool:
    """Tell "the rival company" and "the government of Holm" from words that mean whichever was named."""
    return scene.tree.kid(head, *_TELLING_APART) is not None


def _is_nameless(member: Member, noun: str) -> bool:
    """Tell whether a party is an organisation of this kind without a name: "the Ardanian government"."""
    return not member.names and not member.plural and member.noun.lower() == noun


def _outlet(scene: Scene, head: int, noun: str) -> Found | None:
    """Take "the paper" for the organisation that spoke last, in this paragraph or the one before."""
    last = scene.just_spoke(scene.tokens[head].span.start)
    if last is None or last.type != "organisation" or not last.names:
        return None
    return last, f"the {noun}, after {{}} spoke", 0.6


def _just_named(scene: Scene, head: int, noun: str) -> Found | None:
    """Take "the company" for the organisation that a clause above is about: "Acme fell after the firm said".

    Where that is none, for the one that the sentence before is about, or alone names.
    """
    sentence = scene.sentence(head)
    told = [kid for kid in scene.tree.kids(head, *_TELLING_APART) if not _tells_nothing(scene, kid)]
    if told or scene.in_content(scene.tokens[head].span):
        return None
    above = set(climb(scene.reading, head))
    here = _named_bodies(scene, sentence, head)
    named = {i: one for i, one in here.items() if _is_subject(scene, i) and _verb_of(scene, i) in above}
    if not named and _follows_near(scene, head):
        named = _named_bodies(scene, sentence - 1, head)
    about = [member for i, member in named.items() if scene.tokens[i].dep in SUBJECTS]
    found = list({id(member): member for member in about or named.values()}.values())
    is_one = len(found) == 1 and not _says_its_kind(found[0])
    return (found[0], f"the {noun}, right after {{}}", 0.6) if is_one else None


def _is_subject(scene: Scene, token: int) -> bool:
    """Tell a subject, and whose it is: "Sund Motors’ shares fell"."""
    return scene.tokens[_owned(scene, token)].dep in SUBJECTS


def _verb_of(scene: Scene, subject: int) -> int:
    return scene.tokens[_owned(scene, subject)].head


def _owned(scene: Scene, token: int) -> int:
    """Give what a word is the owner of, or itself."""
    one = scene.tokens[token]
    return one.head if one.dep in ("poss", "compound", "nmod") else token


def _follows_near(scene: Scene, head: int) -> bool:
    """Tell whether a sentence stands before a token's, in its paragraph or the one before."""
    sentence = scene.sentence(head)
    before = scene.reading.sentences[max(0, sentence - 1)]
    start = scene.tokens[before.first].span.start
    return sentence > 0 and scene.is_near(start, scene.tokens[head].span.start)


def _tells_nothing(scene: Scene, kid: int) -> bool:
    """Tell what leaves "the company" as it is: "the militant group", "the company, which is new"."""
    one = scene.tokens[kid]
    if one.dep == "relcl":
        return scene.tokens[scene.tree.subtree(kid)[0] - 1].text == ","
    return one.dep in ("amod", "compound", "nmod") and one.text.islower() and one.text not in _ANOTHER


def _named_bodies(scene: Scene, sentence: int, before: int) -> dict[int, Member]:
    """Give the organisations that a sentence names before a token, by where it does."""
    one = scene.reading.sentences[sentence]
    places = (i for i in range(one.first, min(one.last, before)) if i in scene.at)
    return {i: scene.at[i] for i in places if scene.at[i].is_named_body}


def _says_its_kind(member: Member) -> bool:
    """Tell a name that says what its bearer is, "Harbour Ministry", from one that does not, "Acme"."""
    return any(ORGANISATION_NOUNS.intersection(name.words) for name in member.names)


def _document(scene: Scene, head: int, noun: str) -> Found | None:
    """Take "the suit" for the one suit that spoke before, unless the two are told apart by names."""
    mine = _names_before(scene, head)
    alike = [m for m in scene.members if m.noun.lower() == noun and not m.plural and not m.names]
    others = {part for m in alike for part in _names_before(scene, _noun_of(scene, m))}
    told_apart = mine and others and not mine & others
    return (
        (alike[0], f"the one {noun} named before, {{}}", 0.75) if len(alike) == 1 and not told_apart else None
    )


def _noun_of(scene: Scene, member: Member) -> int:
    head = scene.head([member.mentions[0].span])
    return 0 if head is None else head


def _names_before(scene: Scene, head: int) -> set[str]:
    """Give the names by which words tell one of a kind: "CIA" of "the CIA chief".

    A headline may write any word with a capital: there only what the parse takes for a name is one.
    """
    tops = scene.tree.kids(head, "amod", "nmod", "compound", "poss")
    kids = [scene.tokens[kid] for top in tops for kid in scene.tree.subtree(top)]
    if _in_headline(scene, head):
        kids = [kid for kid in kids if any(name.span.holds(kid.span) for name in scene.reading.names)]
    words = [kid.text for kid in kids]
    return {word.lower() for word in words if word[0].isupper() and not is_title(word)}


@dataclass(frozen=True, slots=True)
class _Title:
    """What a description tells of an office: the noun, rank and portfolio of "the deputy ports minister"."""

    noun: str
    ranks: frozenset[str]
    portfolio: frozenset[str]


def _person(scene: Scene, head: int, noun: str) -> Found | None:
    place, title = _known_by(scene, head), _title(scene, head, noun)
    known = [m for m in scene.members if m.start < place and _fits(scene, m, head)]
    exact = _bearers(scene, known, title)
    if len(exact) == 1:
        return exact[0], f"the one {noun} named before, {{}}", 0.85
    if exact:
        return (
            _by_country(scene, exact, head)
            or _mostly_titled(exact, noun, place)
            or _just_spoke(scene, exact, noun, place)
        )
    alike = [m for m in known if any(_is_alike(noun, title) for title in _titles(m))]
    if len(alike) == 1 and _names_before(scene, head) and _owners(scene, alike[0]):
        return alike[0], f"{noun}, as {{}} alone may be called", 0.65
    last = scene.last_speaker(place)
    if last is not None and last in alike:
        return last, f"{noun}, as {{}} who spoke last may be called", 0.6
    topic = _topic(scene, head)
    if topic is not None and topic in alike:
        return topic, f"{noun}, as {{}} who is told of right before may be called", 0.6
    if alike:
        return None
    return _named_later(scene, head, title, place) or _epithet(scene, head, noun)


def _epithet(scene: Scene, head: int, noun: str) -> Found | None:
    """Take "the businessman" for a named person of whom the report tells no title: who just spoke.

    "The singer", by what one does for a living, may be whom the sentence before is about too, and "the
    34-year-old" anybody, with a title or without.
    """
    topic = _topic(scene, head) if noun not in PERSON_NOUNS or noun in CALLINGS else None
    meant = topic or scene.just_spoke(_known_by(scene, head))
    told_apart = _names_before(scene, head) or _is_of_somebody(scene, head) or noun in _RELATED
    if meant is None or meant.type != "person" or told_apart or scene.in_content(scene.tokens[head].span):
        return None
    is_told = (not _titles(meant) or _is_of_age(scene, head)) and _fits(scene, meant, head)
    what = "is told of right before" if topic else "just spoke"
    return (meant, f"{noun}, as {{}} who {what} may be called", 0.55) if is_told else None


def _topic(scene: Scene, head: int) -> Member | None:
    """Give the named person whom the sentence before is about, in this paragraph or the one before."""
    if not _follows_near(scene, head):
        return None
    before = scene.reading.sentences[scene.sentence(head) - 1]
    subjects = (i for i in range(before.first, before.last) if scene.tokens[i].dep in SUBJECTS)
    about = next((i for i in subjects if scene.tokens[scene.tokens[i].head].dep == "ROOT"), None)
    named = () if about is None else (about, *scene.tree.kids(about, "appos"))
    return next((scene.at[i] for i in named if i in scene.at and scene.at[i].names), None)


def _is_of_somebody(scene: Scene, head: int) -> bool:
    """Tell whether words name what an office is of: "the chairman of the Harbour Party"."""
    within = (i for prep in scene.tree.kids(head, "prep") for i in scene.tree.subtree(prep))
    return any(scene.tokens[i].pos == "PROPN" for i in within)


def _is_alike(noun: str, title: str) -> bool:
    return noun not in fold(title).split() and may_be(noun, title)


def _named_later(scene: Scene, head: int, title: _Title, place: int) -> Found | None:
    """Take "Ardania's ports minister" for the one whom the report names only further down."""
    later = [m for m in scene.members if m.start > place and m.names and _fits(scene, m, head)]
    found = _bearers(scene, later, title)
    reason = f"the one {title.noun} of the report, {{}}, named later"
    return (found[0], reason, 0.6) if len(found) == 1 else None


def _title(scene: Scene, head: int, noun: str) -> _Title:
    nouns, adjectives = (
        {fold(scene.tokens[kid].text) for kid in scene.tree.kids(head, *relations)}
        for relations in (("compound", "nmod"), ("amod", "advmod"))
    )
    # An adjective tells offices apart where a title of the report has it too.
    told = {word for m in scene.members for title in _borne(scene, m) for word in title}
    ranks = _RANKS & (nouns | adjectives)
    portfolio = (nouns | adjectives & (_PORTFOLIOS | told)) - _RANKS - _names_before(scene, head)
    return _Title(noun, frozenset(ranks), frozenset(portfolio))


def _bearers(scene: Scene, members: Sequence[Member], title: _Title) -> list[Member]:
    """Give those who bear the very noun and no other portfolio, of the rank that is told.

    A bare noun may mean one of any rank, a former one last.
    """
    ranks = [(m, rank) for m in members if (rank := _rank_as(_borne(scene, m), title)) is not None]
    if title.ranks or title.portfolio:
        same = [m for m, rank in ranks if rank == title.ranks]
        # Whoever is called the former one may have been named while in office.
        past = [m for m, rank in ranks if title.ranks & _PAST and rank == title.ranks - _PAST]
        return same or past or ([] if title.ranks else [m for m, _ in ranks])
    return [m for m, rank in ranks if not rank & _PAST] or [m for m, _ in ranks]


def _rank_as(titles: Sequence[frozenset[str]], wanted: _Title) -> frozenset[str] | None:
    """Give the lowest rank that goes with the wanted title among those borne; None where none is it."""
    fitting = [title for title in titles if wanted.noun in title and _has_portfolio(title, wanted)]
    return min((title & _RANKS for title in fitting), key=len, default=None)


def _has_portfolio(title: frozenset[str], wanted: _Title) -> bool:
    told = title - {wanted.noun}
    return not wanted.portfolio or bool(wanted.portfolio & told) or not told - _RANKS - _NO_PORTFOLIO


def _borne(scene: Scene, member: Member) -> list[frozenset[str]]:
    """Give the words of each title of a party; one without a name bears the words that it is called by."""
    titles = _titles(member) if member.names or member.plural else []
    if not member.names and member.noun and not member.plural:
        titles = [member.mentions[0].span.words(scene.text)]
    # A co-founder is called founder.
    return [frozenset(fold(title).replace("co-", "").split()) for title in titles]


def _by_country(scene: Scene, bearers: Sequence[Member], head: int) -> Found | None:
    """Of several with a title, take the one of the country that is told; where none is, the one at home.

    A report tells no country of its own president: "President Trent met the Ardanian president, Jon Hale".
    """
    noun, countries = fold(scene.tokens[head].lemma), _names_before(scene, head)
    if countries:
        theirs = [m for m in bearers if _owners(scene, m)]
        return (
            (theirs[0], f"the one {noun} named before of that name, {{}}", 0.8) if len(theirs) == 1 else None
        )
    home = [m for m in bearers if not _owners(scene, m)]
    is_one = len(home) == 1 and bool(home[0].names)
    return (home[0], f"the one {noun} named before without a country, {{}}", 0.7) if is_one else None


def _titles(member: Member) -> list[str]:
    """Give a person's titles, with what they are of and with short forms written out."""
    if member.type != "person":
        return []
    roles = [f"{role.title} {role.of or ''}" for role in member.roles]
    # A name's title is the last word of the role before it, without what makes it another title.
    told = {word for role in roles for word in fold(role).split()}
    return roles + [written_out(n.title) for n in member.names if n.title and fold(n.title) not in told]


def _times_titled(member: Member, noun: str) -> int:
    by_role = sum(noun in fold(role.title).split() for role in member.roles)
    return by_role or sum(noun in written_out(name.title).split() for name in member.names)


def _mostly_titled(bearers: Sequence[Member], noun: str, place: int) -> Found | None:
    """Of several with a title, take the one who bears it twice as often, or mostly and was mentioned last."""
    first = max(bearers, key=lambda m: _times_titled(m, noun))
    rest = sum(_times_titled(m, noun) for m in bearers if m is not first)
    is_meant = _times_titled(first, noun) > max(rest, 1) and (
        first is _last_mentioned(bearers, place) or _times_titled(first, noun) >= 2 * rest
    )
    return (first, f"{{}}, whom the report mostly calls {noun}", 0.6) if is_meant else None


def _last_mentioned(members: Sequence[Member], place: int) -> Member:
    return max(members, key=lambda m: max(one.span for one in m.mentions if one.span.start < place))


def _just_spoke(scene: Scene, bearers: Sequence[Member], noun: str, place: int) -> Found | None:
    """Of several, take one without a name who just spoke, in this paragraph or the one before."""
    last = scene.just_spoke(place)
    if last is None or last.names or last not in bearers:
        return None
    return last, f"the {noun} who spoke last, {{}}", 0.6


def _fits(scene: Scene, member: Member, head: int) -> bool:
    """Tell whether gender and country of the words go with the person's own."""
    gender = gender_of(scene.tokens[head].lemma)
    if gender and member.gender and gender != member.gender:
        return False
    countries = _names_before(scene, head)
    owners = _owners(scene, member) if member.names else _names_before(scene, _noun_of(scene, member))
    if not countries or not owners:
        return not countries or _may_be_from(scene, member, head)
    akin = {word for word in countries if any(_akin(word, owner) for owner in owners)}
    return bool(akin) and countries & _COMPASS <= akin


def _may_be_from(scene: Scene, member: Member, head: int) -> bool:
    """Tell whether one of whom no country is told may be the one of a country or state that is."""
    noun = fold(scene.tokens[head].lemma)
    if noun in _PARTISANS:
        return member is scene.last_speaker(scene.tokens[head].span.start)
    return not (member.names and noun in _OF_STATES)


def _owners(scene: Scene, member: Member) -> list[str]:
    """Give what a person's titles are of, also within the title ("former Kremlin adviser")."""
    spans = [role.span for role in member.roles if not role.of]
    names = [n.span.words(scene.text) for s in spans for n in scene.reading.names if s.holds(n.span)]
    of = [role.of for role in member.roles if role.of]
    return of + [name for name in names if not is_title(name.split()[-1])]


def _akin(word: str, owner: str) -> bool:
    """Tell whether an adjective goes with a name: "French" with "France", "Ardanian" with "Ardania"."""
    mine = state_of_people(word) or state_named(word)
    others = state_of_people(owner) or state_named(owner) or owner_and_rest(owner)[0]
    if mine and others:
        return mine == others
    return any(part[:_SHARED] == fold(word)[:_SHARED] for part in fold(owner).split())
