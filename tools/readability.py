"""Writes the table of reading grades: `python tools/readability.py > docs/readability.md`."""

from __future__ import annotations

from answers.strings.measured import patient_strings
from knowledge.load import load
from knowledge.readability import AIM_GRADE, FEWEST_WORDS, LIMIT_GRADE, count_words, grade, measure

HEAD = """# Reading grades

Flesch–Kincaid grade of every text that a patient can read, by [textstat](https://github.com/textstat/textstat), syllables from
the CMU dictionary. Aim: grade {aim:g} or below; no text may be above {limit:g}: `tests/answers/test_readability.py` and
`tests/knowledge/test_readability.py` check it. A text of fewer than {fewest} words has no grade. Names of drugs and the condition
count as a plain stand-in (`knowledge/readability.yml`); they are explained at first use.
Made with `python tools/readability.py > docs/readability.md`.
"""


def main() -> None:
    """Print a summary of the strings and of the knowledge base, then one line for each text, the hardest first."""
    strings = [
        (place, count_words(text), grade(text))
        for place, text in patient_strings()
        if count_words(text) >= FEWEST_WORDS
    ]
    known = [
        (f"{each.statement.id}, {each.said.depth}" if each.said.depth else each.statement.id, each.words, each.grade)
        for each in measure(load())
        if each.grade is not None
    ]
    print(HEAD.format(aim=AIM_GRADE, limit=LIMIT_GRADE, fewest=FEWEST_WORDS))
    print(
        "| texts | measured | mean grade | at the aim or below | above the limit | longest, in words |\n|---|---|---|---|---|---|"
    )
    for name, rows in (("strings of the answers", strings), ("knowledge base", known)):
        grades = [each for _, _, each in rows]
        within, above = sum(each <= AIM_GRADE for each in grades), sum(each > LIMIT_GRADE for each in grades)
        longest = max(count for _, count, _ in rows)
        print(f"| {name} | {len(rows)} | {sum(grades) / len(grades):.1f} | {within} | {above} | {longest} |")
    for name, rows in (("Strings of the answers", strings), ("Knowledge base", known)):
        print(f"\n## {name}\n\n| grade | words | text |\n|---|---|---|")
        for place, count, value in sorted(rows, key=lambda row: (-row[2], row[0])):
            print(f"| {value:.1f} | {count} | {place} |")


if __name__ == "__main__":
    main()
