"""JSON lines for Schemathesis, which knows no serializer for them."""

import json

import schemathesis


@schemathesis.serializer("application/x-ndjson")
def lines(_, value):
    """Return a body of lines: a text as it is, anything else as JSON, each item of a list on a line of its own."""
    if isinstance(value, (bytes, str)):
        return value if isinstance(value, bytes) else value.encode("utf-8", "replace")
    items = value if isinstance(value, list) else [value]
    return "\n".join(json.dumps(each) for each in items).encode("utf-8", "replace")
