"""Which sections a condition page has, and which its readers miss.

Sources: the question set of the MedlinePlus encyclopedia, schema.org MedicalCondition,
PEMAT-P items 9 and 10.
"""

from __future__ import annotations

from collections.abc import Iterator

from ptlint.catalogue.options import Options
from ptlint.checks.advice import says_when_to_get_help
from ptlint.checks.citations import CITED_PARTS
from ptlint.checks.kinds.holding import holding, holds_any
from ptlint.checks.place import missing
from ptlint.checks.structure.naming import names_the_condition
from ptlint.checks.structure.promises import promised_roles, promises
from ptlint.findings.finding import Observation, Severity
from ptlint.page.model import Page
from ptlint.page.passages import Passage, passages
from ptlint.pattern import later, small_letters
from ptlint.record import replace
from ptlint.sections.definitions import defines
from ptlint.sections.naming import is_a_symptom

#: One of the roles of a row answers it; the first gives its name.
_REQUIRED = (
    ("definition",),
    ("symptoms",),
    ("when-to-get-help",),
    ("treatment", "pt-help", "self-care"),
)
_RECOMMENDED = (
    ("causes", "risk-factors"),
    ("risk-factors", "causes"),
    ("diagnosis",),
    ("prevention",),
    ("outlook",),
)
#: "X is very common in …", "X affects about …": said of the condition, but not what it is.
_NO_DEFINITION = later(
    r"[^.?!,;:]{2,80}?\b(?:(?:is|are) (?:(?:a |an |the |very |extremely |quite |fairly |relatively "
    r"|more |most |increasingly |also |often |usually ){0,3})(?:common|frequent|prevalent"
    r"|widespread|rare|uncommon|one of the|among the|seen (?:in|most)|found (?:in|most))\b"
    r"|(?:affects?|occurs? (?:in|most|more|when people)|happens? (?:to|most)|strikes?"
    r"|accounts? for)\b)"
)
#: Such a sentence holds one of these.
_NO_DEFINITION_SIGNS = (
    "common", "frequent", "prevalent", "widespread", "rare", "one of the", "among the", "seen ",
    "found ", "affect", "occur", "happen", "strike", "account",
)  # fmt: skip
#: Text that tells how long recovery takes, without a heading of its own.
_OUTLOOK = later(
    r"\b(?:most people|usually|often|generally|typically)\b[^.?!]{0,60}\b(?:recover|heal|get "
    r"better|improve|resolve|return to)\w{0,3}\b|\brecovery (?:time|takes|can take|period)\b"
    r"|\bwithin (?:\w+ )?(?:to \w+ )?(?:days|weeks|months)\b"
)
#: Such text holds one of these words.
_OUTLOOK_WORDS = ("most", "usually", "often", "generally", "typically", "recovery", "within")
#: Text that tells what people feel or see, without a heading of its own.
_SYMPTOMS = later(
    r"\b(?:symptoms?|signs?)\b[^.?!]{0,60}\b(?:includ|are|such as|like|appear|may|can|usually|often"
    r"|rang|begin|start|develop)|\byou (?:may|might|will|can|could)(?: also)? (?:notice|feel"
    r"|experience|have (?:pain|trouble|a fever))\b|\bcauses?\b[^.?!]{0,30}\b(?:pain|swelling|itch"
    r"|numbness|tingling|stiffness|weakness|fever|discomfort|soreness)"
    r"|\b(?:shows? up|appears?|looks?|feels?) (?:as|like|on|mostly|most often)\b"
)
#: Such text holds one of these words.
_SYMPTOM_WORDS = (
    "symptom", "symptoms", "sign", "signs", "notice", "feel", "experience", "have", "cause",
    "causes", "show", "shows", "appear", "appears", "look", "looks", "feels",
)  # fmt: skip


def section_missing(page: Page, options: Options) -> Iterator[Observation]:
    """Roles that every condition page should answer, and those it had better.

    A page on one side of a condition ("Back pain relief") may leave the rest to other pages:
    what it does not answer is suggested.
    """
    answered = page.once(answered_roles)
    told_by_name = {"definition", "symptoms"} if is_a_symptom(page.condition or "") else set()
    absent = [row[0] for row in _REQUIRED if not (answered | told_by_name) & set(row)]
    if absent:
        observation = missing(
            page,
            f"The page nowhere tells readers {_list(absent)}. Add a section for "
            f"{'it' if len(absent) == 1 else 'each'}, or say it under a heading that names it.",
        )
        about_all = page.whole_document and page.once(names_the_condition)
        yield observation if about_all else _suggested(observation)
    if not options.flag("recommended"):
        return
    wanted = [row[0] for row in _RECOMMENDED if row[0] not in answered]
    if wanted:
        yield _suggested(
            missing(
                page,
                f"Readers will also look for {_list(wanted)}. Consider a section for "
                f"{'it' if len(wanted) == 1 else 'each'}.",
            )
        )


def _suggested(observation: Observation) -> Observation:
    return replace(observation, severity=Severity.SUGGESTION)


def answered_roles(page: Page) -> frozenset[str]:
    """Every role that the page answers somewhere; ask through ``page.once``."""
    promised = page.once(promised_roles)
    named = promised | _answered_in_text(page, promised)
    authorship = {"authorship"} if page.bylines else set()
    currency = {"currency"} if page.dates else set()
    return named | authorship | currency


def _answered_in_text(page: Page, promised: frozenset[str]) -> frozenset[str]:
    """Roles that the text answers, of those that no heading promises."""
    answers = {
        "when-to-get-help": says_when_to_get_help,
        "outlook": _tells_the_outlook,
        "symptoms": _tells_the_symptoms,
        "definition": _defines_somewhere,
    }
    return frozenset(
        role for role, answer in answers.items() if role not in promised and page.once(answer)
    )


def _tells_the_outlook(page: Page) -> bool:
    timed = holding(page, _OUTLOOK_WORDS, parts=CITED_PARTS)
    return any(_OUTLOOK.search(small_letters(each.text.text)) for each in timed)


def _tells_the_symptoms(page: Page) -> bool:
    felt = holding(page, _SYMPTOM_WORDS, parts=CITED_PARTS)
    return any(_SYMPTOMS.search(small_letters(each.text.text)) for each in felt)


def _defines_somewhere(page: Page) -> bool:
    return any(_defines(each, page) for each in passages(page, ("paragraph",), CITED_PARTS))


def _defines(passage: Passage, page: Page) -> bool:
    text = passage.text.text
    return any(defines(text[each.start : each.end], page.condition) for each in passage.sentences)


def definition_missing(page: Page, options: Options) -> Iterator[Observation]:
    """A "What is …?" section that begins with how common it is and never says what it is.

    Many pages define without the word "is" ("A nerve in your wrist gets squeezed"), so only a
    section whose first sentence says something else of the condition is reported.
    """
    for promise in page.once(promises):
        if "definition" not in promise.roles or not promise.heading or not promise.paragraphs:
            continue
        spans = {paragraph.span.start for paragraph in promise.paragraphs}
        below = [each for each in passages(page, ("paragraph",)) if each.span.start in spans]
        count = sum(each.word_count for each in below)
        if not below or count < options.whole("words") or not _begins_beside_the_point(below[0]):
            continue
        if not any(_defines(each, page) for each in below):
            yield Observation(
                below[0].text.span(),
                f"'{promise.name}' asks what it is, but no sentence below says so. Begin with one "
                f"that does: '{_subject(page)} …', in everyday words.",
            )
            return


def _begins_beside_the_point(passage: Passage) -> bool:
    small = small_letters(passage.text.text)
    if not holds_any(small, _NO_DEFINITION_SIGNS):
        return False
    return _NO_DEFINITION.match(small, passage.sentences[0].start) is not None


def _subject(page: Page) -> str:
    """The condition as the subject of a definition, with its verb."""
    name = page.condition or "it"
    plural = name.endswith("s") and not name.endswith(("ss", "is", "us"))
    return f"{name[0].upper()}{name[1:]} {'are' if plural else 'is'}"


_READERS_WORDS = {
    "definition": "what the condition is",
    "symptoms": "what the symptoms are",
    "when-to-get-help": "when to get medical help",
    "treatment": "how it is treated",
    "causes": "what causes it",
    "risk-factors": "who is more likely to get it (risk factors)",
    "diagnosis": "how it is diagnosed",
    "prevention": "how to prevent it",
    "outlook": "how long recovery takes (outlook)",
}


def _list(roles: list[str]) -> str:
    words = [_READERS_WORDS[role] for role in roles]
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"
