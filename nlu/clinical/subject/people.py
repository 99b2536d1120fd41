"""The relatives and other people of a message who are the subject of something, not bystanders."""

from __future__ import annotations

import re

from nlu.clinical.analysis import Analysis
from nlu.clinical.patterns import Pattern
from nlu.clinical.pipeline import Mention

KIN = ("female_relative", "male_relative", "relative")
OTHERS = (*KIN, "other_person")

# A relative who only speaks, helps or is told something is a bystander ("my daughter says I should …").
_BYSTANDER_BEFORE = Pattern("subject", "bystander_before")
_BYSTANDER_AFTER = Pattern("subject", "bystander_after")
# "Mum of two", "granny of 63" and "74 year old gran here" tell of the writer or the patient herself.
_DESCRIBES = re.compile(
    r" (?:of|to) (?:a |about |around |nearly |almost |some )?"
    r"(?:\d\d?|one|two|three|four|five|six|seven|eight|nine|ten|twins|toddlers?|teenagers?)\b| here\b"
)
# "Two grandsons of 12" are as old as that.
_YOUNG = re.compile(r"(?:grand ?)?(?:sons|daughters|children|kids)|grand ?(?:son|daughter|child)|nephews?|nieces?")
_OWNED = re.compile(r"\b(?:my|our|her|his|the|your)(?: \w+)? $")
# "My husband and I are 68": what follows is told of the writer too.
_WITH_WRITER = re.compile(r"(?: \w+)? and (?:i|me|myself)\b(?! (?:think|wonder|wondered|worry|hope|believe)\b)")
_OF_KIN = frozenset({"maternal", "paternal", "parental"})
_WRITER_AND = re.compile(r"\b(?:me|myself|i) and (?:my|our) (?:\w+ )?$")
_ABOUT_HER = re.compile(r"\b(?:on behalf|asking|question|ask|help|advice|about|calling|writing)\b[^.;]*$")


def acting_people(analysis: Analysis) -> list[Mention]:
    """Return the people, other than the writer, of whom something is told, in order."""
    return [person for person in analysis.concept("person", *OTHERS) if not is_bystander(analysis, person)]


def is_bystander(analysis: Analysis, person: Mention) -> bool:
    """True for a relative who only speaks, helps or is near, and for a word that tells of the writer herself."""
    before = analysis.before(person.start)
    if describes_herself(analysis, person):
        return True
    if _TELLS_OF_HERSELF.match(analysis.plain, person.end) or name_of(analysis, person) in _OF_KIN:
        return False
    if _BYSTANDER_BEFORE.search(before) and not _ABOUT_HER.search(before):
        return True
    if _only_did_it(analysis, person):
        return True
    return bool(_BYSTANDER_AFTER.match(analysis.after(person.end)))


# "My sister says she had a spine fracture", "the neighbour says Fosamax burned her": she tells of herself, not of the writer.
_TELLS_OF_HERSELF = re.compile(
    r"(?: \w+){0,2} (?:says?|said|told me|tells me|reckons|mentioned|claims|swears|wrote)(?: me)?(?: that)? (?:"
    r"(?:she|he|they)(?:'s|'d)? (?:also |once |just |recently |only )*"
    r"(?:had|has|have|got|broke|fell|was|is|took|takes|lost|went|gets|never|fractured|cracked|burn\w*|stopped)\b"
    r"(?! (?:told|going|worried|sure|afraid|glad|sorry|right|wrong|thinking|reading|read))"
    r"|[^.;,?]{0,40}\b(?:burn\w*|upset|hurt|made|gave|helped|ruined|suited|worked for|did|got) (?:her|him|them)\b)"
)
_DID_TO_ME, _DID_TO_HER = Pattern("subject", "did_to_me"), Pattern("subject", "did_to_her")
_HER_KIN = re.compile(r"\bher (?:\w+ )?$")
# "My husband hugged me and he broke a rib", "my sister pushed me, she broke a hip": told of that relative after all.
_SAID_OF = {"male_relative": re.compile(r"\bhe\b"), "female_relative": re.compile(r"\bshe\b")}
_SAID_OF_ANYONE = re.compile(r"\b(?:he|she)\b")


def _only_did_it(analysis: Analysis, person: Mention) -> bool:
    """True for "when my husband hugged me": he is what broke the bone, not who broke one."""
    did = _DID_TO_ME.match(analysis.plain, person.end)
    if did is None and _HER_KIN.search(analysis.before(person.start)):
        did = _DID_TO_HER.match(analysis.plain, person.end)
    told_after = _SAID_OF.get(person.concept, _SAID_OF_ANYONE)
    return did is not None and not told_after.search(analysis.plain, did.end())


# "I'm Maureen's neighbour": a she told of after that is Maureen, whose case this is not.
_NEIGHBOUR_OF = re.compile(
    r"\b(?:i'm|i am|im) (?P<name>(?!my|the|her|his|mum|mother)\w{3,})'s (?:old |next door |dear |best )?"
    r"(?:neighbou?r|friend|colleague|cousin|niece|flatmate|lodger|landlady|tenant)\b"
)


def known_of(analysis: Analysis) -> list[Mention]:
    """Return the people whose neighbour or friend the writer says she is, as if they had been told of."""
    found = _NEIGHBOUR_OF.finditer(analysis.plain)
    return [Mention(m.start("name"), m.end("name"), "person", "other_person") for m in found]


_OF_PATIENT = re.compile(r"\b(?:patient|pt|client|lady|woman)'?s (?:\w+ )?$")
SHE_IS_AGED = re.compile(r"\b(?:she|he)(?: is|'s)(?: now| nearly| almost| only| just| about)? \d\d\b(?! ?%|[.,]\d)")
_PRONOUN = re.compile(r"\b(?:(?P<she>she|she's|her|hers|elle)|he|he's|his|him|il)\b")
_OTHER_SEX = {True: "male_relative", False: "female_relative"}
# "Her sister": whose, nobody said before, so it is the patient's.
_HERS = re.compile(r"\b(?:her|his) (?:\w+ )?$")
_HERSELF = re.compile(r"\b(?:her|him)self\b")


def is_kin_of_case(analysis: Analysis, person: Mention) -> bool:
    """True for "the patient's sister", and for "her sister" in a note that has told of nobody else."""
    before = analysis.before(person.start, 25)
    if _OF_PATIENT.search(before) or not _HERS.search(before):
        return _OF_PATIENT.search(before) is not None
    earlier = (other for other in analysis.concept("person", *OTHERS) if other.start < person.start)
    return all(_HERS.search(analysis.before(other.start, 25)) for other in earlier)


def person_meant(analysis: Analysis, text: str, told: list[Mention]) -> str:
    """Return the word for the last person whom "she" or "he" can mean: "her late husband … She" is not the husband."""
    # "Her mother broke a hip. She is 64": of a patient and her mother, the age of now is the patient's.
    if told and SHE_IS_AGED.search(text) and is_kin_of_case(analysis, told[-1]):
        return ""
    pronoun = _PRONOUN.search(text)
    other = _OTHER_SEX[pronoun["she"] is not None] if pronoun else ""
    return next((name_of(analysis, person) for person in reversed(told) if person.concept != other), "")


def tells_of_case_herself(analysis: Analysis, position: int) -> bool:
    """True in "she is 64, no fractures herself", which sets the patient apart from the relatives of her note."""
    sentence = analysis.sentence(position)
    people = [p for p in analysis.concept("person", *OTHERS) if p.start < sentence.end]
    if any(p.start >= sentence.start or re.search(r"\b(?:my|our)\b", analysis.before(p.start, 20)) for p in people):
        return False
    return _HERSELF.search(analysis.plain, sentence.start, sentence.end) is not None


def describes_herself(analysis: Analysis, person: Mention) -> bool:
    """True for "mum of two here" and "granny of 63": said of the writer or the patient, not of a relative."""
    owned = _OWNED.search(analysis.before(person.start)) or _YOUNG.fullmatch(name_of(analysis, person))
    return _DESCRIBES.match(analysis.plain, person.end) is not None and not owned


def is_joined_by_writer(analysis: Analysis, person: Mention) -> bool:
    """True for "my sister and I": what follows is told of the writer too."""
    before = _WRITER_AND.search(analysis.before(person.start, 25))
    return before is not None or _WITH_WRITER.match(analysis.plain, person.end) is not None


def name_of(analysis: Analysis, person: Mention) -> str:
    """Return the word that the message uses for a person ("mum")."""
    return analysis.between(person.start, person.end)
