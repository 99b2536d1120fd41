"""A bisphosphonate that was stopped for trouble, however that is worded, and a weekly tablet that can be nothing else."""

from __future__ import annotations

import pytest
from clinical_helpers import asked, clear, found


@pytest.mark.parametrize(
    "text",
    [
        "72F, risedronate suspended for reflux oesophagitis, T -2.8",
        "Alendronate withdrawn by GP last year because of gastritis",
        "she came off risedronate after two months owing to bad heartburn",
        "stopped ibandronate at my suggestion for odynophagia. Wrist #",
        "Fosamax was discontinued for epigastric pain",
        "the weekly tablet, standing up for 30 minutes, burned my gullet",
        "Weekly pill, no lying down for half an hour, taken religiously five years. Then in May a vertebra collapsed. T -3.1",
    ],
)
def test_it_was_not_borne_or_failed(text: str) -> None:
    assert clear(text, "bisphosphonate_problem") == [True]


@pytest.mark.parametrize(
    "text",
    [
        "alendronate suspended for dental surgery",
        "stopped alendronate for a drug holiday without reflux",
        "Fosamax stopped after five years, never any heartburn",
        "on alendronate, stopped smoking for her cough",
    ],
)
def test_it_ended_for_another_reason(text: str) -> None:
    assert True not in [f.value for f in found(text, "bisphosphonate_problem")]


def test_a_weekly_tablet_alone_may_be_another_drug() -> None:
    assert asked("the weekly tablet burned my gullet", "bisphosphonate_problem") == [("drug_unclear", [True, False])]
