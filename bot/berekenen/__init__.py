"""The dialogues that lead to a rule: their questions, the rule's input, and the outcome in sentences."""

from bot.berekenen.gebruikelijke_hulp import GebruikelijkeHulp
from bot.berekenen.huishouden import Huishouden
from bot.berekenen.overbelasting import Overbelasting
from bot.berekenen.rekendialoog import Rekendialoog
from bot.berekenen.termijnen import Termijnen

__all__ = ["GebruikelijkeHulp", "Huishouden", "Overbelasting", "Rekendialoog", "Termijnen"]
