"""Headers of every answer: what a page may do, and which other pages may read it."""

from __future__ import annotations

from sanic.request import Request
from sanic.response import BaseHTTPResponse

NOTHING = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
"""The policy for whatever is no page: it may load nothing and stand in no frame."""
PAGE = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'"
)
"""The policy for our pages: their own script, style and pictures, and nothing written inside the page."""

ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}
METHODS = "GET, POST, DELETE, OPTIONS"
PREFLIGHT_SECONDS = "7200"


def secure(response: BaseHTTPResponse) -> None:
    """Add the security headers that the answer does not have yet."""
    for name, value in {**ALWAYS, "Content-Security-Policy": NOTHING}.items():
        response.headers.setdefault(name, value)


def share(request: Request, response: BaseHTTPResponse, origins: frozenset[str]) -> None:
    """Let a page of a listed origin read the answer; no cookie is ever sent or taken."""
    response.headers["Vary"] = ", ".join(filter(None, [response.headers.get("Vary"), "Origin"]))
    origin = request.headers.get("Origin")
    if origin not in origins:
        return
    response.headers["Access-Control-Allow-Origin"] = origin
    if request.method == "OPTIONS":
        response.headers["Access-Control-Allow-Methods"] = METHODS
        response.headers["Access-Control-Allow-Headers"] = "Authorization, Content-Type"
        response.headers["Access-Control-Max-Age"] = PREFLIGHT_SECONDS
