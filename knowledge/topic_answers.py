"""Questions on education topics, and the search for the nearest one."""

from __future__ import annotations

import re

from .entities import EntityQuestions
from .errors import KnowledgeError
from .records import SearchHit, TopicAnswer
from .schema import Audience, Depth

_WORD = re.compile(r"[^\W_]+")
# Weights of the columns titles, keywords and body: a name or keyword says more than a word of the text.
_NEAREST = """
SELECT search.topic, search.drug, search.statement, bm25(search_fts, 3.0, 5.0, 1.0) AS score
FROM search_fts JOIN search ON search.rowid = search_fts.rowid
WHERE search_fts MATCH ? ORDER BY score, search.rowid
"""


class TopicQuestions(EntityQuestions):
    """Answers to topics; see :class:`knowledge.store.Store`."""

    def topics(self) -> tuple[str, ...]:
        """The ids of all topics."""
        return self.reader.column("SELECT id FROM topics ORDER BY rowid")

    def topic(
        self, identifier: str, drug: str | None = None, depth: Depth = "short", audience: Audience = "patient"
    ) -> TopicAnswer:
        """The answer to a topic, for a drug, option or class if one is named and something differs for it.

        ``depth``: ``one_line``, ``short`` (the default answer), ``more`` (the messages that follow it) or
        ``full`` (both).
        """
        row = self.reader.need("topic", "topics", identifier)
        statement, subject = self._which(identifier, row["drug_section"], drug)
        return TopicAnswer(
            topic=identifier,
            drug=subject,
            statement=statement,
            title=row[f"title_{audience}"],
            ask=row["ask"],
            texts=self.messages(statement, audience, depth),
            has_more=bool(self.messages(statement, audience, "more")),
            sources=self.sources_of(statement),
            numbers=self.numbers_of(statement),
            red_flags=self._listed("topic_links", "target", identifier, "red_flags"),
            see_also=self._listed("topic_links", "target", identifier, "see_also"),
            questions_for_doctor=self._listed("topic_questions", "text", identifier, "questions_for_doctor"),
            questions_for_dentist=self._listed("topic_questions", "text", identifier, "questions_for_dentist"),
        )

    def search(self, text: str, limit: int = 3) -> tuple[SearchHit, ...]:
        """The topics nearest to the words of ``text`` (BM25), the nearest first, each topic once.

        Empty when no word is known.
        """
        words = dict.fromkeys(word.lower() for word in _WORD.findall(text))
        if not words:
            return ()
        query = " OR ".join(f'"{word}"' for word in words)
        best: dict[str, SearchHit] = {}
        for row in self.reader.all(_NEAREST, query):
            best.setdefault(row["topic"], SearchHit(row["topic"], row["drug"], row["statement"], row["score"]))
        return tuple(best.values())[:limit]

    def _which(self, topic: str, section: str | None, drug: str | None) -> tuple[str, str | None]:
        """The statement that answers, and whom it is about: drug first, then option, class, general."""
        if drug is None:
            return f"topic/{topic}", None
        chain = self.subjects(drug)
        if not chain:
            raise KnowledgeError(f"The knowledge base has no drug called {drug}; check the name.")
        candidates = [(f"topic/{topic}/{drug}", drug)]
        if section:
            candidates.append((f"drug/{drug}/{section}", drug))
        candidates += [(f"topic/{topic}/{subject}", subject) for subject in chain[1:]]
        for statement, subject in candidates:
            if self.reader.column("SELECT id FROM statements WHERE id = ?", statement):
                return statement, subject
        return f"topic/{topic}", None

    def _listed(self, table: str, column: str, topic: str, kind: str) -> tuple[str, ...]:
        query = f"SELECT {column} FROM {table} WHERE topic = ? AND kind = ? ORDER BY position"
        return self.reader.column(query, topic, kind)
