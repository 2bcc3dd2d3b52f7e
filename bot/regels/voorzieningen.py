"""The list of what is algemeen gebruikelijk, and how what somebody types is found on it (hogeland bijlage 4)."""

from collections.abc import Iterable
from typing import Annotated, Literal

from msgspec import UNSET, Meta, UnsetType

from bot.regels.fouten import Fout
from bot.regels.lezing import GemeldeLezing
from bot.regels.regeling import Aantal, LetOp, Onderdeel, Tekst, Vindplaats, sjabloonfouten
from bot.regels.uitkomst import Reden, Stap, stap
from bot.regels.woordvorm import naamvorm, woordvorm

Categorie = Literal["wonen", "vervoer", "diensten"]
Namen = Annotated[tuple[Tekst, ...], Meta(min_length=1)]


class Grens(Onderdeel, frozen=True, kw_only=True):
    """The condition under which a thing is on the list. The three texts may use {aantal}."""

    aantal: Aantal
    vraag: Tekst
    ja: Tekst
    nee: Tekst
    bron: Vindplaats
    lezing: GemeldeLezing | UnsetType = UNSET

    def gevraagd(self) -> Reden:
        """Why the condition must be known: the question itself."""
        return Reden(code="voorwaarde", tekst=self.vraag.format(aantal=self.aantal), bron=self.bron.bron)

    def stap(self, onderdeel: str, vervuld: bool) -> Stap:
        """A step that says whether the condition holds."""
        tekst = self.ja if vervuld else self.nee
        return stap(onderdeel, tekst.format(aantal=self.aantal), self.bron)


class Voorziening(Onderdeel, frozen=True, kw_only=True):
    """A thing or service on the list. `tekst` shows it, `namen` holds what people call it.

    `ook_maatwerk` is there when other rules give the same thing as a maatwerkvoorziening: then a person decides.
    """

    id: Tekst
    tekst: Tekst
    namen: Namen
    categorie: Categorie
    bron: Vindplaats
    voorwaarde: Grens | UnsetType = UNSET
    ook_maatwerk: tuple[LetOp, ...] = ()
    let_op: tuple[LetOp, ...] = ()


def gelezen(lezing: GemeldeLezing | UnsetType) -> list[Reden]:
    """What the chosen reading tells the citizen, when there is one."""
    return [] if isinstance(lezing, UnsetType) else [Reden.van(lezing.aan_inwoner)]


def vind(lijst: Iterable[Voorziening], tekst: str) -> Voorziening | None:
    """The thing that `tekst` names, however it is written, or None. A longer name is another thing."""
    gezocht = woordvorm(tekst)
    return next((item for item in lijst if any(naamvorm(naam) == gezocht for naam in item.namen)), None)


def lijstfouten(plek: str, lijst: Iterable[Voorziening]) -> list[Fout]:
    """No two things share an id or a name, each name can be found, and the texts can be filled in."""
    fouten: list[Fout] = []
    van_wie: dict[str, str] = {}
    ids: set[str] = set()
    for nummer, item in enumerate(lijst):
        hier = f"{plek}.{nummer}"
        if item.id in ids:
            fouten.append(Fout(f"{hier}.id", f"'{item.id}' staat er dubbel in. Geef elk ding een eigen id."))
        ids.add(item.id)
        for volg, naam in enumerate(item.namen):
            eigenaar = van_wie.setdefault(naamvorm(naam), hier)
            if not naamvorm(naam):
                fouten.append(Fout(f"{hier}.namen.{volg}", "Deze naam heeft geen letter of cijfer. Verbeter hem."))
            elif eigenaar != hier:
                reden = f"'{naam}' is ook een naam bij {eigenaar}. Laat hem bij één ding staan."
                fouten.append(Fout(f"{hier}.namen.{volg}", reden))
        fouten += _grensfouten(f"{hier}.voorwaarde", item.voorwaarde)
    return fouten


def _grensfouten(plek: str, grens: Grens | UnsetType) -> list[Fout]:
    if isinstance(grens, UnsetType):
        return []
    teksten = {"vraag": grens.vraag, "ja": grens.ja, "nee": grens.nee}
    return [fout for veld, tekst in teksten.items() for fout in sjabloonfouten(f"{plek}.{veld}", tekst, ("aantal",))]
