"""Dates, times and desks as sites print them: what the lines around a report are made of."""

import re

# ---- when -------------------------------------------------------------------------------------------
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]{0,6}\.?"
_WEEKDAY = r"(?:mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun)(?:day|nesday|sday|rsday|urday)?\.?"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_YEAR = r"(?:,?\s+\d{4})?"
DATE = (
    rf"(?:(?:{_WEEKDAY},?\s+)?(?:{_MONTH}\s+{_DAY}{_YEAR}|{_DAY}\s+(?:of\s+)?{_MONTH}{_YEAR}"
    r"|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}[-/]\d{2}[-/]\d{2}))"
)
_HALF = r"[ap]\.?m\b\.?"
_ZONE = r"(?:\s*\(?[A-Z]{2,4}(?:[+-]\d+)?\b\)?)?"
_TIME = rf"(?:\d{{1,2}}[:.h]\d{{2}}(?::\d{{2}})?\s*(?:{_HALF})?|\d{{1,2}}\s*{_HALF}){_ZONE}"
_AGO = r"(?:\d+|an?|one|two|three)\s+(?:second|sec|minute|min|hour|hr|day|week|month|year)s?\s+ago"
_WHEN = rf"(?:{DATE}|{_TIME}|{_WEEKDAY}\b|{_AGO}|today\b|yesterday\b|just now\b)"
_BETWEEN = r"[\s,|@·•/\[\]–—():-]*(?:at\s+|on\s+|(?:last )?updated\W+|published\W+)?"
# Dates and times in a row. Atomic, so that a line of nothing but numbers costs no time.
WHEN = rf"(?>{_WHEN}(?:{_BETWEEN}{_WHEN})*)"
STAMP = re.compile(rf"\b{WHEN}", re.IGNORECASE)

# ---- who: desks that credits and datelines name -------------------------------------------------------
AGENCY = (
    r"(?:thomson reuters|reuters|(?:the )?associated press|ap news|ap|agence france-presse|afp|itar-tass|tass"
    r"|interfax(?:-\w+)?|ria novosti|sputnik|xinhua|dpa|upi|efe|ansa|bloomberg(?: news)?|pa media|pa|ians"
    r"|pti|ani|kyodo(?: news)?|yonhap|anadolu(?: agency)?|aa|cnn|bbc(?: news)?|dw|rfe/rl|voa|npr|belga"
    r"|ritzau|lusa|apa|irna|isna|sana|kcna|ukrinform|unian|belta|(?:news )?agencies|wire services)"
)
ROLE = re.compile(
    r"\b(?:writer|reporter|correspondent|editor|columnist|contributor|journalist|bureau chief|analyst"
    r"|producer|staff|author|desk)s?\b",
    re.IGNORECASE,
)
# Words that may stand in lower case among the names of a byline.
BETWEEN_NAMES = frozenset(
    """and & with for in of the at on from to de da del di du la le van von der den bin ibn al el y e staff
    writer writers reporter reporters correspondent correspondents editor editors columnist special senior
    our agencies political""".split()  # noqa: SIM905
)

# ---- sentences ----------------------------------------------------------------------------------------
# A notice that tells what somebody said is a sentence of the report.
SPOKEN = re.compile(
    r"\b(?:said|told|says|asked|added|denied|argued|warned|wrote|announced|insisted|recalled|according to)\b"
    r".*[.!?][^\w.]*$"
)
# A line that stops on one of these cannot be the end of a paragraph, whatever comes next.
HANGING = re.compile(
    r"(?:,|\b(?:a|an|the|of|to|in|on|at|by|for|from|with|and|or|but|that|which|who|as|is|was|are|were|be|had"
    r"|has|have|will|would|said|its|his|her|their|he|she|it|they|we|not|than))$",
    re.IGNORECASE,
)
# Verbs in lower case that end in neither -ed nor -s, and words that bring a verb with them: with one of
# them a sentence is no bare caption.
MAY_BE_VERB = frozenset(
    """am are be been were will would can could may might must shall should do did have had say said tell told
    went go come came gave give got get made make met meet took take left leave held hold won win lost lose
    led lead ran run saw see sat stood spoke rose fell grew knew put set cut hit let quit shot sent spent kept
    felt found fought brought bought thought caught built began became broke chose drew drove flew hid paid
    read sang shut sold struck swore taught threw wore wrote want agree deny plan seek face call urge warn
    rise fall show remain become appear believe know i we you he she it they who which that to people
    police""".split()  # noqa: SIM905
)
# A site's section over a headline.
SECTION = re.compile(
    r"(?:world|politics|business|economy|news|opinion|sports?|culture|health|science|technology|tech|europe"
    r"|asia|africa|americas|middle east|national|international|local|regional|latest|breaking(?: news)?"
    r"|exclusive|analysis|editorial|column|features?|society|energy|environment|defen[cs]e|security|law"
    r"|crime|markets|finance|top news|world news|home news|front page)\W*$",
    re.IGNORECASE,
)
# "Jane Roe is a reporter for …": an author's box, where nothing but set-aside paragraphs follow.
SELF_PORTRAIT = re.compile(
    r"[^.!?]{3,60}\b(?:is|works as|serves as|has been|has worked|has covered|covers|writes|reports)\b"
    r"[^.!?]{0,100}(?:\b(?:reporter|correspondent|journalist|columnist|editor|contributor|writer|freelancer"
    r"|fellow|author|producer)\b(?:[^.!?]{0,40}\b(?:for|at|with|based|covering|who covers|of|in|from|on)\b"
    r"|\W*$)|\bfor (?:the |this )?(?:newspaper|site|magazine|paper)\b)",
    re.IGNORECASE,
)
