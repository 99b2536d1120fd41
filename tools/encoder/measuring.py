"""How well messages are understood that neither the encoder nor the linear model was taught, by cross-validation."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
from sklearn.metrics import f1_score
from sklearn.model_selection import StratifiedKFold

from nlu.intent import model as intent_model
from nlu.intent.encoder import Encoder, read_encoder
from tools.encoder.network import Network
from tools.encoder.writing import files_of

FOLDS, SEED = 5, 7


@dataclass
class Heard:
    """What was meant by the messages left out, and what each way of hearing made of them."""

    meant: list[str] = field(default_factory=list)
    linear: list[str] = field(default_factory=list)
    encoder: list[str] = field(default_factory=list)
    both: list[str] = field(default_factory=list)
    in_three: list[bool] = field(default_factory=list)

    def report(self) -> str:
        """Return macro-F1 and accuracy of each way."""
        lines = [
            f"{way}: macro-F1 {f1_score(self.meant, heard, average='macro'):.4f}, "
            f"right {np.mean(np.array(heard) == np.array(self.meant)):.4f}"
            for way, heard in (("linear", self.linear), ("encoder", self.encoder), ("both", self.both))
        ]
        return "\n".join([*lines, f"both, among the first three: {np.mean(self.in_three):.4f} of {len(self.meant)}"])


def measure(
    texts: Sequence[str],
    intents: Sequence[str],
    pieces: list[str],
    taught: Callable[[np.ndarray], Network],
    folds: Sequence[int],
) -> Heard:
    """Leave out these fifths one after the other.

    :param taught: returns a network that was taught the messages of these rows
    """
    labels = np.array(intents)
    heard = Heard()
    splits = list(StratifiedKFold(FOLDS, shuffle=True, random_state=SEED).split(labels, labels))
    for fold in folds:
        seen, unseen = splits[fold]
        encoder = _as_read(taught(seen), pieces, sorted(set(intents)))
        linear = intent_model.train([texts[row] for row in seen], labels[seen].tolist())
        for row in unseen:
            _hear(heard, texts[row], intents[row], replace(linear, encoder=encoder))
        print(f"fold {fold}\n{heard.report()}", flush=True)
    return heard


def _hear(heard: Heard, text: str, meant: str, model: intent_model.IntentModel) -> None:
    ranking = list(model.scores(text))
    heard.meant.append(meant)
    heard.both.append(ranking[0])
    heard.in_three.append(meant in ranking[:3])
    heard.encoder.append(model.encoder.intents[int(model.encoder.log_shares(text).argmax())])
    heard.linear.append(model.intents[int(model.margins(text).argmax())])


def _as_read(network: Network, pieces: list[str], intents: list[str]) -> Encoder:
    """Return the encoder as the classifier reads it, with what is lost by writing it small."""
    return read_encoder(*files_of(network.arrays(), pieces, intents))
