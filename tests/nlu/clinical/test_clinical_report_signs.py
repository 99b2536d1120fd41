"""How a score is written in reports and in haste: raised dots, a Z in brackets beside it, bounds, grades, other scans."""

from __future__ import annotations

import pytest

from tests.nlu.clinical.clinical_helpers import asked, clear

READ = [
    ("68F nof# T−2·8", "-2.8"),
    ("72F T −3·1 no #", "-3.1"),
    ("63F no #, T -2point5", "-2.5"),
    ("63F no #, T -2pt5", "-2.5"),
    ("72F T -3 .1 no #", "-3.1"),
    ("T -2 point 5, no fracture", "-2.5"),
    ("61F, no #. DXA: LS -2.8 (Z -1.4), R FN -3.1, L FN -2.7, TH -2.5", "-3.1"),
    ("61F, no #. DXA: LS -2.8 (Z -1.4), TH -3.1", "-3.1"),
    ("70F no #, LS -2.8 (Z -1.4), FN -3.1", "-3.1"),
    ("70F no #, LS -2.8 (Z-score: -1.4) FN -2.1 (Z-score: -0.4)", "-2.8"),
    ("LS T -2.2 Z -1.0, FN T -2.4 Z -0.9", "-2.4"),
    ("72F T -3.1 VCF", "-3.1"),
    ("L1 -2.1, L2 -2.4, L3 -2.9, L4 -1.8, L1-L4 -2.3, FN -2.0", "-2.3"),
    ("no fracture. L1 -2.1 L2 -3.4 L1-L4: -2.3 hip -2.0", "-2.3"),
    ("LS -2.8, FN -2.9", "-2.9"),
    ("70F no clinical #, VFA gr 2 T8, T -1.9", "-1.9"),
]


@pytest.mark.parametrize(("text", "score"), READ)
def test_the_score_is_read_whole(text: str, score: str) -> None:
    assert clear(text, "t_score") == [score]


BOUNDS = ["72F no # T>-2", "68F no# T > -2.5", "70F T < -2.5, wrist #", "T ≤ -2.5"]


@pytest.mark.parametrize("text", BOUNDS)
def test_a_bound_is_no_score(text: str) -> None:
    assert clear(text, "t_score") == []
    assert [reason for reason, _ in asked(text, "t_score")] == ["range"]


@pytest.mark.parametrize("text", ["71F no #, QCT T -3.8", "72F pQCT T-score -3.1", "T -2.9 by quantitative CT"])
def test_another_kind_of_scan_is_asked(text: str) -> None:
    assert clear(text, "t_score") == []
    assert [reason for reason, _ in asked(text, "t_score")] == ["peripheral_site"]


@pytest.mark.parametrize("text", ["Z -1.4", "my z score is -1.4", "70F no #, Z-score -1.4"])
def test_a_z_score_alone_is_still_asked(text: str) -> None:
    assert [reason for reason, _ in asked(text, "t_score")] == ["z_score"]
