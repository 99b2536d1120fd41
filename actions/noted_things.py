"""The single things that are noted of a person: what each is called, whether it is noted, and how it is noted no more."""

from __future__ import annotations

from actions import mentions
from actions.turn import Turn
from answers.care import care_names
from answers.facts import name_of, site_names
from answers.strings import theme

CAUTION, DRUG, SITE, SCOPE = "caution", "drug", "fracture_site", "scope"
SCOPES = {
    "other_cancer": "cancer_or_metastases",
    "kidney_disease": "severe_kidney_disease",
    "steroids": "glucocorticoids",
    "pregnancy": "pregnancy",
}
"""Reasons for care that put somebody outside the table as well."""
Thing = tuple[str, str]
"""Kind and id of something noted: a caution, a drug, a broken bone, why the table does not fit, or a fact with its own name."""


def is_noted(turn: Turn, thing: Thing) -> bool:
    """Say whether that is among what is noted of the person."""
    kind, name = thing
    if kind == CAUTION:
        scope = SCOPES.get(name)
        return name in mentions.present_cautions(turn.dialogue.mentions) or (
            scope is not None and turn.facts["scope"] == scope
        )
    if kind == DRUG:
        return turn.dialogue.mentions.get(DRUG, {}).get(name) in mentions.NOW
    if kind == SCOPE:
        return turn.facts["scope"] == name
    if kind == SITE:
        return name in (turn.facts["fracture_sites"] or ())
    return turn.facts.get(kind) is not None


def name_of_thing(thing: Thing, turn: Turn) -> str:
    """Return what a thing is called."""
    kind, name = thing
    if kind == CAUTION:
        return next(iter(care_names([name])), name.replace("_", " "))
    if kind == DRUG:
        return name.replace("_", " ")
    if kind == SITE:
        return site_names([name], turn.audience)
    if kind == SCOPE:
        return str(theme("facts")["scopes"][turn.audience].get(name, name.replace("_", " ")))
    return name_of(kind, turn.audience)


def forget(turn: Turn, thing: Thing) -> None:
    """Note the thing no more; a fact is asked again where it matters."""
    kind, name = thing
    if kind in (CAUTION, DRUG):
        turn.dialogue.mentions.get(kind, {}).pop(name, None)
        turn.dialogue.warned = [each for each in turn.dialogue.warned if not each.startswith(f"{name}/")]
        if kind == CAUTION and turn.facts["scope"] == SCOPES.get(name, ""):
            turn.facts["scope"], turn.dialogue.outside = None, None
    elif kind == SCOPE:
        turn.facts["scope"], turn.dialogue.outside = None, None
    elif kind == SITE:
        left = [each for each in turn.facts["fracture_sites"] or () if each != name]
        turn.facts.update(fracture_sites=left or None, fracture=None)
        if name == "vertebra":
            turn.facts["vertebral_fractures"] = None
        turn.facts["fracture"] = turn.case.fracture_class
    else:
        _forget_fact(turn, kind)
    if not mentions.current_drugs(turn.dialogue.mentions) and turn.dialogue.named == name:
        turn.dialogue.named = None


def _forget_fact(turn: Turn, fact: str) -> None:
    """Make a fact not known; it is asked again where it matters."""
    turn.facts[fact] = None
    if fact == "fracture":
        turn.facts.update(fracture_sites=None, vertebral_fractures=None, high_energy=None)
    if fact == "age":
        turn.facts["age_range"] = None
    turn.dialogue.waits_no_more({fact})
