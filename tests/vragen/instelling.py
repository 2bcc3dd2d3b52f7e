"""How hypothesis runs here: no clock (the machine is shared) and nothing written into the checkout."""

from hypothesis import HealthCheck, settings

RUSTIG = settings(deadline=None, database=None, max_examples=100, suppress_health_check=[HealthCheck.too_slow])
WANDELING = settings(RUSTIG, max_examples=25)
