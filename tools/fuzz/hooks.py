"""JSON lines for Schemathesis, which knows no serializer for them."""

import schemathesis


@schemathesis.serializer("application/x-ndjson")
def lines(_, value):
    """Return the body as it is described: a text of lines."""
    return value if isinstance(value, bytes) else str(value).encode("utf-8", "replace")
