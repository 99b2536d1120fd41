"""HTML and script in messages: it is shown as it was typed, and nothing of it runs, whoever it comes from."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.browser.visitor import Visitor, to_decision

HOSTILE = [
    "<script>window.hacked = 1</script>",
    "<img src=x onerror='window.hacked = 1'>",
    "</p></div><svg onload=window.hacked=1>",
    "[click](javascript:window.hacked=1) javascript:window.hacked=1",
    "{{constructor.constructor('window.hacked=1')()}} ${window.hacked=1}",
]


def hacked(visitor: Visitor) -> Any:
    return visitor.page.evaluate("window.hacked")


@pytest.mark.parametrize("text", HOSTILE)
def test_what_a_person_types_is_shown_as_text_now_and_after_a_reload(text: str, visitor: Visitor) -> None:
    visitor.open().say(text)
    mine = visitor.page.locator("osteo-chat .mine").last
    assert text in mine.inner_text()
    visitor.page.reload()
    mine.wait_for()
    assert text in mine.inner_text()
    assert hacked(visitor) is None
    assert visitor.page.locator("osteo-chat .list").locator("script, img, svg, a").count() == 0


def test_a_server_that_was_taken_over_cannot_run_anything_either(visitor: Visitor) -> None:
    visitor.open()
    bad = HOSTILE[1]

    def poison(route: Any) -> None:
        answer = route.fetch()
        content = answer.json()
        source = {"id": "x", "title": bad, "year": 2020, "url": "javascript:window.hacked=1"}
        content["replies"] = [
            {
                "text": f"{bad}\n• {bad} https://example.org/{bad}",
                "buttons": [{"title": bad, "payload": bad}],
                "custom": {"type": "topic", "topic": bad, "sources": [source], "numbers": ["../../x"]},
                "record": bad,
            }
        ]
        route.fulfill(response=answer, body=json.dumps(content))

    visitor.page.route("**/message", poison)
    visitor.say("hello")
    visitor.button("Sources (1)").click()
    bubble = visitor.page.locator("osteo-chat .theirs").last
    assert bad in bubble.inner_text()
    assert visitor.button(bad).count() == 1
    assert bubble.locator("img, script").count() == 0
    assert [link.get_attribute("href") for link in bubble.locator("a").all()] == ["https://example.org/"]
    visitor.button("See the numbers as a picture").click()
    visitor.page.get_by_text("The picture cannot be shown just now.").wait_for()
    assert hacked(visitor) is None
    visitor.problems.clear()  # the picture that is not there


def test_an_earlier_answer_takes_no_markup(visitor: Visitor) -> None:
    to_decision(visitor)
    visitor.button("Change your answer “-2.4”").click()
    visitor.page.get_by_label("Your new answer").fill(HOSTILE[1])
    visitor.choose("Save")
    assert HOSTILE[1] in visitor.page.locator("osteo-chat .mine").last.inner_text()
    assert hacked(visitor) is None
