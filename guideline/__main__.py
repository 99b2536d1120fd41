"""The command line of the rule module: `python -m guideline decide | table | verify | whatif`."""

from __future__ import annotations

import sys

from guideline.cli import main

if __name__ == "__main__":
    sys.exit(main())
