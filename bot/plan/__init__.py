"""The persoonlijk plan: its questions, what is still open, and what it says."""

from bot.plan.dialoog import Plandialoog, Planteksten, Termijn
from bot.plan.plan import Domein, Plan, Regel, maak_plan

__all__ = ["Domein", "Plan", "Plandialoog", "Planteksten", "Regel", "Termijn", "maak_plan"]
