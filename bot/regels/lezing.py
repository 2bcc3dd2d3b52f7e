"""A reading of an ambiguous passage that the citizen always hears of when it touches the outcome."""

from bot.regels.regeling import LetOp, Lezing


class GemeldeLezing(Lezing, frozen=True, kw_only=True):
    """A reading whose `aan_inwoner` must be there; the rule says when it is given."""

    aan_inwoner: LetOp
