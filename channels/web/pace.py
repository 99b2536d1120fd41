"""How often somebody may do something: a sliding minute, kept in memory only."""

from __future__ import annotations

import ipaddress
import math
import time
from collections import OrderedDict, deque

MINUTE = 60.0
MOST_KEPT = 10_000
"""Names that are remembered; the one that was quiet longest is forgotten first."""


class Pace:
    """At most `a_minute` times in any minute for each name."""

    def __init__(self, a_minute: int) -> None:
        self.a_minute = a_minute
        self._times: OrderedDict[str, deque[float]] = OrderedDict()

    def wait(self, name: str) -> int:
        """Take one turn and return 0, or take none and return the whole seconds to wait for it."""
        now = time.monotonic()
        times = self._times.setdefault(name, deque())
        self._times.move_to_end(name)
        while times and times[0] <= now - MINUTE:
            times.popleft()
        if len(times) >= self.a_minute:
            return math.ceil(times[0] + MINUTE - now)
        times.append(now)
        if len(self._times) > MOST_KEPT:
            self._times.popitem(last=False)
        return 0


def address_of(connection: str, forwarded: str, proxies: int) -> str:
    """Return the address that a request counts for.

    :param connection: the address of the connection
    :param forwarded: the header X-Forwarded-For, which anybody can write
    :param proxies: how many trusted proxies add to that header; 0: it is not looked at
    """
    hops = [each.strip() for each in forwarded.split(",") if each.strip()]
    given = hops[-proxies] if proxies and len(hops) >= proxies else connection
    try:
        address = ipaddress.ip_address(given)
    except ValueError:
        return connection
    if isinstance(address, ipaddress.IPv6Address):
        # One household has a whole /64: each of its 2^64 addresses would otherwise have a pace of its own.
        return str(ipaddress.ip_network((address, 64), strict=False))
    return str(address)
