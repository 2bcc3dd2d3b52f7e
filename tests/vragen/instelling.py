"""How hypothesis runs here: no clock (the machine is shared) and nothing written into the checkout."""

import re

from hypothesis import HealthCheck, settings

RUSTIG = settings(deadline=None, database=None, max_examples=100, suppress_health_check=[HealthCheck.too_slow])
WANDELING = settings(RUSTIG, max_examples=25)


def is_vriendelijk(fout: Exception) -> None:
    """What a person reads when an answer is not read: whole sentences, and no question (one is put after it)."""
    assert re.fullmatch(r"[A-Z][^?!]{10,250}\.", str(fout)), fout
