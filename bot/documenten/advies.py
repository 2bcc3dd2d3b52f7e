"""The advice of the Wmo-raad as a letter to the college. Nothing in it that no member said."""

from collections.abc import Iterable
from typing import Any

from msgspec import Struct, structs, to_builtins

from bot.advies import Advies, Adviesdeel, Adviespunt
from bot.documenten.grafiek import Grafiek, grafieken
from bot.documenten.meta import Meta
from bot.documenten.odt import maak_odt
from bot.documenten.pdf import maak_pdf
from bot.documenten.sjabloon import ingevuld, vul

OORDELEN = ("ja", "deels", "nee", "weet_niet")
GEEN_OORDEEL = "geen"
MET_ADVIES = ("deels", "nee")
BELANG = ("hoog", "midden", "laag", None)


class Regel(Struct, frozen=True):
    """A point in the letter, with the names of the checklist and the part in which it stands.

    `nummer` counts the advised sentences, and at points with `weet_niet` the questions to the college.
    """

    punt: Adviespunt
    nummer: int | None
    lijst: str
    deel: str

    @property
    def stand(self) -> str:
        """The oordeel, `verdeeld` when the members differ, or `geen`."""
        return self.punt.oordeel or ("verdeeld" if self.punt.verdeeld else GEEN_OORDEEL)


class Onderdeel(Struct, frozen=True):
    """A part of a checklist as the letter shows it."""

    naam: str
    regels: tuple[Regel, ...]

    @property
    def goed(self) -> list[Regel]:
        """What is in the policy."""
        return [r for r in self.regels if r.punt.oordeel == "ja"]

    @property
    def ontbreekt(self) -> list[Regel]:
        """What is in it partly or not, what matters most first."""
        return op_belang(r for r in self.regels if r.punt.oordeel in MET_ADVIES)

    @property
    def telling(self) -> dict[str, int]:
        """How many points have each oordeel; the last number counts those that have none."""
        return {o: sum((r.punt.oordeel or GEEN_OORDEEL) == o for r in self.regels) for o in (*OORDELEN, GEEN_OORDEEL)}

    @property
    def bekeken(self) -> int:
        """How many points have an oordeel."""
        return len(self.regels) - self.telling[GEEN_OORDEEL]


class Lijst(Struct, frozen=True):
    """A checklist with its parts."""

    naam: str
    delen: tuple[Onderdeel, ...]

    @property
    def regels(self) -> tuple[Regel, ...]:
        """Every point."""
        return tuple(r for d in self.delen for r in d.regels)

    @property
    def besproken(self) -> list[Onderdeel]:
        """The parts about which there is something good or missing to say."""
        return [d for d in self.delen if d.goed or d.ontbreekt]

    @property
    def telling(self) -> dict[str, int]:
        """How many points of the whole list have each oordeel."""
        return {o: sum(d.telling[o] for d in self.delen) for o in (*OORDELEN, GEEN_OORDEEL)}

    @property
    def bekeken(self) -> int:
        """How many points have an oordeel."""
        return sum(d.bekeken for d in self.delen)

    @property
    def grafieken(self) -> list[Grafiek]:
        """The coverage of its parts."""
        return grafieken([(d.naam, d.telling) for d in self.delen])


def op_belang(regels: Iterable[Regel]) -> list[Regel]:
    """What the raad finds most important first, then in the order of the checklist."""
    return sorted(regels, key=lambda r: BELANG.index(r.punt.belang))


def advies_html(advies: Advies, meta: Meta) -> str:
    """The advice as a letter to the college, for screen and paper."""
    lijsten = lijsten_van(advies)
    regels = [r for lijst in lijsten for r in lijst.regels]
    adviezen = [r for r in op_belang(regels) if _met_advies(r.punt)]
    missend = [r for r in op_belang(regels) if r.punt.oordeel in MET_ADVIES]
    return vul(
        "advies.html",
        advies=advies,
        brief=advies.brief,
        datum=advies.brief.datum or meta.datum,
        lijsten=lijsten,
        namen=advies.lijsten or tuple(lijst.naam for lijst in lijsten),
        regels=regels,
        bekeken=sum(lijst.bekeken for lijst in lijsten),
        telling={o: sum(lijst.telling[o] for lijst in lijsten) for o in (*OORDELEN, GEEN_OORDEEL)},
        adviezen=adviezen,
        zonder_advies=len(missend) - len(adviezen),
        hoog=[r for r in missend if r.punt.belang == "hoog"],
        vragen=[r for r in op_belang(regels) if r.punt.oordeel == "weet_niet"],
        verdeeld=[] if advies.klaar else [r for r in regels if r.stand == "verdeeld"],
        stil=stil_over(advies, lijsten),
        met_belang=any(r.punt.belang for r in regels),
        bronnen=[r.punt.bron for r in regels],
        meta=meta,
    )


def advies_pdf(advies: Advies, meta: Meta) -> bytes:
    """The advice as PDF/UA-1."""
    return maak_pdf(advies_html(advies, meta))


def advies_odt(advies: Advies, meta: Meta) -> bytes:
    """The advice as a text that the raad can write on in."""
    return maak_odt(advies_html(advies, meta))


def advies_json(advies: Advies, meta: Meta) -> dict[str, Any]:
    """The advice with every point of the checklist; `bekeken` counts the points with an oordeel.

    `nummer` is the number of an advice, or of a question at a point with `weet_niet`, as it stands in the letter.
    """
    nummers = {r.punt.id: r.nummer for lijst in lijsten_van(advies) for r in lijst.regels}
    delen = []
    for deel in advies.delen:
        punten = [to_builtins(_zoals_gezegd(p)) | {"nummer": nummers[p.id]} for p in deel.punten]
        delen.append(
            {
                "id": deel.id,
                "naam": deel.naam,
                "lijst": deel.lijst or advies.titel,
                "bron": to_builtins(deel.bron),
                "aantal": len(punten),
                "bekeken": sum(p["oordeel"] is not None for p in punten),
                "punten": punten,
            }
        )
    return {
        "soort": "wmo-conceptadvies",
        "gemeente": meta.gemeente,
        "datum": meta.datum.isoformat(),
        "kenmerk": meta.kenmerk,
        "titel": advies.titel,
        "klaar": advies.klaar,
        "lijsten": list(advies.lijsten),
        "leden": list(advies.leden),
        "brief": to_builtins(advies.brief),
        "aantal": sum(d["aantal"] for d in delen),
        "bekeken": sum(d["bekeken"] for d in delen),
        "delen": delen,
        "pdf": meta.pdf_url,
    }


def lijsten_van(advies: Advies) -> list[Lijst]:
    """The checklists in the order in which the raad picked them, with their parts, and each advice numbered."""
    per_lijst: dict[str, list[Adviesdeel]] = {naam: [] for naam in advies.lijsten}
    for deel in advies.delen:
        per_lijst.setdefault(deel.lijst or advies.titel, []).append(deel)
    los = [
        Regel(_zoals_gezegd(p), None, naam, deel.naam)
        for naam, delen in per_lijst.items()
        for deel in delen
        for p in deel.punten
    ]
    adviezen = [r for r in op_belang(los) if _met_advies(r.punt)]
    vragen = [r for r in op_belang(los) if r.punt.oordeel == "weet_niet"]
    nummers = {r.punt.id: nummer for reeks in (adviezen, vragen) for nummer, r in enumerate(reeks, 1)}
    regels = {r.punt.id: structs.replace(r, nummer=nummers.get(r.punt.id)) for r in los}
    return [
        Lijst(naam, tuple(Onderdeel(d.naam, tuple(regels[p.id] for p in d.punten)) for d in delen))
        for naam, delen in per_lijst.items()
        if delen
    ]


def stil_over(advies: Advies, lijsten: Iterable[Lijst]) -> list[tuple[Onderdeel, list[Regel]]]:
    """The points without an oordeel, with their part. In a draft, what the members differ about has its own place."""
    zwijgend = (GEEN_OORDEEL, "verdeeld") if advies.klaar else (GEEN_OORDEEL,)
    per_deel = [(deel, [r for r in deel.regels if r.stand in zwijgend]) for lijst in lijsten for deel in lijst.delen]
    return [(deel, regels) for deel, regels in per_deel if regels]


def _met_advies(punt: Adviespunt) -> bool:
    return punt.oordeel in MET_ADVIES and ingevuld(punt.aanvulling)


def _zoals_gezegd(punt: Adviespunt) -> Adviespunt:
    """The point without what belongs to an oordeel that the raad took back."""
    return structs.replace(
        punt,
        opmerking=punt.opmerking if punt.oordeel else None,
        voorbeeld=punt.voorbeeld if punt.oordeel else None,
        aanvulling=punt.aanvulling if punt.oordeel in MET_ADVIES else None,
        minderheid=punt.minderheid if punt.oordeel or punt.verdeeld else (),
    )
