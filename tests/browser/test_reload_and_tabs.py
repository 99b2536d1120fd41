"""Reload, and two tabs: the same conversation goes on, and two do not mix."""

from __future__ import annotations

from collections.abc import Callable

from tests.browser.visitor import Visitor


def test_a_reload_in_mid_form_shows_the_same_and_goes_on(visitor: Visitor) -> None:
    visitor.open().choose("Check my case").choose("Yes, that fits").say("-2.4")
    before = visitor.bubbles
    visitor.page.reload()
    visitor.see("Have you broken a bone")
    assert visitor.bubbles == before
    assert visitor.button("Yes, that fits").get_attribute("aria-disabled") == "true"
    visitor.choose("Hip").choose("Never tried one")
    assert "treatment is needed" in visitor.card.inner_text()


def test_a_closed_chat_stays_closed_on_reload_and_opens_where_it_was(visitor: Visitor) -> None:
    visitor.open().choose("Check my case")
    visitor.button("Close").click()
    visitor.page.reload()
    assert visitor.page.locator("osteo-chat .launcher").is_visible()
    assert visitor.page.locator("osteo-chat .panel").is_hidden()
    visitor.open()
    visitor.see("Does this fit you?")


def test_two_tabs_are_two_conversations(visit: Callable[..., Visitor]) -> None:
    first = visit().open()
    second = Visitor(first.page.context.new_page(), first.address).arrive().open()
    first.say("my T-score is -2.9")
    second.say("my T-score is -1.1")
    assert "−2.9" in first.say("show what you have noted").answer
    noted = second.say("show what you have noted").answer
    assert "−1.1" in noted
    assert "−2.9" not in noted


def test_one_conversation_in_two_tabs_does_not_mix_up_its_answers(visit: Callable[..., Visitor]) -> None:
    first = visit().open()
    first.button("Menu").click()
    first.page.get_by_label("Keep this chat on this device").check()
    first.button("Menu").click()
    first.choose("Check my case")
    second = Visitor(first.page.context.new_page(), first.address).arrive()
    second.see("Does this fit you?")
    first.choose("Yes, that fits").say("-2.4")
    second.field.fill("yes")
    second.field.press("Enter")
    second.see("Have you broken a bone")
    assert second.field.input_value() == "yes", "an answer to another question than the person saw must not be sent"
    assert "gone on elsewhere" in second.page.locator("osteo-chat .banner").inner_text()
    second.field.fill("")
    second.choose("Hip")
    assert "tried a bisphosphonate" in second.answer
