"""What stands in a text without saying what it is: contacts by their form, name and work by their place and words."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from planner.domain.phone import understand
from planner.domain.search import fold
from planner.services.exchange.cleaning.countries import country_code
from planner.services.exchange.mapping.fields import Labelled
from planner.services.exchange.mapping.vocabulary import QUALIFIERS
from planner.services.exchange.pasting.labels import target_of

MAIL = re.compile(r"(?:mailto:)?([^\s@<>()\[\],;:\"\\]{1,64}@(?:[\w-]{1,63}\.){1,6}[^\W\d_]{2,63})", re.IGNORECASE)
_URL = re.compile(
    r"(?:https?://|www\.)[^\s<>|]+"
    r"|(?<![@\w.-])[\w-]{1,63}(?:\.[\w-]{1,63}){0,3}\.(?:com|net|org|de|fr|es|co\.uk|io|shop)\b(?:/\S*)?"
)
_NUMBER = re.compile(
    r"(?P<label>\b[^\W\d_]{1,10}\b\.?\s*:?\s*)?(?P<number>(?<![\w.])(?:\+|\(?\+?\(?)\d(?:[\s().\-/–]{0,3}\d){6,17}"
    r"(?:\s*(?:x|ext\.?|poste|dw)\s*\d{1,6})?)(?P<behind>\s*\((?:cell|mobile|home|work|office|fax|mobil)\))?(?!\w)",
    re.IGNORECASE,
)
_DATE = re.compile(r"\d{4}-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./]\d{2,4}")
_CLOSING = re.compile(
    r"(with )?(best|kind|warm|many|all the best|kindest|warmest|yours?|sincerely|regards|cheers|"
    r"thanks|thank you|love|hugs|"
    r"(mit )?(freundliche|viele|liebe|herzliche|beste|schöne)n? (grüße|grüßen|gruß|grüsse|grüssen)|lg|mfg|"
    r"cordialement|bien à (vous|toi)|(meilleures|sincères) salutations|bises|amicalement|"
    r"(un )?(saludos?|abrazo|cordial saludo)|atentamente|cordiali saluti|groeten|met vriendelijke groet)"
    r"( (regards|wishes|cordial(es|ement)?|truly|sincerely|again|so much|very much|in advance|a lot|you|und bis bald))*"
    r"[,.!]*",
    re.IGNORECASE,
)
_GREETING = re.compile(
    r"(hi|hello|hey|dear|good (morning|afternoon|evening)|hallo|liebe[rs]?|guten (tag|morgen|abend)|sehr geehrte[rs]?|"
    r"bonjour|salut|chère?|hola|buenos días|estimad[oa]|ciao|שלום)\b.{0,40}",
    re.IGNORECASE,
)
_COMPANY = re.compile(
    r"\b(inc|llc|llp|ltd|limited|plc|corp|corporation|company|co|gmbh|ag|kg|ohg|gbr|e\.?\s?k|ug|s\.?a\.?r\.?l|s\.?a\.?s?|s\.?l|"
    r"bv|b\.v|ab|oy|pty|srl|salon|studio|spa|boutique|school|university|college|hospital|clinic|church|bank|group|"
    r"agency|associates|partners|solutions|services|bakery|florist's|practice|schule|universität|klinik|praxis|bäckerei|"
    r"école|université|hôpital|escuela|universidad)\b\.?",
    re.IGNORECASE,
)
_JOB = re.compile(
    r"(\b(manager|director|owner|founder|co-founder|consultant|representative|agent|realtor|broker|teacher|nurse|"
    r"engineer|developer|designer|assistant|coordinator|supervisor|specialist|analyst|president|vice president|vp|"
    r"ceo|cfo|coo|cto|partner|attorney|lawyer|accountant|advisor|therapist|stylist|florist|baker|chef|doctor|dentist|pastor|principal|"
    r"librarian|editor|writer|photographer|coach|trainer|secretary|officer|administrator|technician|head of|lead|"
    r"geschäftsführer(in)?|inhaber(in)?|berater(in)?|lehrer(in)?|ärztin|arzt|krankenschwester|sekretärin|assistenz|"
    r"directrice|directeur|responsable|gérante?|infirmi(er|ère)|professeure?|conseillère?|assistante|"
    r"directora?|gerente|profesora?|enfermera|consultora?|dueña|asesora)\b|\w{3,}(leiter|leiterin|beraterin|berater|"
    r"verkäuferin|lehrerin|leitung)\b)",
    re.IGNORECASE,
)
_TIMES = re.compile(
    r"(?:(?:the )?best (?:time|day)s? (?:to (?:call|reach)(?: me)?|for me)?\s*(?:is|are|would be|:)?\s*|"
    r"(?:you can )?(?:call|reach|ring|text) me (?:any ?time )?"
    r"(?=after|before|between|on |in the |at |during|weekday|evening)|"
    r"am besten erreichbar\s*|le mieux c'est\s*)(?P<when>[^.!?]{2,80})[.!?]*",
    re.IGNORECASE,
)
LONGEST_NAME = 120
"""Characters of a line that may be a name, a job or a company."""
LONGEST_LINE = 400
"""Characters of a line that is looked through; a longer one is a paragraph and goes to the note as it is."""
_PARTICLES = frozenset(
    "de del della der den di da dos du la le van von vom zu af av bin ibn al el y e und and & + ben".split()
)


@dataclass(slots=True)
class Found:
    """What a text says of somebody, as it stood there; ``left`` is what was not understood."""

    name: str = ""
    job: str = ""
    company: str = ""
    phones: list[Labelled] = field(default_factory=list)
    emails: list[Labelled] = field(default_factory=list)
    urls: list[Labelled] = field(default_factory=list)
    best_times: list[str] = field(default_factory=list)
    left: list[str] = field(default_factory=list)


def take_contacts(lines: Sequence[str], country: str, found: Found) -> list[str]:
    """Take mail, numbers and pages out of ``lines``; what is left of each line stays."""
    rest: list[str] = []
    for line in lines:
        if len(line) > LONGEST_LINE:
            rest.append(line)
            continue
        text = _taken(MAIL, line, lambda match: found.emails.append(Labelled(match[1].strip(".'"))))
        text = _taken(_URL, text, lambda match: found.urls.append(Labelled(match[0].rstrip(".,;)"))))
        text = _without_numbers(text, country, found)
        rest.append(line if text is line else _tidied(text))
    return rest


def _taken(pattern: re.Pattern[str], text: str, take: Callable[[re.Match[str]], None]) -> str:
    if is_prose(text) and pattern is not MAIL:
        return text
    matches = list(pattern.finditer(text))
    for match in matches:
        take(match)
    if not matches or is_prose(text):
        return text
    return pattern.sub(" ", text)


def _without_numbers(text: str, country: str, found: Found) -> str:
    """The text without the numbers that can be dialled; those in a sentence are taken and stay readable there."""
    kept = text
    for match in _NUMBER.finditer(text):
        digits = sum(map(str.isdigit, match["number"]))
        if digits < 7 or _DATE.fullmatch(match["number"].strip()):
            continue
        number = understand(match["number"], country)
        is_whole_line = match[0].strip() == text.strip(" .,")
        if not is_whole_line and (not number.e164 or (number.problem is not None and digits < 9)):
            continue
        word = (match["label"] or match["behind"] or "").strip(" .:()")
        label = _label_of(word)
        found.phones.append(Labelled(match["number"].strip(), label or ""))
        whole = match[0] if label is not None or not word or match["behind"] else match["number"]
        kept = kept if is_prose(text) else kept.replace(whole, " ", 1)
    return text if kept == text else kept


def _label_of(word: str) -> str | None:
    """What the word beside a number calls it; None for a word that says nothing of numbers."""
    known = QUALIFIERS.get(fold(word))
    target = target_of(word) if word and known is None else None
    return known or (target.label if target is not None else None)


def _tidied(text: str) -> str:
    """What is left of a line once its contacts are out: nothing, where only labels and brackets are."""
    words = [word for word in re.split(r"[\s<>()\[\],;:/|]+", text) if word]
    if all(
        _label_of(word.strip(".")) is not None or len(word) < 2 or word.lower() in ("or", "und", "oder", "ou")
        for word in words
    ):
        return ""
    return text.strip(" <>()[],;:/|-\"'")


def is_prose(line: str) -> bool:
    """Whether a line is a sentence and no part of a signature."""
    words = line.split()
    return len(words) > 7 or len(line) > LONGEST_NAME or (len(words) > 3 and line[-1] in ".!?;,")


def read_signature(lines: Sequence[str], found: Found, *, has_name: bool) -> None:
    """Find name, work and the rest in ``lines``, out of which contacts and address are taken already."""
    named_at = None if has_name else _named_at(lines)
    if named_at is not None:
        found.name = lines[named_at].rstrip(",.")
    for at, line in enumerate(lines):
        if at != named_at and line and not _CLOSING.fullmatch(line) and not _GREETING.fullmatch(line):
            _put(line, found, is_below=named_at is not None and named_at < at <= named_at + 3)


def _named_at(lines: Sequence[str]) -> int | None:
    """Where the name stands: below the closing words, or else first; the whole name rather than the first one alone."""
    after = next((at for at, line in enumerate(lines) if _CLOSING.fullmatch(line)), None)
    order = list(range(len(lines))) if after is None else [*range(after, len(lines)), *range(after)]
    filled = [at for at in order if lines[at]]
    signed = next((at for at in filled if after is not None and at > after), None)
    alone = signed if after is not None else filled[0] if filled and len(filled) <= 3 else None
    named = [at for at in order if is_name(lines[at], alone=at == alone)]
    if named and " " not in lines[named[0]]:
        return next(
            (at for at in named if lines[at].startswith(lines[named[0]].rstrip(",.")[:2]) and " " in lines[at]),
            named[0],
        )
    return named[0] if named else None


def _put(line: str, found: Found, *, is_below: bool) -> None:
    """A line that is no name: when to call, work, or something for the note."""
    if (times := _TIMES.fullmatch(line)) is not None:
        found.best_times.append(times["when"].strip(" ."))
        return
    if is_prose(line):
        found.left.append(line)
        return
    job, _at, company = _parted(line)
    if company and not found.job and not found.company:
        found.job, found.company = job, company
    elif not found.company and (_is_company(line) or _is_of_mail(line, found)):
        found.company = line
    elif not found.job and (_JOB.search(line) and (is_below or len(line.split()) <= 4)):
        found.job = line
    elif fold(line.rstrip(",.")) not in (fold(found.name), fold(found.name).split(" ")[0]):
        found.left.append(line)


def _parted(line: str) -> tuple[str, str, str]:
    """``Head florist at Bloom`` and ``Inhaberin, Rosen GmbH`` in two."""
    for between in (" at ", " @ ", " bei ", " chez ", ", "):
        job, at, company = line.partition(between)
        is_pair = at and (_JOB.search(job) and (between != ", " or _is_company(company)))
        if is_pair and not _JOB.search(company):
            return job.strip(), at, company.strip()
    return line, "", ""


def _is_company(line: str) -> bool:
    return _COMPANY.search(line) is not None and not _JOB.match(line)


def _is_of_mail(line: str, found: Found) -> bool:
    """Whether a line says the same as the domain of one of the addresses: Bloom & Branch, bloomandbranch.com."""
    said = re.sub(r"\W|\band\b", "", fold(line))
    domains = [re.sub(r"\W", "", each.value.rpartition("@")[2].rpartition(".")[0].lower()) for each in found.emails]
    return len(said) > 3 and any(re.sub("and", "", each) == re.sub("and", "", said) for each in domains)


def is_name(line: str, *, alone: bool) -> bool:
    """Whether a line may be somebody's name; ``alone`` where a single word may be one, too."""
    words = line.rstrip(",.").split()
    if not words or len(words) > 6 or is_prose(line) or any(each.isdigit() for each in line):
        return False
    if (
        _GREETING.fullmatch(line)
        or _CLOSING.fullmatch(line)
        or _is_company(line)
        or (len(line) > 3 and country_code(line))
    ):
        return False
    core = [word.strip("(),.\"“”„'‘’") for word in words]
    if _JOB.search(line) and not all(word[:1].isupper() and not _JOB.fullmatch(word) for word in core if word):
        return False
    has_case = [word for word in core if word and word.lower() not in _PARTICLES and word.lower() != word.upper()]
    if any(not word[0].isupper() for word in has_case):
        return False
    is_unspaced = len(core) == 1 and core[0].lower() == core[0].upper()
    letters = all(re.fullmatch(r"[^\W\d_](?:[^\W\d_]|[.'’\-\u0300-\u036f])*|&|\+", word) for word in core if word)
    return letters and (len(core) > 1 or alone or is_unspaced)
