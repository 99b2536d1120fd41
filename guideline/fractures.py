"""From the broken bones that a person names to the class that the table knows.

Sources: the severe sites are the eight groups of COFER, "Ostéopathies fragilisantes", item 128, 7th ed. 2020
(http://www.lecofer.org/item-cours-1-7-0.php) and of GRIO's sheet 18 (https://www.grio.org/fiches-du-grio-details.php?id=18);
the sites that do not count come from the same two. Readings R1, R2, R3 and R9.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Optional

NONE = "none"
NON_SEVERE = "non_severe"
SEVERE_NONVERTEBRAL = "severe_nonvertebral"
SEVERE_VERTEBRAL = "severe_vertebral"

CLASSES = (NONE, NON_SEVERE, SEVERE_NONVERTEBRAL, SEVERE_VERTEBRAL)
"""The classes of the table, from the least to the worst."""

VERTEBRA = "vertebra"

SEVERE_PERIPHERAL_SITES = frozenset(
    {
        "hip",
        "pelvis",
        "proximal_humerus",
        "femoral_shaft",
        "distal_femur",
        "proximal_tibia",
        "three_ribs",
    }
)
"""R1. The hip is the proximal femur; the pelvis includes the sacrum; three ribs must break at once."""

NON_SEVERE_SITES = frozenset(
    {
        "wrist",
        "forearm",
        "elbow",
        "distal_humerus",
        "humeral_shaft",
        "clavicle",
        "scapula",
        "sternum",
        "rib",
        "patella",
        "tibial_shaft",
        "fibula",
        "ankle",
        "other",
    }
)
"""R3: any other low-energy fracture; `other` stands for a bone that has no name of its own here."""

NOT_COUNTED_SITES = frozenset({"skull", "face", "cervical_spine", "upper_thoracic_spine", "hand", "foot"})
"""R2: skull, face, cervical spine, T1–T3, hands and fingers, feet and toes do not suggest osteoporosis."""

SITES = SEVERE_PERIPHERAL_SITES | NON_SEVERE_SITES | NOT_COUNTED_SITES | {VERTEBRA}


def class_of_site(site: str) -> str:
    """Return the class of one low-energy fracture.

    :param site: a site id of `SITES`
    :raises KeyError: when the id is none of them
    """
    if site == VERTEBRA:
        return SEVERE_VERTEBRAL
    if site in SEVERE_PERIPHERAL_SITES:
        return SEVERE_NONVERTEBRAL
    if site in NON_SEVERE_SITES:
        return NON_SEVERE
    if site in NOT_COUNTED_SITES:
        return NONE
    raise KeyError(site)


def worst(classes: Iterable[str]) -> Optional[str]:
    """Return the worst of some classes, a vertebral fracture above every other (R9), or None of an empty list."""
    return max(classes, key=CLASSES.index, default=None)


def class_of_sites(sites: Iterable[str], vertebral_fractures: Optional[int] = None) -> Optional[str]:
    """Return the class of all fractures named together, or None when nothing was named.

    :param sites: site ids
    :param vertebral_fractures: number of vertebral fractures, when it is known; one or more makes the class vertebral
    """
    named = [class_of_site(site) for site in sites]
    if vertebral_fractures:
        named.append(SEVERE_VERTEBRAL)
    return worst(named)


def has_severe_peripheral(sites: Iterable[str]) -> bool:
    """Say whether a severe fracture other than a vertebral one is among the sites (R9)."""
    return any(site in SEVERE_PERIPHERAL_SITES for site in sites)
