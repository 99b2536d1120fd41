"""The mend of the training: the same messages as upstream reads, and each file is read once."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.slow  # these load Rasa, which takes seconds

FILES = {
    "data/one.yml": 'version: "3.1"\nnlu:\n- intent: hello\n  examples: |\n    - good morning\n    - hello there\n    - hello there\n',
    "data/two.yml": (
        'version: "3.1"\nnlu:\n- intent: age\n  examples: |\n    - I am [71](age)\n- synonym: seventy\n  examples: |\n    - 70\n'
        "- regex: number\n  examples: |\n    - \\d+\n- lookup: bone\n  examples: |\n    - hip\n"
        "rules:\n- rule: hello\n  steps:\n  - intent: hello\n  - action: utter_hello\n"
    ),
    "domain.yml": 'version: "3.1"\nintents: [hello, age]\nresponses:\n  utter_hello:\n  - text: Hello.\n',
    "config.yml": "language: en\npipeline: []\npolicies: []\n",
}
CODE = """
import json, sys
from mends import light_imports
light_imports.apply()
import mends
if sys.argv[1] == "mended":
    mends.apply_training()
    mends.apply_training()
from rasa.shared.importers import rasa as files
from rasa.shared.importers.importer import TrainingDataImporter
from rasa.shared.nlu.training_data.message import Message
sets, put = [], Message.set
Message.set = lambda self, *given, **named: sets.append(given) or put(self, *given, **named)
reads, read = [], files.RasaFileImporter.get_nlu_data
files.RasaFileImporter.get_nlu_data = lambda self, language="en": reads.append(language) or read(self, language)
importer = TrainingDataImporter.load_from_dict(None, "config.yml", "domain.yml", ["data"])
importer.get_domain()
data = importer.get_nlu_data()
print(json.dumps([len(reads), len(sets), [each.data for each in data.training_examples], data.entity_synonyms, data.regex_features,
                  data.lookup_tables, data.fingerprint(), importer.get_domain().fingerprint()], default=str))
"""


def _read(folder: Path, how: str) -> list[Any]:
    for name, text in FILES.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    command = [sys.executable, "-W", "ignore", "-c", CODE, how]
    environment = {"PYTHONPATH": str(Path.cwd()), "RASA_TELEMETRY_ENABLED": "false"}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=True)
    found: list[Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def test_the_data_are_those_of_upstream_and_are_read_once(tmp_path: Path) -> None:
    reads, sets, *upstream = _read(tmp_path, "upstream")
    mended_reads, mended_sets, *mended = _read(tmp_path, "mended")
    assert mended == upstream
    assert mended_sets < sets, "upstream sets nothing anew any more: the mend of the fingerprints has lost its reason"
    assert (reads, mended_reads) == (2, 1), "upstream reads the files once now: the mend has lost half of its reason"
