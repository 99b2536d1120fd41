"""One thing that was noted is taken back: "I never had cancer, remove it", "the clot was my sister's". The rest stays.

A message deletes all only where it says so. The words are in `answers/strings/take_back.yml`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from actions import last_told, mentions
from actions.after_alarm import ORAL
from actions.finding import of_kind
from actions.intents import ALARMS, INFORM
from actions.marked import drugs_named, marked, plain
from actions.noted_things import CAUTION, DRUG, SCOPE, SCOPES, SITE, Thing, forget, is_noted, name_of_thing
from actions.turn import Turn
from answers.strings import theme

if TYPE_CHECKING:
    from actions.base import Skill

DELETE = "delete_data"
CANCERS = frozenset({"other_cancer", "breast_cancer"})
"""Who denies cancer denies each of them."""
BISPHOSPHONATES = ORAL | {"zoledronic_acid", "oral_bisphosphonate"}
ANY_BONE_DRUG = frozenset({"bisphosphonate", "osteoporosis_drug"})
YES_OR_NO = ("climacteric_symptoms", "bisphosphonate_problem")
FACTS = (*YES_OR_NO, "t_score", "age", "vertebral_fractures")
DENIED = ("absent", "never")


def instead_of(skill: Skill, turn: Turn) -> Skill:
    """Return what answers this turn: the skill, or the one that takes back what the message names."""
    from actions.skills.take_back import TakeBack, WhichToTakeBack  # they import the course of the turn

    deletes = turn.intent == DELETE
    if turn.is_command or turn.intent in ALARMS or mentions.most_urgent(turn.findings):
        return skill
    if (deletes and asks_for_all(turn)) or (turn.dialogue.exercise and not deletes):
        return skill
    is_of_another = _is_of_another(turn)
    is_named = deletes or _orders(turn) or is_of_another or _denies_noted(turn)
    named = _named(turn) if is_named else []
    things = [each for each in named if is_noted(turn, each)]
    things += _of_another_drug(turn)
    things += [each for each in _outside(turn) if each[1] not in [SCOPES.get(name) for _, name in things]]
    if not things and not deletes and last_told.is_meant(turn):
        _leave_out(turn, [], is_of_another=True)
        return TakeBack(last_told.take_back(turn))
    if not things and not deletes:
        return skill
    _leave_out(turn, things, is_of_another)
    names = [name_of_thing(each, turn) for each in things]
    for each in things:
        forget(turn, each)
    _leave_open(turn, things)
    return TakeBack(names) if things else WhichToTakeBack(is_named=bool(named))


def _leave_open(turn: Turn, things: Sequence[Thing]) -> None:
    """ "Take that back, I'm not sure": the fact is not known, and is not asked again at once."""
    facts = [kind for kind, _ in things if kind in (*FACTS, "fracture")]
    if len(facts) == 1 and re.search(theme("take_back")["unsure_words"], plain(turn)):
        turn.set_unsure(facts[0])


def asks_for_all(turn: Turn) -> bool:
    """Say whether the message asks to delete all: it says so, or no more than "delete"."""
    said, text = theme("take_back"), plain(turn)
    if re.search(said["bare_words"], text):
        return True
    text = re.sub(said["place_words"], "", text)
    return re.search(said["all_words"], text) is not None and not _denials(turn)


def _orders(turn: Turn) -> bool:
    return re.search(theme("take_back")["order_words"], plain(turn)) is not None


def _is_of_another(turn: Turn) -> bool:
    """ "No wait, that was my sister": what was told before is not hers."""
    said, text = theme("take_back"), plain(turn)
    if "age" in turn.told.taken:
        return False  # a case of hers is told
    return re.search(said["of_another_words"], text) is not None and (
        bool(turn.reading.get("corrects")) or re.search(said["not_me_words"], text) is not None
    )


def _denies_noted(turn: Turn) -> bool:
    """ "I never had cancer", said of a reason for care that is noted and beside no question."""
    return not turn.reading.get("asks") and any(is_noted(turn, each) for each in _denials(turn))


def _denials(turn: Turn) -> list[Thing]:
    denied = [str(each.value) for each in of_kind(turn.findings, CAUTION) if each.status in DENIED]
    return [(CAUTION, each) for each in _with_kin(denied, turn)]


def _named(turn: Turn) -> list[Thing]:
    """Return what the message names, as far as it is of a kind that is noted."""
    cautions = _with_kin([str(each.value) for each in of_kind(turn.findings, CAUTION)], turn)
    drugs = drugs_named(turn)
    if "bisphosphonate" in drugs:
        drugs = [*drugs, *sorted(BISPHOSPHONATES)]
    said = theme("take_back")["fact_words"]
    words = [(fact, "") for fact, pattern in said.items() if re.search(pattern, plain(turn))]
    if _orders(turn) and re.search(theme("take_back")["no_break_words"], plain(turn)):
        words.append(("fracture", ""))
    told = [str(each.value) for each in of_kind(turn.findings, SITE)]
    sites = [(SITE, each) for each in [*told, *_sites_by_name(turn)]]
    found = [*((CAUTION, each) for each in cautions), *((DRUG, each) for each in drugs), *sites, *words]
    return list(dict.fromkeys([*found, *_as_noted(turn, YES_OR_NO if found else FACTS)]))


def _as_noted(turn: Turn, facts: Sequence[str]) -> list[Thing]:
    """Return the facts that the message names with the value that is noted; another value is a new one."""
    same = [each for each in of_kind(turn.findings, *facts) if str(each.value) == str(turn.facts.get(each.kind))]
    return [(each.kind, "") for each in same]


def _sites_by_name(turn: Turn) -> list[str]:
    """Return the noted bones whose name stands in the message: "remove the wrist" speaks of no break."""
    noted = turn.facts["fracture_sites"] or ()
    text = plain(turn)
    return [each for each in noted if re.search(rf"\b{re.escape(each.replace('_', ' '))}\b", text)]


def _with_kin(cautions: Sequence[str], turn: Turn) -> list[str]:
    """Return the reasons, and with "cancer" the noted ones that were named more exactly before."""
    noted = set(mentions.present_cautions(turn.dialogue.mentions))
    return [*cautions, *(sorted(CANCERS & noted - set(cautions)) if "other_cancer" in cautions else ())]


def _of_another_drug(turn: Turn) -> list[Thing]:
    """Return the trouble with a bisphosphonate that is noted, where the message says that it came of another drug."""
    drugs = set(drugs_named(turn))
    is_noted_so = turn.facts["bisphosphonate_problem"] is True and bool(drugs & {*BISPHOSPHONATES, *ANY_BONE_DRUG})
    if not is_noted_so or turn.reading.get("asks"):
        return []
    return [(YES_OR_NO[1], "")] if re.search(theme("take_back")["of_another_drug_words"], marked(turn)) else []


def _outside(turn: Turn) -> list[Thing]:
    """Return why the table does not fit, where the message says that it is not so, or is over: then it is asked again."""
    reason = str(turn.facts["scope"])
    pattern = theme("take_back")["scope_words"].get(reason)
    told = of_kind(turn.findings, SCOPE)
    if any(each.status == "present" for each in told):
        return []
    ended = any(str(each.value) == reason for each in told)
    return [(SCOPE, reason)] if ended or (pattern and re.search(pattern, plain(turn))) else []


def _leave_out(turn: Turn, things: Sequence[Thing], is_of_another: bool) -> None:
    """Let what is taken back not be taken as told anew, nor the words as an answer; of somebody else nothing is taken."""
    kinds = {kind for kind, _ in things} | ({"scope"} if things else set())
    if SITE in kinds:
        kinds |= {"fracture", "vertebral_fractures"}
    if is_of_another:
        kinds |= {each.kind for each in turn.findings}
    turn.leave_out(kinds, 0, len(turn.text))
    turn.intent = INFORM  # nothing is deleted or asked, and "no wait" is no "no"
    turn.answer_nothing()
