"""The titles by which reports call people, reviewed like code.

Only common nouns and forms of address stand here, never the name of a person or a place.
"""

import re
from functools import lru_cache
from typing import Literal

Gender = Literal["she", "he"]

HONORIFICS = frozenset({
    "mr", "mrs", "ms", "miss", "mx", "dr", "sir", "dame", "lord", "lady", "prof", "rev", "hon", "sen",
    "rep", "gov", "gen", "lt", "col", "maj", "capt", "sgt", "adm", "cmdr", "cpl", "brig", "det", "insp",
    "supt", "msgr", "fr", "amb", "pm",
})  # fmt: skip

# Nouns in one row may name one person: "the envoy" for an ambassador. Rows are tried in both directions.
_ALIKE = (
    frozenset({"minister", "secretary", "chancellor"}),
    frozenset({"premier", "leader", "chancellor", "minister"}),
    frozenset({"president", "leader", "ruler", "dictator"}),
    frozenset({
        "senator", "lawmaker", "legislator", "congressman", "congresswoman", "parliamentarian", "mp",
        "deputy",
    }),
    frozenset({"spokesman", "spokeswoman", "spokesperson", "representative"}),
    frozenset({"ambassador", "envoy", "diplomat", "consul", "attaché", "attache", "emissary"}),
    frozenset({"general", "commander", "officer", "admiral", "colonel", "marshal"}),
    frozenset({"lawyer", "attorney", "counsel", "solicitor", "barrister", "advocate"}),
    frozenset({
        "professor", "expert", "analyst", "researcher", "scholar", "academic", "scientist", "economist",
        "historian", "lecturer",
    }),
    frozenset({
        "director", "chief", "head", "chair", "chairman", "chairwoman", "boss", "executive", "ceo",
        "commissioner",
    }),
    frozenset({
        "journalist", "reporter", "correspondent", "editor", "author", "writer", "columnist", "host",
        "anchor",
    }),
    frozenset({"adviser", "advisor", "aide", "strategist", "consultant", "assistant"}),
    frozenset({"doctor", "physician", "surgeon"}),
    frozenset({"king", "queen", "monarch", "prince", "princess", "emperor", "sultan", "emir"}),
    frozenset({"pope", "pontiff", "bishop", "archbishop", "cardinal", "priest", "pastor", "imam", "rabbi"}),
    frozenset({"cleric", "bishop", "archbishop", "cardinal", "priest", "pastor", "imam", "rabbi"}),
    frozenset({"author", "researcher", "scientist"}),
    frozenset({"manager", "boss", "coach"}),
    frozenset({"judge", "justice", "magistrate"}),
    frozenset({
        "republican", "democrat", "conservative", "liberal", "politician", "senator", "representative",
        "congressman", "congresswoman", "governor", "lawmaker", "candidate", "nominee", "mp",
    }),
    frozenset({"mayor"}), frozenset({"governor"}), frozenset({"prosecutor"}), frozenset({"sheriff"}),
)  # fmt: skip
_OTHERS = frozenset({
    "official", "politician", "candidate", "nominee", "founder", "negotiator", "investigator",
    "detective", "captain", "sergeant", "lieutenant", "major", "agent", "activist", "campaigner", "coach",
    "manager", "owner", "speaker", "member", "democrat", "republican", "democratic", "businessman",
    "businesswoman", "entrepreneur", "councillor", "councilman", "councilwoman", "delegate", "treasurer",
    "administrator", "inspector", "superintendent", "foreman", "chairperson", "resident",
    "teacher", "student", "nurse", "engineer", "pilot", "fellow", "lady", "spy", "citizen",
})  # fmt: skip
KIN = frozenset({
    "wife", "husband", "widow", "widower", "daughter", "son", "mother", "father", "sister", "brother",
    "cousin", "uncle", "aunt", "nephew", "niece",
})  # fmt: skip
# What people do, are known for or have come to: hardly ever a name, so that "the singer" may be told of one.
CALLINGS = frozenset({
    "actor", "actress", "anthropologist", "archaeologist", "artist", "astronaut", "astronomer",
    "astrophysicist", "athlete", "attacker", "auditor", "billionaire", "biographer", "biologist", "blogger",
    "boxer", "broker", "cardiologist", "celebrity", "chef", "chemist", "choreographer", "climatologist",
    "columnist", "comedian", "comedienne", "commentator", "composer", "comptroller", "cosmonaut",
    "cricketer", "criminologist", "cyclist", "dancer", "designer", "detainee", "developer", "dissident",
    "ecologist", "epidemiologist", "financier", "filmmaker", "footballer", "fugitive", "geologist",
    "goalkeeper", "golfer", "guitarist", "gunman", "gymnast", "hacker", "headteacher", "homeowner", "hostage",
    "immunologist", "influencer", "inmate", "instructor", "inventor", "investor", "lecturer", "linebacker",
    "linguist", "magnate", "mathematician", "meteorologist", "microbiologist", "midfielder", "militant",
    "millionaire", "mogul", "musician", "neurologist", "novelist", "ombudsman", "oncologist",
    "organiser", "organizer", "paramedic", "pathologist", "pediatrician", "paediatrician",
    "philanthropist", "philosopher", "photographer", "physicist", "pianist", "pitcher", "playwright",
    "podcaster", "poet", "presenter", "prisoner", "producer", "provost", "psychiatrist", "psychologist",
    "quarterback", "rapper", "rookie", "screenwriter", "sculptor", "shareholder", "singer", "skier",
    "sociologist", "songwriter", "sprinter", "statistician", "striker", "swimmer", "toxicologist", "trainer",
    "trustee", "tycoon", "virologist", "warlord", "whistleblower", "winger", "wrestler", "youtuber",
    "zoologist",
})  # fmt: skip
_NAMELESS = frozenset({
    "source", "insider", "witness", "survivor", "soldier", "worker", "people", "person", "man", "woman",
})  # fmt: skip
PERSON_NOUNS = frozenset().union(*_ALIKE, _OTHERS, CALLINGS, KIN, _NAMELESS)
# These name a person but are no titles: many are surnames or first names too.
TRADES = frozenset({
    "baker", "barman", "boy", "builder", "butcher", "carpenter",
    "child", "clerk", "colleague", "customer", "defendant", "demonstrator", "driver", "farmer",
    "firefighter", "fisherman", "friend", "girl", "guard", "guest", "interpreter", "juror", "librarian",
    "mechanic", "miner", "neighbor", "neighbour", "parent", "passenger", "pensioner", "plaintiff",
    "player", "protester", "pupil", "refugee", "relative", "sailor", "shepherd", "shopkeeper",
    "supporter", "surveyor", "suspect", "teenager", "tourist", "trader", "translator", "veteran",
    "victim", "villager", "visitor", "voter", "waiter", "waitress", "ally", "backer", "critic", "donor",
    "opponent", "rival", "staffer", "champion", "icon", "legend", "newcomer", "star", "superstar",
})  # fmt: skip
PEOPLE = PERSON_NOUNS | TRADES
TIMES = frozenset({
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "day", "week", "weekend",
    "month", "year", "morning", "afternoon", "evening", "night", "eve", "today", "yesterday", "tomorrow",
    "tonight", "easter", "christmas", "thanksgiving", "ramadan", "passover", "hanukkah", "diwali",
})  # fmt: skip

# What a body may be called whose name does not say what it is: "the carmaker".
NAMELESS_BODIES = frozenset({
    "agency", "airline", "alliance", "association", "automaker", "bank", "bloc", "brewer", "brokerage",
    "carmaker", "carrier", "charity", "chipmaker", "club", "company", "corporation", "drugmaker",
    "federation", "firm", "foundation", "giant", "group", "institute", "insurer", "league", "lender",
    "manufacturer", "nonprofit", "operator", "organisation", "organization", "publisher", "retailer",
    "start-up", "startup", "studio", "union", "utility", "watchdog",
})  # fmt: skip
ORGANISATION_NOUNS = NAMELESS_BODIES | {
    "administration", "army", "assembly", "authority", "broadcaster", "bureau", "cabinet", "campaign",
    "church", "coalition", "college", "commission", "committee", "conglomerate", "consortium",
    "consulate", "council", "court", "department", "embassy", "government", "hospital", "junta",
    "legislature", "magazine", "military", "militia", "ministry", "museum", "navy", "network",
    "newspaper", "office", "outlet", "paper", "parliament", "party", "police", "prosecution", "regime",
    "regulator", "school", "senate", "supplier", "tabloid", "tribunal", "university", "website",
}  # fmt: skip
# Organisations that publish: nouns that say no more than that.
OUTLETS = frozenset({
    "agency", "broadcaster", "channel", "daily", "magazine", "network", "newspaper", "newswire", "outlet",
    "paper", "site", "station", "website",
})  # fmt: skip
_NAMES_ORGANISATION = frozenset({
    "news", "times", "post", "inc", "corp", "ltd", "llc", "plc", "gmbh", "journal", "tribune", "gazette",
    "centre", "center", "daily", "tv", "radio", "television", "house", "brothers", "media", "press", "street",
    "hill", "palace", "square", "hall", "watch", "international", "services", "republic", "motors",
    "airlines", "airways", "industries", "holdings", "systems", "technologies",
}) | ORGANISATION_NOUNS  # fmt: skip
# What each state has one of, so that its adjective belongs to the name: "the Ardanian Foreign Ministry".
STATE_BODIES = frozenset({
    "ministry", "department", "army", "military", "navy", "police", "parliament", "senate", "congress",
    "court", "embassy", "cabinet", "force", "forces", "guard", "treasury", "command",
    "agency", "bureau", "commission", "administration", "committee", "subcommittee",
})  # fmt: skip
DOCUMENTS = frozenset({
    "ad", "advertisement", "affidavit", "agreement", "article", "assessment", "biography", "book",
    "communique", "complaint", "declaration", "document", "dossier", "editorial", "email", "filing",
    "indictment", "investigation", "lawsuit", "letter", "memo", "memoir", "memorandum", "message", "motion",
    "note", "petition", "poll", "report", "resolution", "ruling", "statement", "study", "suit", "survey",
    "testimony", "transcript", "tweet", "verdict",
})  # fmt: skip
# What someone utters: "Hale's remarks suggested" is Hale's own suggestion.
UTTERED = frozenset({
    "account", "address", "announcement", "answer", "article", "book", "claim", "comment", "declaration",
    "editorial", "email", "essay", "letter", "memo", "memoir", "message", "note", "pledge", "post", "promise",
    "remark", "reply", "response", "speech", "statement", "testimony", "tweet", "warning", "word",
})  # fmt: skip
_BODIES = frozenset({
    "community", "delegation", "minority", "majority", "city", "opposition", "leadership", "partnership",
    "institution", "nation", "generation", "congregation", "audience",
})  # fmt: skip
_THINGS = frozenset({
    "attack", "broadcast", "case", "crisis", "date", "deal", "decade", "effort", "event", "fact",
    "footage", "idea", "image", "issue", "law", "measure", "move", "photo", "photograph", "picture", "plan",
    "policy", "process", "race", "scandal", "sign", "step", "story", "summit", "talk", "test", "trip",
    "visit", "vote", "war",
})  # fmt: skip
_ABSTRACT = ("tion", "sion", "ment", "ness", "ity", "ism", "ance", "ence", "ing", "ship", "ure")
_GENERAL = frozenset({"official", "politician"})
_WOMEN = (
    "mrs", "ms", "miss", "dame", "lady", "spokeswoman", "chairwoman", "congresswoman", "queen", "princess",
    "businesswoman", "councilwoman", "woman", "wife", "widow", "daughter", "mother", "sister", "girl",
    "actress", "waitress",
)  # fmt: skip
_MEN = (
    "mr", "sir", "lord", "congressman", "king", "prince", "businessman", "man", "husband", "son", "father",
    "brother", "pope", "bishop", "boy", "barman", "fisherman",
)  # fmt: skip
_GENDERS: dict[str, Gender] = {**dict.fromkeys(_WOMEN, "she"), **dict.fromkeys(_MEN, "he")}
_WRITTEN_OUT = {
    "rep": "representative congressman congresswoman", "sen": "senator", "gov": "governor",
    "gen": "general", "col": "colonel", "lt": "lieutenant", "sgt": "sergeant", "capt": "captain",
    "adm": "admiral", "prof": "professor", "dr": "doctor", "amb": "ambassador", "det": "detective",
    "insp": "inspector", "pm": "prime minister", "ceo": "ceo chief executive",
}  # fmt: skip
_WORD = re.compile(r"[\w’'-]+")


def is_title(word: str) -> bool:
    """Tell whether a word is a form of address or a noun that titles a person."""
    plain = word.lower().rstrip(".")
    return plain in HONORIFICS or plain in PERSON_NOUNS


def without_titles(name: str) -> str:
    """Take forms of address and titles off the front of a name; the last word always stays."""
    words = name.split()
    while len(words) > 1 and (is_title(words[0]) or words[0].lower() in ("the", "prime", "vice", "former")):
        words = words[1:]
    return " ".join(words)


def names_organisation(words: str) -> bool:
    """Tell whether a name says itself that an organisation bears it ("Harbour Ministry")."""
    return any(word.lower().rstrip(".") in _NAMES_ORGANISATION for word in words.split())


# A pile has few titles and asks for them again and again.
@lru_cache(maxsize=1 << 12)
def gender_of(words: str) -> Gender | None:
    """Tell whether a title says that its bearer is a woman or a man; None where it does not."""
    found = {gender for word in _WORD.findall(words.lower()) if (gender := _GENDERS.get(word))}
    return found.pop() if len(found) == 1 else None


def can_speak(noun: str) -> bool:
    """Tell a person, a body or a document from a thing that says nothing: "timing", "election", "story"."""
    known = noun in PEOPLE or noun in ORGANISATION_NOUNS or noun in DOCUMENTS or noun in _BODIES
    return known or not (noun in _THINGS or noun.endswith(_ABSTRACT))


@lru_cache(maxsize=1 << 12)
def written_out(title: str) -> str:
    """Write the short forms of a title out: "Rep." is a representative, a congressman or a congresswoman."""
    words = (word.rstrip(".") for word in title.lower().split())
    return " ".join(_WRITTEN_OUT.get(word, word) for word in words)


def may_be(noun: str, title: str) -> bool:
    """Tell whether "the <noun>" can mean the bearer of a title: "the envoy" a "former ambassador"."""
    held = set(_WORD.findall(title.lower()))
    if noun in held or (noun in _GENERAL and held & PERSON_NOUNS):
        return True
    if noun == "diplomat" and "foreign" in held:
        return True
    return any(noun in row and held & row for row in _ALIKE)
