"""A case: what is known of one person. Each fact is known, unknown or not asked; unknown is never taken as "no"."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from decimal import Decimal
from typing import Any, Optional

from guideline import fractures
from guideline.errors import CaseError
from guideline.values import READERS

SEVERAL = 2
"""Vertebral fractures from which the table counts "two or more"."""

NO_FRACTURE, NON_SEVERE, SEVERE_NONVERTEBRAL = fractures.CLASSES[:3]
ONE_VERTEBRAL, SEVERAL_VERTEBRAL = "severe_vertebral:1", "severe_vertebral:2+"
FRACTURE_STATES = (NO_FRACTURE, NON_SEVERE, SEVERE_NONVERTEBRAL, ONE_VERTEBRAL, SEVERAL_VERTEBRAL)
"""The fracture classes, with the vertebral one divided by what teriparatide asks for (two or more fractures)."""


@dataclass(frozen=True)
class Case:
    """The facts of one person; None means unknown. Build it with `from_facts`, which checks every value.

    `age_range` is the first and the last age that is possible when only a decade is known ("in my seventies"); it is not
    used beside an `age`. `unsure` holds the names of the facts that the person said she does not know.
    """

    fracture: Optional[str] = None
    fracture_sites: tuple[str, ...] = ()
    vertebral_fractures: Optional[int] = None
    t_score: Optional[Decimal] = None
    age: Optional[int] = None
    age_range: Optional[tuple[int, int]] = None
    climacteric_symptoms: Optional[bool] = None
    bisphosphonate_problem: Optional[bool] = None
    low_peripheral_risk: Optional[bool] = None
    scope: Optional[str] = None
    high_energy: Optional[bool] = None
    audience: Optional[str] = None
    unsure: frozenset[str] = frozenset()

    @classmethod
    def from_facts(cls, given: Mapping[str, Any], unsure: frozenset[str] = frozenset()) -> Case:
        """Build a case from facts by name; names that are no facts are passed over.

        :param given: values by fact name, absent or None for unknown; a T-score as Decimal, int or str
        :param unsure: facts that the person said she does not know
        :raises CaseError: when a value is impossible, of the wrong type, or contradicts another one
        """
        read = {name: reader(name, given[name]) for name, reader in READERS.items() if given.get(name) is not None}
        case = cls(**read, unsure=unsure)
        case._check_consistent()
        return case

    def _check_consistent(self) -> None:
        if self.vertebral_fractures == 0 and (
            fractures.VERTEBRA in self.fracture_sites or self.fracture == fractures.SEVERE_VERTEBRAL
        ):
            raise CaseError("vertebral_fractures", 0, "a vertebral fracture is named, so their number cannot be 0")
        named = fractures.class_of_sites(self.fracture_sites, self.vertebral_fractures)
        if self.fracture is None or named is None or self.high_energy:
            return
        if fractures.CLASSES.index(self.fracture) < fractures.CLASSES.index(named):
            raise CaseError(
                "fracture", self.fracture, f"the fractures named are {named}, which contradicts {self.fracture}"
            )

    @property
    def named_class(self) -> Optional[str]:
        """The worst class of all that was named, before the energy of the trauma is considered."""
        named = fractures.class_of_sites(self.fracture_sites, self.vertebral_fractures)
        return fractures.worst(each for each in (self.fracture, named) if each is not None)

    @property
    def fracture_class(self) -> Optional[str]:
        """The class that the table is read with: `none` after high-energy trauma (R2), None when not known."""
        named = self.named_class
        if named is not None and self.high_energy:
            return fractures.NONE
        return None if self.energy_is_open else named

    @property
    def energy_is_open(self) -> bool:
        """The person does not know whether the trauma was high-energy, and it would matter."""
        return (
            "high_energy" in self.unsure and self.high_energy is None and self.named_class not in (None, fractures.NONE)
        )

    @property
    def has_severe_peripheral(self) -> bool:
        """A severe non-vertebral fracture of low energy has occurred (R9)."""
        return not self.high_energy and fractures.has_severe_peripheral(self.fracture_sites)

    @property
    def effective_scope(self) -> Optional[str]:
        """The scope, with `minor` for ages under 18 whatever was said."""
        if self.age is not None and self.age < 18:
            return "minor"
        return self.scope

    @property
    def is_in_scope(self) -> bool:
        """The table covers this person, or nothing says that it does not (R14)."""
        return self.effective_scope in (None, "in_scope")

    def fracture_states(self) -> tuple[str, ...]:
        """Return the fracture states that are still possible, as members of `FRACTURE_STATES`."""
        known = self.fracture_class
        if known is not None:
            return self._states_of(known)
        if self.energy_is_open:
            return (NO_FRACTURE,) + self._states_of(self.named_class or NO_FRACTURE)
        if self.vertebral_fractures == 0:
            return FRACTURE_STATES[:3]
        return FRACTURE_STATES

    def _states_of(self, fracture_class: str) -> tuple[str, ...]:
        if fracture_class != fractures.SEVERE_VERTEBRAL:
            return (fracture_class,)
        if self.vertebral_fractures is None:
            return (ONE_VERTEBRAL, SEVERAL_VERTEBRAL)
        return (SEVERAL_VERTEBRAL,) if self.vertebral_fractures >= SEVERAL else (ONE_VERTEBRAL,)

    def as_facts(self) -> dict[str, Any]:
        """Return the facts as understood, JSON-ready: null for what is not known, the fracture class as it counts."""
        facts = {field.name: getattr(self, field.name) for field in fields(self) if field.name != "unsure"}
        facts["fracture"] = self.fracture_class
        facts["fracture_sites"] = list(self.fracture_sites) or None
        facts["t_score"] = None if self.t_score is None else float(self.t_score)
        facts["scope"] = self.effective_scope
        return facts
