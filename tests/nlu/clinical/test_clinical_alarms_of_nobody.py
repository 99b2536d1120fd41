"""Danger signs that nobody has: feared, read on a label, a figure of speech, long over, told by a stranger.

Beside each stand the messages with the same words that must alarm.
"""

from __future__ import annotations

import pytest
from clinical_helpers import flags, heard

FEARED = [
    "I'm afraid the pill will get stuck in my throat. I've not opened the box yet.",
    "terrified of ending up with my teeth falling out if i say yes to the injections",
    "i dread the tablet getting stuck in my gullet, not started it",
    "what frightens me is my teeth falling out and my jaw hurting. Not had a dose so far.",
    "nervous that my heart will race after the drip",
]
REALLY_THERE = [
    "afraid to swallow because it hurts since the tablet",
    "I'm afraid the pill is stuck in my throat",
    "afraid my tooth is loose since the injections",
    "terrified, my teeth are falling out since the injections",
    "scared, my throat is closing up",
    "worried that my lips are swelling after the jab",
    "I'm afraid I will choke, the tablet is stuck in my throat",
    "I am scared the tablet will get stuck again, it hurts when I swallow",
    "scared my swollen throat will close",
    "Scared the injection might have done it: numb lips and tingling fingers",
    "not opened the box. I fear my tooth, loose for a week, will fall out",
]

READ = [
    "SmPC lists hypocalcaemia, seizures, QT prolongation for denosumab. Which frequency category?",
    "it says on the insert: seek urgent help if swelling of face, lips, tongue. how likely really",
    "“Tell your doctor about new hip, groin or thigh pain.” So it says in the leaflet. What is that about?",
    "The PIL mentions jaw pain, loose teeth and numb lip. Should I fret?",
    "Package insert of Prolia: skin infection, red hot skin, fever. Is it often?",
    "The patient card says loose teeth, pain or swelling in the jaw. what does that mean",
    'SPC: "chest pain, palpitations, collapse". Numbers?',
    "BNF warns of stridor, angioedema post infusion; rates?",
]
READ_AND_THERE = [
    "the leaflet says swelling of the lips is serious and mine are swelling now",
    "the leaflet says swelling of the lips is serious and my lips are swelling",
    "The leaflet says loose teeth. I have two loose teeth since the jab.",
    "It says on the insert swelling of face, and my face is swelling since the injection",
    "leaflet says stop if it hurts to swallow - it hurts to swallow since Tuesday",
    "SmPC lists hypocalcaemia; pt now has paraesthesia post denosumab",
    "read the leaflet: chest pain. I have chest pain now",
    "the label lists jaw pain, which I have",
    "my leaflet lists it: jaw pain. Got that since last week",
    "it says on the packet to tell your doctor about thigh pain, mine started last week",
    "PIL given, jaw pain x3/52 on zol",
]

FIGURES = [
    "hard to swallow that at 55 ive got old lady bones",
    "difficult to swallow the news that I need injections",
    "a lot to swallow, that my bones are those of a woman of 90",
    "I could kill for a coffee",
    "I'd die for a piece of cheese but I'm dairy free. How else do I get my calcium?",
    "My hands went numb with cold waiting at the bus stop, but I finally got my DXA",
    "I'd kill for a biscuit with this Fosamax rule",
]
NO_FIGURES = [
    "hard to swallow that tablet, it hurts",
    "hard to swallow since the tablet",
    "hard to swallow my food now",
    "it is hard to swallow at 80 with this pain in my throat",
    "I could kill myself",
]

LONG_OVER = [
    "Had uveitis after pamidronate at 50, fully cleared. Would zoledronic acid be unwise?",
    "Jaw infection after a wisdom tooth back in uni, cleared with antibiotics. I am now 61 with T-score -3.1",
    "swollen jaw from an abscess when I was at school, all sorted with antibiotics. 63 now, offered zol",
    "As a student I had an abscess in my jaw, cleared after antibiotics. 66, T -2.2",
    "Numb lip after dentist work back in the 90s, went off by itself. 70 now",
]
NOT_OVER = [
    "Jaw infection after a wisdom tooth back in uni, cleared with antibiotics. I am now 61 and my jaw is swollen again",
    "Jaw infection back in uni. Now my jaw hurts",
    "Jaw infection after a tooth out in March, antibiotics did not clear it",
]

HEARSAY = [
    "On drugs.com someone gave Prolia 1 star: back pain, jaw pain, numb legs, the lot. Are such reviews typical?",
    "A woman at church says her teeth fell out on Fosamax. Is that common?",
    "my neighbour couldn't breathe after her infusion, could that happen to me",
    "one reviewer on WebMD: chest pain, palpitations, couldn't breathe. typical?",
    "When I was a student nurse we had a patient who fitted from low calcium, I never forgot it. Does that happen with denosumab "
    "today?",
    "In my nursing days a man had a fit because his calcium was forgotten. Can denosumab do that?",
    "As a junior I saw a lady fit from low calcium after her blood test was missed. Is that still a thing with Prolia?",
]
HEARD_AND_THERE = [
    "my friend had this, and now my jaw hurts and bone shows",
    "someone on the forum had loose teeth, and mine are loose too now",
    "On drugs.com they had jaw pain. I have jaw pain too since Prolia",
    "My patient is fitting from low calcium after denosumab",
    "A woman in my ward had this. Now I can't feel my legs",
    "A lady next to me says she can't breathe after the drip, is that normal?",
    "I missed my last one in March. Does denosumab wear off?",
    "I never forgot my Prolia before but this one is overdue",
]


@pytest.mark.parametrize("text", [*FEARED, *READ, *FIGURES, *LONG_OVER, *HEARSAY])
def test_what_nobody_has_is_no_alarm(text: str) -> None:
    assert flags(text) == set()


@pytest.mark.parametrize("text", [*REALLY_THERE, *READ_AND_THERE, *NO_FIGURES, *NOT_OVER, *HEARD_AND_THERE])
def test_and_what_somebody_has_still_is(text: str) -> None:
    assert flags(text)


@pytest.mark.parametrize(
    "text",
    [*FEARED, "I have a fear my throat will close up when they inject me", READ[0], READ[1], FIGURES[0], FIGURES[3]],
)
def test_and_the_classifier_is_told_which_words_are_calm(text: str) -> None:
    assert heard(text).calm


@pytest.mark.parametrize("text", [*REALLY_THERE, READ_AND_THERE[0]])
def test_a_danger_of_now_is_never_calmed(text: str) -> None:
    assert not heard(text).calm
