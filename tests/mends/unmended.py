"""The Rasa server without the mends that are for speed only: `python -m tests.mends.unmended`, to be compared with the real one."""

from __future__ import annotations

import mends
from osteochat.rasa_server import main

if __name__ == "__main__":
    mends.apply_speed = lambda: None
    main()
