"""Numbers as dots: the counts are those of the card, all of it is in words, and nothing depends on colour."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest

from answers.icon_array import IconArray, as_data, icon_array
from answers.icon_svg import as_svg
from answers.knowledge import store
from answers.pictures import HAD, NOT, PART, picture, signs_of
from answers.register import CLINICIAN, PATIENT, Audience
from knowledge.records import NumberRecord

AUDIENCES: list[Audience] = [PATIENT, CLINICIAN]
SVG = "{http://www.w3.org/2000/svg}"


def pictured(audience: Audience) -> list[tuple[NumberRecord, IconArray]]:
    found = ((card, icon_array(card, audience)) for card in store().numbers())
    return [(card, array) for card, array in found if array is not None]


@pytest.mark.parametrize("audience", AUDIENCES)
def test_every_group_has_a_dot_for_each_person_and_says_how_many(audience: Audience) -> None:
    every = pictured(audience)
    assert len(every) >= 10
    for card, array in every:
        for panel in array.panels:
            assert sum(part.count for part in panel.parts) == card.per == array.per, card.id
            before = 0
            for part in panel.parts:
                # The upper end of a range counts those of the lower end too.
                said = before + part.count if part.mark == "maybe" else part.count
                assert f"{said:,}" in part.label or "fewer than 1" in part.label or "< 1" in part.label, part
                before += part.count
        assert array.sentence == card.sentence[audience]
        assert card.population[audience] in array.title
        assert card.time_frame[audience] in array.title
        assert array.sources


@pytest.mark.parametrize("audience", AUDIENCES)
def test_the_counts_are_those_of_the_card(audience: Audience) -> None:
    for card, array in pictured(audience):
        if card.without is None or card.with_ is None:
            continue
        shown = [next(part.count for part in panel.parts if part.mark == "have") for panel in array.panels]
        assert shown == [round(card.without), round(card.with_)], card.id
        assert array.panels[0].title != array.panels[1].title


@pytest.mark.parametrize("audience", AUDIENCES)
def test_the_svg_stands_alone_and_has_as_many_dots(audience: Audience) -> None:
    for card, array in pictured(audience):
        drawn = as_svg(array)
        root = ElementTree.fromstring(drawn)
        assert root.findtext(f"{SVG}title") == array.title
        assert root.findtext(f"{SVG}desc") == array.sentence
        assert not re.search(r"<style|<script|href|url\(|class=", drawn)
        dots = sum(each.get("d", "").count("M") for each in root.iter(f"{SVG}path"))
        keys = sum(1 for panel in array.panels for part in panel.parts)
        assert dots == len(array.panels) * array.per + keys, card.id
        widths = {each.get("stroke-width") for each in root.iter(f"{SVG}path")}
        assert len(widths) >= 2, "the marks differ in size or shape, not only in colour"


def test_data_have_sources_in_the_shape_of_the_contract() -> None:
    for _, array in pictured(PATIENT):
        for source in as_data(array)["sources"]:
            assert {"id", "title", "year", "url"} <= set(source)


def test_a_card_that_counts_falls_and_not_people_has_no_picture() -> None:
    for card in store().numbers():
        if card.kind == "general" and card.without is not None:
            assert icon_array(card, PATIENT) is None, card.id


@pytest.mark.parametrize(
    ("count", "per", "full", "half"),
    [(0, 100, 0, 0), (1, 100, 1, 0), (100, 100, 100, 0), (15, 1000, 1, 1), (1, 10_000, 0, 1), (30, 10_000, 0, 1)],
)
def test_signs_round_nothing_away(count: int, per: int, full: int, half: int) -> None:
    signs = signs_of(count, per)
    assert (len(signs), signs.count(HAD), signs.count(PART)) == (100, full, half)
    assert signs.count(NOT) == 100 - full - half


def test_every_picture_has_its_signs_in_plain_text_too() -> None:
    for card, array in pictured(PATIENT):
        rows = [line for line in picture(card, PATIENT).split("\n") if set(line) <= {HAD, PART, NOT} and line]
        assert len(rows) == 5 * len(array.panels), card.id
