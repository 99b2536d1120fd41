"""Files that are served: read once, compressed once, told apart by a hash, and read again when they change."""

from __future__ import annotations

import gzip
import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from sanic.request import Request
from sanic.response import HTTPResponse

FOLDER = Path(__file__).parent / "static"
SHORT, LONG = "public, max-age=300, must-revalidate", "public, max-age=31536000, immutable"
"""Kept for five minutes and then asked for again; or, under an address with the version in it, for good."""


@dataclass(frozen=True)
class Asset:
    """The content of one file."""

    body: bytes
    kind: str

    @cached_property
    def version(self) -> str:
        """A hash of the content, short enough for an address."""
        return hashlib.sha256(self.body).hexdigest()[:12]

    @cached_property
    def compressed(self) -> bytes:
        """The content, gzipped."""
        return gzip.compress(self.body, 9, mtime=0)


class Source:
    """An asset made of files; made anew when one of them changed, so that an edit shows without a restart."""

    def __init__(self, kind: str, files: list[Path], make: Callable[[list[Path]], bytes]) -> None:
        self.kind = kind
        self.files = files
        self._make = make
        self._changed: float = 0.0
        self._asset: Asset | None = None

    def asset(self) -> Asset:
        """Return the content as it is now."""
        changed = max(path.stat().st_mtime for path in self.files)
        if self._asset is None or changed != self._changed:
            self._asset, self._changed = Asset(self._make(self.files), self.kind), changed
        return self._asset


def static(name: str, kind: str) -> Source:
    """Return a file of the folder `static` as it is."""
    return Source(kind, [FOLDER / name], lambda files: files[0].read_bytes())


def serve(request: Request, asset: Asset) -> HTTPResponse:
    """Return an asset, or only the word that it has not changed; compressed when the client can read that."""
    headers = {
        "ETag": f'"{asset.version}"',
        "Cache-Control": LONG if request.args.get("v") == asset.version else SHORT,
        "Vary": "Accept-Encoding",
        "Cross-Origin-Resource-Policy": "cross-origin",
    }
    if asset.version in request.headers.get("If-None-Match", ""):
        return HTTPResponse(status=304, headers=headers)
    if "gzip" in request.headers.get("Accept-Encoding", ""):
        return HTTPResponse(asset.compressed, 200, {**headers, "Content-Encoding": "gzip"}, asset.kind)
    return HTTPResponse(asset.body, 200, headers, asset.kind)
