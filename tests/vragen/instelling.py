"""How hypothesis runs here: no clock (the machine is shared) and nothing written into the checkout."""

import re

from hypothesis import HealthCheck, settings

RUSTIG = settings(deadline=None, database=None, max_examples=100, suppress_health_check=[HealthCheck.too_slow])
WANDELING = settings(RUSTIG, max_examples=25)


def is_vriendelijk(fout: Exception) -> None:
    """What a person reads when an answer is not read: whole sentences, and no question (one is put after it)."""
    assert re.fullmatch(r"[A-Z][^?!]{10,250}\.", str(fout)), fout


# What nobody means as an answer: long, without words, or made to break what reads it.
VIJANDIG = (
    "9" * 40,
    "a" * 1000,
    "blabla " * 142,
    "a;" * 500,
    "1," * 500,
    "3 maart, 8 maart, " * 55,
    "😀" * 250,
    "<script>alert('hoi')</script>",
    "{personen} %s {naam}",
    "'; DROP TABLE gesprek; --",
    "\u202e\u0000\ufeff",
    "nee" * 333,
)
