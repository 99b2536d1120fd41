"""Hot flushes in the words of other languages and of people who have no name for them."""

from __future__ import annotations

import pytest
from clinical_helpers import clear, found


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("54 J., starke Hitzewallungen, T -2,4", True),
        ("53, muitos afrontamentos, T -2.6", True),
        ("many sofocos at 52, T -2.3", True),
        ("I get heat attacks all day, 55, T -3.1", True),
        ("bouts of heat and sweating since last year, 54", True),
        ("keine Hitzewallungen, T -2,8", False),
        ("sem fogachos, T -2.6", False),
    ],
)
def test_flushes_are_read(text: str, value: bool) -> None:
    assert clear(text, "climacteric_symptoms") == [value]


def test_hot_weather_is_none() -> None:
    assert not found("in this heat spell I drink a lot, T -2.3", "climacteric_symptoms")
