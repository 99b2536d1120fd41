"""`decide`: one line of a clinician in, the answer out, without a server."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Sequence

from osteochat.errors import SetupError
from osteochat.settings import read_settings

LONGEST = 1000


def decide_line(words: Sequence[str], as_json: bool) -> None:
    """Print the answer on a case in one line.

    :param words: the line, or the words of it; “-” reads it from standard input
    :param as_json: print the contract's decision instead of text
    :raises SetupError: with one sentence, when nothing can be read from the line
    """
    text = sys.stdin.read() if list(words) == ["-"] else " ".join(words)
    if not text.strip() or len(text) > LONGEST:
        raise SetupError(f"Give a case in one line of at most {LONGEST:,} characters, such as “72F, 2 VCF, T −2.8”.")
    os.environ.setdefault("OSTEOCHAT_HOME", str(read_settings().home))

    from answers.register import CLINICIAN
    from answers.talk import talk
    from interop.one_line import answer_line, answer_text

    answer = answer_line(text)
    if answer.several:
        raise SetupError(talk("one_patient", CLINICIAN).text)
    if not answer.understood:
        raise SetupError("Nothing in this line was understood as a case. For example: “72F, 2 VCF, T −2.8”.")
    print(json.dumps(answer.as_dict(), ensure_ascii=False, indent=2) if as_json else answer_text(answer))
