"""The worksheet of a Wmo-raad: what a member sees of each point, and what an answer or a decision is stored as.

Page and chat store the same rows: a mening of the page is one that the dialogue could have made.
"""

from collections.abc import Iterable, Mapping
from functools import cache, cached_property
from typing import Annotated, Any, Literal, cast

from msgspec import Meta, Struct, structs

from bot.advies import BELANG, Checklijsten, Deel, Punt, Samen, oordeel_van, voeg_samen
from bot.advies.samen import MET_VERVOLG
from bot.gesprek.diensten import Diensten
from bot.gesprek.instellingen import WORTEL
from bot.gesprek.invoer import LANGSTE_TEKST, is_leeg, schoon, zonder_bsn
from bot.gesprek.stukken import ledennamen, samen_van
from bot.opslag import Besluit, Lid, Werkblad
from bot.vragen.bestand import lees_bestand

Mening = dict[str, Any]
Oordeel = Literal["ja", "deels", "nee", "weet_niet"]
Belang = Literal["hoog", "midden", "laag"]
Tekst = Annotated[str, Meta(max_length=LANGSTE_TEKST)]
OORDELEN = ("ja", "deels", "nee", "weet_niet")
TEKSTVELDEN = ("opmerking", "aanvulling", "voorbeeld")
LANGSTE_NAAM = 60
LANGSTE_BRIEF = {"briefhoofd": 500, "over": 300, "ondertekening": 300}
# A decision begins with the words of every member.
LANGSTE_BESLUIT = 4000
Besluittekst = Annotated[str, Meta(max_length=LANGSTE_BESLUIT)]


class Naamfout(ValueError):
    """A name that cannot be used; the message is the key of the text that says so."""


class Antwoord(Struct, frozen=True, forbid_unknown_fields=True):
    """What somebody fills in at a point."""

    oordeel: Oordeel
    opmerking: Tekst = ""
    aanvulling: Tekst = ""
    belang: Belang | None = None
    voorbeeld: Tekst = ""


class Raadsantwoord(Antwoord, frozen=True, forbid_unknown_fields=True):
    """What the raad settles at a point."""

    opmerking: Besluittekst = ""
    aanvulling: Besluittekst = ""
    voorbeeld: Besluittekst = ""


class Stemming(Struct, frozen=True):
    """What one member answered. `lid_id` is empty for somebody who is no longer there."""

    lid_id: str
    naam: str
    antwoord: Antwoord


class Puntbeeld(Struct, frozen=True):
    """A point as one member sees it: `anderen` is empty until this member has answered, but for the secretaris.

    `verdeeld` says that members differ and nothing is settled. `minderheid` was kept beside the decision.
    """

    punt: Punt
    eigen: Antwoord | None
    overgeslagen: bool
    mag_zien: bool
    anderen: tuple[Stemming, ...]
    hoeveel_anderen: int
    verdeeld: bool
    besloten: Antwoord | None
    versie: int
    minderheid: tuple[dict[str, Any], ...]


class Voortgang(Struct, frozen=True):
    """How far a part is: points that this member has done, that anybody has done, and that members differ about."""

    deel: Deel
    lijst: str
    aantal: int
    eigen: int
    raad: int
    verschillen: int


@cache
def teksten() -> dict[str, dict[str, str]]:
    """`data/dialogen/werkblad.yaml`: every text of the pages, by page. Raises Bestandsfout."""
    return lees_bestand(WORTEL / "data" / "dialogen" / "werkblad.yaml", dict[str, dict[str, str]])


def netjes(tekst: str) -> str:
    """What is stored of typed text: without control characters, a burgerservicenummer masked."""
    return zonder_bsn(schoon(tekst.replace("\r\n", "\n")))[0]


def met_bsn(teksten_: Iterable[str]) -> bool:
    """Whether a burgerservicenummer stood in any of these."""
    return any(zonder_bsn(schoon(t))[1] for t in teksten_)


def lees_naam(tekst: str) -> str:
    """A name or initials on one line. Raises Naamfout."""
    naam = " ".join(netjes(tekst).split())
    if is_leeg(naam):
        raise Naamfout("naam_leeg")
    if len(naam) > LANGSTE_NAAM:
        raise Naamfout("naam_lang")
    return naam


def als_mening(antwoord: Antwoord) -> Mening:
    """As the dialogue stores it. The form asked what follows a `deels` or `nee`, so the chat will not ask it again."""
    tekst = {veld: netjes(getattr(antwoord, veld)) for veld in TEKSTVELDEN}
    mening: Mening = {"oordeel": {"oordeel": antwoord.oordeel, "opmerking": tekst["opmerking"]}}
    vervolg = {"aanvulling": tekst["aanvulling"] or None, "belang": antwoord.belang}
    if antwoord.oordeel in MET_VERVOLG:
        mening |= vervolg
        if not tekst["opmerking"]:
            mening["opmerking"] = None
        if tekst["voorbeeld"] or antwoord.belang == BELANG[0]:
            mening["voorbeeld"] = tekst["voorbeeld"] or None
    else:
        mening |= {veld: w for veld, w in {**vervolg, "voorbeeld": tekst["voorbeeld"]}.items() if w}
    return mening


def als_antwoord(mening: Mapping[str, Any] | None) -> Antwoord | None:
    """What stands in a form again; None for a point that was not answered, or skipped."""
    oordeel = oordeel_van(mening or {})
    if not mening or oordeel not in OORDELEN:
        return None
    belang = mening.get("belang")
    return Antwoord(
        oordeel=cast(Oordeel, oordeel),
        opmerking=mening["oordeel"].get("opmerking") or mening.get("opmerking") or "",
        aanvulling=mening.get("aanvulling") or "",
        belang=belang if belang in BELANG else None,
        voorbeeld=mening.get("voorbeeld") or "",
    )


def telt(antwoord: Antwoord) -> Antwoord:
    """What of it counts: a sentence, an example and a belang belong to `deels` and `nee`."""
    if antwoord.oordeel in MET_VERVOLG:
        return antwoord
    return structs.replace(antwoord, aanvulling="", belang=None, voorbeeld="")


class Deelname:
    """An advice as one member sees it."""

    def __init__(self, lid: Lid, blad: Werkblad, lijsten: Checklijsten) -> None:
        self.lid, self.blad, self.lijsten = lid, blad, lijsten

    @cached_property
    def namen(self) -> dict[str, str]:
        """Every member's name by id, no two the same."""
        return ledennamen(self.blad.leden)

    @property
    def naam(self) -> str:
        """The name under which this member goes."""
        return self.namen[self.lid.id]

    @property
    def actief(self) -> list[Lid]:
        """The members who did not leave."""
        return [lid for lid in self.blad.leden if not lid.vertrokken]

    @property
    def klaar(self) -> bool:
        """Whether the secretaris said that the advice is no draft any more."""
        return bool(self.blad.gegevens.get("klaar"))

    @property
    def gekozen(self) -> list[str]:
        """The names of the lists that the raad uses."""
        return self.lijsten.kies(self.blad.gegevens.get("lijsten"))

    @cached_property
    def delen(self) -> dict[str, Deel]:
        """The parts of those lists, each question once."""
        return {d.id: d for d in self.lijsten.delen(self.gekozen)}

    @cached_property
    def punten(self) -> dict[str, Punt]:
        """The points of those parts."""
        return {p.id: p for d in self.delen.values() for p in d.punten}

    @cached_property
    def samen(self) -> Samen:
        """Everything that the raad said, by name."""
        return samen_van(self.blad)

    def deel_van(self, punt_id: str) -> Deel:
        """The part in which a point is asked."""
        return next(d for d in self.delen.values() if any(p.id == punt_id for p in d.punten))

    def elders(self, deel_id: str) -> list[tuple[Punt, Deel, str]]:
        """The points of a part that an earlier list asks already: the point there, its part and the list."""
        gevonden = []
        for punt in self.lijsten.elders(self.gekozen, self.delen[deel_id]):
            kern = self.lijsten.kern(punt.id)
            if kern in self.punten:
                deel = self.deel_van(kern)
                gevonden.append((self.punten[kern], deel, self.lijsten.lijst_van(deel.id)))
        return gevonden

    def verdeeld(self, punt_id: str) -> bool:
        """Whether members differ about it and the raad has not settled it."""
        per_lid = self.blad.meningen.get(punt_id, {})
        return punt_id not in self.blad.besluiten and voeg_samen(per_lid, None).verdeeld

    @property
    def verschillen(self) -> list[Punt]:
        """The points that members differ about, in the order of the lists."""
        return [p for p in self.punten.values() if self.verdeeld(p.id)]

    def voortgang(self) -> list[Voortgang]:
        """How far each part is."""
        return [self._voortgang(deel) for deel in self.delen.values()]

    def _voortgang(self, deel: Deel) -> Voortgang:
        ids = [p.id for p in deel.punten]
        besloten, gezegd = self.blad.besluiten, self.blad.meningen
        return Voortgang(
            deel=deel,
            lijst=self.lijsten.lijst_van(deel.id),
            aantal=len(ids),
            eigen=sum(i in besloten or self.lid.id in gezegd.get(i, {}) for i in ids),
            raad=sum(i in besloten or bool(gezegd.get(i)) for i in ids),
            verschillen=sum(map(self.verdeeld, ids)),
        )

    def beeld(self, punt_id: str) -> Puntbeeld:
        """The point as this member sees it."""
        per_lid = self.blad.meningen.get(punt_id, {})
        besluit = self.blad.besluiten.get(punt_id)
        eigen = als_antwoord(per_lid.get(self.lid.id))
        stemmen = self.stemmen(punt_id)
        mag_zien = self.lid.secretaris or eigen is not None or besluit is not None
        anderen = tuple(s for s in stemmen if s.lid_id != self.lid.id)
        return Puntbeeld(
            punt=self.punten[punt_id],
            eigen=eigen,
            overgeslagen=eigen is None and self.lid.id in per_lid,
            mag_zien=mag_zien,
            anderen=anderen if mag_zien else (),
            hoeveel_anderen=len(anderen),
            verdeeld=self.verdeeld(punt_id),
            besloten=self.besloten(punt_id),
            versie=besluit.versie if besluit else 0,
            minderheid=tuple(besluit.inhoud.get("minderheid", ())) if besluit else (),
        )

    def besloten(self, punt_id: str) -> Antwoord | None:
        """What the raad settled, or None."""
        besluit = self.blad.besluiten.get(punt_id)
        return als_antwoord(besluit.inhoud) if besluit else None

    def stemmen(self, punt_id: str) -> list[Stemming]:
        """What every member answered who did."""
        per_lid = self.blad.meningen.get(punt_id, {})
        return [
            Stemming(id, self.namen[id], telt(antwoord))
            for id, mening in per_lid.items()
            if (antwoord := als_antwoord(mening))
        ]

    # -- settling ----------------------------------------------------------------------------------

    def voorzet(self, punt_id: str) -> dict[str, str]:
        """What stands in the form for the decision: what was settled, else the members' own words."""
        if besloten := self.besloten(punt_id):
            return velden(besloten)
        stemmen = self.stemmen(punt_id)
        samen = voeg_samen(self.blad.meningen.get(punt_id, {}), None)
        return {
            "oordeel": samen.oordeel or "",
            "belang": samen.belang or "",
            **{veld: _woorden(stemmen, veld) for veld in TEKSTVELDEN},
        }

    def minderheden(self, punt_id: str) -> list[dict[str, Any]]:
        """What may be kept beside the decision: what each member says now, and what was kept of who says it no more."""
        nu = [
            {"lid": s.lid_id, "naam": s.naam, "oordeel": s.antwoord.oordeel, "opmerking": s.antwoord.opmerking or None}
            for s in self.stemmen(punt_id)
        ]
        hier = {stem["lid"] for stem in nu}
        besluit = self.blad.besluiten.get(punt_id)
        bewaard = besluit.inhoud.get("minderheid", ()) if besluit else ()
        return nu + [stem for stem in bewaard if stem["lid"] not in hier]

    def besluit(self, punt_id: str, antwoord: Antwoord, minderheid: Iterable[str]) -> Mening:
        """The decision as it is stored, with who wrote it down."""
        gekozen = set(minderheid)
        stemmen = [stem for stem in self.minderheden(punt_id) if stem["lid"] in gekozen]
        return {**als_mening(antwoord), "minderheid": stemmen, "door": self.lid.id}

    def door(self, besluit: Besluit) -> str:
        """Who wrote a decision down, as far as known."""
        return self.namen.get(str(besluit.inhoud.get("door")), "")


def deelname(diensten: Diensten, gesprek_id: str) -> Deelname | None:
    """The advice of this conversation as it stands in the database now, or None."""
    lid = diensten.adviezen.lid(gesprek_id)
    blad = diensten.adviezen.werkblad(lid.advies_id) if lid else None
    return Deelname(lid, blad, diensten.advies.lijsten) if lid and blad else None


def velden(antwoord: Antwoord | None) -> dict[str, str]:
    """The contents of a form."""
    if antwoord is None:
        return dict.fromkeys(("oordeel", "belang", *TEKSTVELDEN), "")
    return {naam: waarde or "" for naam, waarde in structs.asdict(antwoord).items()}


def _woorden(stemmen: Iterable[Stemming], veld: str) -> str:
    """The only text; several with the name before each, so that nobody's words become another's."""
    gezegd = {s.naam: tekst for s in stemmen if (tekst := getattr(s.antwoord, veld))}
    if len(set(gezegd.values())) <= 1:
        return next(iter(gezegd.values()), "")
    return "\n".join(f"{naam}: {tekst}" for naam, tekst in gezegd.items())
