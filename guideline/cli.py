"""Arguments in, text or JSON out; exit code 2 for a bad value, 1 for a proof that fails."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from typing import Any, Optional

from guideline.case import Case
from guideline.decide import decide
from guideline.errors import CaseError, GuidelineError
from guideline.jsonl import answer_lines
from guideline.print_text import decision_text, proof_text, table_text, whatif_text
from guideline.table_file import default_table
from guideline.values import READERS
from guideline.whatif import nearest_changes

YES_NO = {"yes": True, "true": True, "no": False, "false": False}
BOOL_FACTS = ("climacteric_symptoms", "bisphosphonate_problem", "low_peripheral_risk", "high_energy")
INT_FACTS = ("vertebral_fractures", "age")


def main(arguments: Optional[Sequence[str]] = None) -> int:
    """Run one command and return the exit code: 0 fine, 1 the proof fails, 2 a bad value or a table that refuses."""
    options = _parser().parse_args(arguments)
    try:
        return int(options.run(options))
    except CaseError as error:
        print(f"{error.fact.replace('_', '-')}: {error.reason} (given: {error.heard})", file=sys.stderr)
        return 2
    except GuidelineError as error:
        print(error, file=sys.stderr)
        return 2
    except BrokenPipeError:
        return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m guideline", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="command")
    decision = commands.add_parser("decide", help="the decision on one case, or on one case a line")
    _add_facts(decision)
    decision.add_argument("--json", action="store_true", help="print the decision as JSON")
    decision.add_argument("--jsonl", action="store_true", help="read one JSON case a line, write one decision a line")
    decision.set_defaults(run=_decide)
    commands.add_parser("table", help="the decision table, as a person reads it").set_defaults(run=_table)
    commands.add_parser("verify", help="walk every case and prove five properties").set_defaults(run=_verify)
    changes = commands.add_parser("whatif", help="the nearest change of each fact that alters the action")
    _add_facts(changes)
    changes.add_argument("--json", action="store_true", help="print the changes as JSON")
    changes.set_defaults(run=_whatif)
    return parser


def _add_facts(parser: argparse.ArgumentParser) -> None:
    for fact in READERS:
        flag = "--" + fact.replace("_", "-")
        if fact == "fracture_sites":
            parser.add_argument(flag, metavar="SITE,SITE", help="sites, with commas between")
        elif fact == "age_range":
            parser.add_argument(flag, metavar="FIRST,LAST", help="first and last possible age")
        elif fact in BOOL_FACTS:
            parser.add_argument(flag, metavar="yes|no", nargs="?", const="yes")
        else:
            parser.add_argument(flag, metavar=fact.upper())


def _case_of(options: argparse.Namespace) -> Case:
    given = {fact: getattr(options, fact) for fact in READERS if getattr(options, fact) is not None}
    return Case.from_facts({fact: _value_of(fact, text) for fact, text in given.items()})


def _value_of(fact: str, text: str) -> Any:
    """Turn the words of a flag into the type of the fact; what does not fit is left for the check to refuse."""
    if fact == "fracture_sites":
        return [site.strip() for site in text.split(",") if site.strip()]
    if fact == "age_range":
        return [int(age) if age.strip().isdigit() else age for age in text.split(",")]
    if fact in BOOL_FACTS:
        return YES_NO.get(text.lower(), text)
    if fact in INT_FACTS and text.strip().lstrip("+-").isdigit():
        return int(text)
    return text


def _decide(options: argparse.Namespace) -> int:
    if options.jsonl:
        sys.stdout.writelines(answer_lines(sys.stdin))
        return 0
    decision = decide(_case_of(options))
    print(json.dumps(decision, ensure_ascii=False, indent=2) if options.json else decision_text(decision))
    return 0


def _table(_: argparse.Namespace) -> int:
    print(table_text(default_table()))
    return 0


def _verify(_: argparse.Namespace) -> int:
    from guideline.verify import verify

    proof = verify()
    print(proof_text(proof))
    return 1 if proof.failures else 0


def _whatif(options: argparse.Namespace) -> int:
    case = _case_of(options)
    changes = {"action": decide(case)["action"], "changes": nearest_changes(case)}
    print(json.dumps(changes, ensure_ascii=False, indent=2) if options.json else whatif_text(changes))
    return 0
