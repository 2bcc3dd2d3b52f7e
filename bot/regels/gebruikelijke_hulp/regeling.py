"""The file of `gebruikelijke-hulp`: age bands, reasons, fields of help. Numbers and texts only."""

from typing import Annotated, Literal

from msgspec import UNSET, Meta, UnsetType

from bot.regels.fouten import Fout
from bot.regels.regeling import (
    Aantal,
    Gemeld,
    Lezing,
    Onderdeel,
    Regeling,
    Tekst,
    Vindplaats,
    sjabloonfouten,
)

Bijdrage = Literal["geen", "kleine_taken", "eigen_kamer", "eenpersoonshuishouden", "volledig"]
Leeftijdsgrens = Annotated[int, Meta(ge=0, le=131)]


class Leeftijdsband(Onderdeel, frozen=True, kw_only=True):
    """Ages from `van` up to, not with, `tot`; the last band has no `tot`.

    `tekst` is the step and may use {wie} and {leeftijd}. `ook_taken_van` names a band whose taken count too.
    """

    bijdrage: Bijdrage
    van: Leeftijdsgrens
    tot: Leeftijdsgrens | UnsetType = UNSET
    bron: Vindplaats
    tekst: Tekst
    ook_taken_van: Bijdrage | UnsetType = UNSET
    taken: tuple[Gemeld, ...]
    lezing: Lezing | UnsetType = UNSET

    def omvat(self, leeftijd: int) -> bool:
        return self.van <= leeftijd and (isinstance(self.tot, UnsetType) or leeftijd < self.tot)


class InWeken(Gemeld, frozen=True, kw_only=True):
    """A reason with a number of weeks; `tekst` may use {weken}."""

    weken: Aantal


class InEtmalen(Gemeld, frozen=True, kw_only=True):
    """A reason with a number of etmalen; `tekst` may use {etmalen}."""

    etmalen: Aantal
    lezing: Lezing | UnsetType = UNSET


class Redenen(Onderdeel, frozen=True, kw_only=True):
    """The texts of the reasons, in the order that decides."""

    geen_leefeenheid: Gemeld
    beperking: Gemeld
    overbelasting: Gemeld
    langdurig_afwezig: InEtmalen
    afwezig_korter: Gemeld
    aanleren_max_6_weken: InWeken
    weigering_telt_niet: Gemeld
    levensverwachting: Gemeld


class Terrein(Gemeld, frozen=True, kw_only=True):
    """A field of life on which help is expected in a long situation."""

    id: Tekst


class Duur(Onderdeel, frozen=True, kw_only=True):
    """Up to and with `maanden` help is expected with everything, after that on `terreinen`.

    The texts are steps and may use {maanden} and {duur}.
    """

    maanden: Aantal
    bron: Vindplaats
    kort: Tekst
    lang: Tekst
    bron_lang: Vindplaats
    terreinen: tuple[Terrein, ...]
    lezing: Lezing | UnsetType = UNSET


class GebruikelijkeHulp(Regeling, frozen=True, kw_only=True):
    """`huisgenoot` names a huisgenoot in a step: it may use {nummer}. The bands cover every age, once."""

    huisgenoot: Tekst
    duur: Duur
    leeftijden: tuple[Leeftijdsband, ...]
    redenen: Redenen

    def band(self, leeftijd: int) -> Leeftijdsband:
        return next(band for band in self.leeftijden if band.omvat(leeftijd))

    def taken(self, band: Leeftijdsband) -> list[str]:
        """The tasks of a band, those it takes over from another band first."""
        meer = [b for b in self.leeftijden if b.bijdrage == band.ook_taken_van]
        return [taak.tekst for b in (*meer, band) for taak in b.taken]


def samenhang(regeling: GebruikelijkeHulp) -> list[Fout]:
    """No gap, overlap or unknown reference in the bands; ids once; the texts can be filled in."""
    fouten = [*_banden(regeling.leeftijden)]
    ids = [terrein.id for terrein in regeling.duur.terreinen]
    fouten += [
        Fout(f"duur.terreinen.{n}.id", f"'{id}' staat er dubbel in. Geef elk terrein een eigen naam.")
        for n, id in enumerate(ids)
        if id in ids[:n]
    ]
    fouten += sjabloonfouten("huisgenoot", regeling.huisgenoot, ("nummer",))
    fouten += sjabloonfouten("duur.kort", regeling.duur.kort, ("maanden", "duur"))
    fouten += sjabloonfouten("duur.lang", regeling.duur.lang, ("maanden", "duur"))
    for naam in Redenen.__struct_fields__:
        namen = {"langdurig_afwezig": ("etmalen",), "aanleren_max_6_weken": ("weken",)}.get(naam, ())
        fouten += sjabloonfouten(f"redenen.{naam}.tekst", getattr(regeling.redenen, naam).tekst, namen)
    return fouten


def _banden(banden: tuple[Leeftijdsband, ...]) -> list[Fout]:
    if not banden:
        return [Fout("leeftijden", "Er staat geen groep in. Vul de leeftijden in, te beginnen bij 0.")]
    fouten = []
    eerder: list[Bijdrage] = []
    verwacht: int | None = 0
    for n, band in enumerate(banden):
        redenen = {
            "van": _van(band, verwacht),
            "tot": _tot(band, laatste=n == len(banden) - 1),
            "bijdrage": _eenmaal(band, eerder),
            "ook_taken_van": _verwijzing(band, eerder),
        }
        fouten += [Fout(f"leeftijden.{n}.{veld}", reden) for veld, reden in redenen.items() if reden]
        fouten += sjabloonfouten(f"leeftijden.{n}.tekst", band.tekst, ("wie", "leeftijd"))
        eerder.append(band.bijdrage)
        # After a wrong `tot` nothing is known about where the next band must begin.
        verwacht = None if redenen["tot"] or isinstance(band.tot, UnsetType) else band.tot
    return fouten


def _van(band: Leeftijdsband, verwacht: int | None) -> str:
    if verwacht is None or band.van == verwacht:
        return ""
    if band.van > verwacht:
        return f"Er is een gat: {verwacht} tot {band.van} jaar hoort bij geen groep. Schrijf {verwacht}."
    return f"Overlap: {band.van} jaar hoort al bij de groep ervoor. Schrijf {verwacht}."


def _tot(band: Leeftijdsband, laatste: bool) -> str:
    if isinstance(band.tot, UnsetType):
        return "" if laatste else "Alleen de laatste groep mag zonder 'tot'. Vul het in."
    if laatste:
        return "De laatste groep heeft geen 'tot'. Haal het weg."
    return "" if band.tot > band.van else f"'tot' moet hoger zijn dan 'van' ({band.van}). Verbeter een van de twee."


def _eenmaal(band: Leeftijdsband, eerder: list[Bijdrage]) -> str:
    if band.bijdrage not in eerder:
        return ""
    return f"'{band.bijdrage}' staat er dubbel in. Geef elke groep een eigen bijdrage."


def _verwijzing(band: Leeftijdsband, eerder: list[Bijdrage]) -> str:
    if isinstance(band.ook_taken_van, UnsetType) or band.ook_taken_van in eerder:
        return ""
    return f"Er is geen groep '{band.ook_taken_van}' hierboven. Noem een groep die al genoemd is."
