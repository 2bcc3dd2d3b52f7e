"""What can be wrong, and where. One place above (web, command, loader) turns these into an answer."""

from collections.abc import Iterable
from typing import NamedTuple


class Fout(NamedTuple):
    """One fault: `veld` is the dotted path ("" is the whole), `reden` a Dutch sentence that says how to mend it."""

    veld: str
    reden: str


class _Fouten(ValueError):
    def __init__(self, fouten: Iterable[Fout]) -> None:
        self.fouten: tuple[Fout, ...] = tuple(fouten)
        super().__init__("; ".join(f"{veld or 'invoer'}: {reden}" for veld, reden in self.fouten))


class Invoerfout(_Fouten):
    """The input of a rule is wrong. `fouten` names every wrong field, not only the first."""


class Inhoudfout(_Fouten):
    """The contents of a regeling are wrong. `fouten` names every wrong place, not only the first."""


class OnbekendeRegel(LookupError):
    """There is no rule with this name. `bekend` lists the names that do exist."""

    def __init__(self, regel: str, bekend: Iterable[str]) -> None:
        self.regel = regel
        self.bekend = tuple(bekend)
        super().__init__(f"Er is geen regel met deze naam. Kies uit: {', '.join(self.bekend)}.")
