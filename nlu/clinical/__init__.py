"""The clinical extractor: reads one message of any register into clinical findings.

>>> from nlu.clinical import read
>>> read("72F, hip fx, T -2.7").facts()
{'fracture_sites': ['hip'], 'age': 72, 't_score': '-2.7'}
"""

from __future__ import annotations

from nlu.clinical.model import Finding, Reading
from nlu.clinical.reading import read, warm

__all__ = ["Finding", "Reading", "read", "warm"]
