"""Which reading notes bear on a decision: where the table's words leave room, and what was chosen (R1–R16).

The texts of the notes are kept with the knowledge; here is only when each applies.
"""

from __future__ import annotations

from guideline.case import Case
from guideline.fractures import NOT_COUNTED_SITES
from guideline.judge import Verdict

READING_NOTES = tuple(f"R{number}" for number in range(1, 17))


def notes_on(case: Case, verdict: Verdict) -> list[str]:
    """Return the ids of the reading notes that bear on this decision, in their order."""
    notes = set.intersection(*(set(row.notes) for row in verdict.rows))
    mht = next((each for each in verdict.standings if each.drug == "menopausal_hormone_therapy"), None)
    applies = {
        "R2": bool(case.high_energy) or case.energy_is_open or bool(NOT_COUNTED_SITES & set(case.fracture_sites)),
        "R4": case.t_score is not None,
        "R5": case.t_score is not None and any(case.t_score == row.up_to for row in verdict.rows),
        "R8": mht is not None and case.age in (50, 60),
        "R9": case.has_severe_peripheral and any(row.fracture == "severe_vertebral" for row in verdict.rows),
        "R10": any(each.drug == "raloxifene" for each in verdict.standings),
        "R12": case.t_score is None,
        "R13": bool(verdict.standings),
        "R14": case.scope is None,
    }
    notes |= {note for note, bears in applies.items() if bears}
    return [note for note in READING_NOTES if note in notes]
