"""Questions to take to the doctor and the dentist, made from this conversation."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Optional

from answers.beside import ANTIRESORPTIVE
from answers.conversation import Conversation
from answers.follow_up import label_of
from answers.knowledge import sources_of, unless_unreadable
from answers.limits import MOST_WORDS, words
from answers.message import Button, Message
from answers.register import CLINICIAN, PATIENT, Audience
from answers.strings import theme
from answers.values import wish_labels

Decision = Mapping[str, Any]
MOST_QUESTIONS = 7
BY_FACT = ("bisphosphonate_problem", "low_peripheral_risk", "vertebral_fractures")
JAW_DRUGS = frozenset(
    {"alendronate", "risedronate", "ibandronate", "zoledronic_acid", "denosumab", "bisphosphonate", "romosozumab"}
)
JAW_TOPICS = ("mronj", "dental_care")
DECIDED_TOPICS = ("drug_choice_comparison", "side_effects_serious", "duration")


def doctor_questions(
    decision: Optional[Decision], audience: Audience, conversation: Optional[Conversation] = None
) -> list[str]:
    """Return the questions, those that only this person can have first, each once.

    :param decision: as `guideline.decide` returns it, None when none was given
    """
    talk = conversation or Conversation()
    general: list[str] = list(theme("summary")[audience]["general_questions"])
    if decision:
        general.insert(0, theme("summary")[audience]["table_question"])
    if audience == CLINICIAN:
        return general
    own = list(dict.fromkeys([*_of_case(decision, talk), *_of_person(talk), *_of_topics(decision, talk)]))
    return list(dict.fromkeys([*own[: MOST_QUESTIONS - 2], *general]))[:MOST_QUESTIONS]


def _of_case(decision: Optional[Decision], talk: Conversation) -> list[str]:
    said = theme("summary")["ask"]
    if decision is None:
        return []
    found = [said["no_scan"]] if decision["facts"]["t_score"] is None else []
    found += [said["near"]] if talk.near else []
    still_open = {fact for each in decision["options"] if each["status"] == "conditional" for fact in each["open"]}
    return found + [said[fact] for fact in BY_FACT if fact in still_open]


def _of_person(talk: Conversation) -> list[str]:
    strings = theme("summary")
    said = strings["ask"]
    found = []
    named = [strings["cautions"][each] for each in talk.cautions if each in strings["cautions"]]
    if named:
        found.append(said["cautions"].format(cautions=", ".join(named)))
    if talk.wishes:
        found.append(said["wishes"].format(wishes=", ".join(wish_labels(talk.wishes))))
    worry = (talk.follow_up or {}).get("answers", {}).get("worry", "nothing")
    if worry != "nothing":
        found.append(said["worry"].format(worry=label_of("worry", worry)))
    return found


def _of_topics(decision: Optional[Decision], talk: Conversation) -> list[str]:
    """Return the first question of each topic that was asked about, the newest first, then of what a treatment brings."""
    asked = [each.partition("/")[0] for each in reversed(talk.topics)]
    topics = [*asked, *(DECIDED_TOPICS if decision and decision["options"] else ())]
    found: list[tuple[str, ...]] = unless_unreadable(
        lambda store: [
            store.topic(topic, audience=PATIENT).questions_for_doctor[:1] for topic in dict.fromkeys(topics)
        ],
        [],
    )
    return [question for each in found for question in each]


def dentist_questions(
    decision: Optional[Decision], conversation: Optional[Conversation] = None, wanted: bool = False
) -> list[str]:
    """Return questions for the dentist when an option, a drug taken or a question asked concerns the jaw; else none.

    :param wanted: the person asks for them by name
    """
    talk = conversation or Conversation()
    options = {each["drug"] for each in (decision or {"options": []})["options"] if each["status"] != "excluded"}
    asked = {each.partition("/")[0] for each in talk.topics}
    if not wanted and not (options & ANTIRESORPTIVE or set(talk.drugs) & JAW_DRUGS or asked & set(JAW_TOPICS)):
        return []
    found: tuple[str, ...] = unless_unreadable(lambda store: store.topic("dental_care").questions_for_dentist, ())
    first: tuple[str, ...] = unless_unreadable(lambda store: store.topic("mronj").questions_for_dentist[:1], ())
    return list(dict.fromkeys([*first, *found]))


def questions_messages(doctor: Sequence[str], dentist: Sequence[str], audience: Audience) -> list[Message]:
    """Return the lists as messages: one for the doctor, one for the dentist when there is anything to ask there."""
    said = theme("summary")[audience]
    sources: list[dict[str, Any]] = unless_unreadable(lambda _: sources_of(["osteochat"]), [])
    custom = {
        "type": "status",
        "what": "questions",
        "doctor": list(doctor),
        "dentist": list(dentist),
        "sources": sources,
    }
    lists = [(said["questions"], doctor), (said["dentist"], dentist)]
    texts = [_fitting([title, *(f"• {each}" for each in asked)], audience) for title, asked in lists if asked]
    whole = (Button.read(said["whole"]),)
    return [
        Message(text, None if at else custom, whole if at + 1 == len(texts) else ()) for at, text in enumerate(texts)
    ]


def _fitting(lines: Sequence[str], audience: Audience) -> str:
    """Return as many lines as a patient's message holds; the whole list is in the summary."""
    kept: list[str] = []
    for line in lines:
        if audience == PATIENT and words("\n".join([*kept, line])) > MOST_WORDS:
            break
        kept.append(line)
    return "\n".join(kept)
