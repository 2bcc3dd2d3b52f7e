"""A plan, an advice and outcomes as small as they can be, and ways to read a document back."""

from collections.abc import Callable
from datetime import date
from html.parser import HTMLParser
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader

from bot.advies import Advies, Adviesdeel, Adviespunt
from bot.advies.advies import Brief, Stem
from bot.documenten import Meta
from bot.plan import Domein, Plan, Regel
from bot.vragen import Bron

AVI = Bron("avi", "hoofdstuk 5, Overigen, punt 2")


class Lezer(HTMLParser):
    """The text of a page per element: `(tag, class, text)`, and every tag that occurs."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.stapel: list[list[str]] = []
        self.elementen: list[tuple[str, str, str]] = []
        self.tags: set[str] = set()
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        if tag not in ("meta", "link", "img", "br"):
            self.stapel.append([tag, dict(attrs).get("class") or "", ""])

    def handle_endtag(self, tag: str) -> None:
        naam, klasse, tekst = self.stapel.pop()
        self.elementen.append((naam, klasse, tekst))

    def handle_data(self, data: str) -> None:
        for element in self.stapel:
            element[2] += data

    def met_klasse(self, klasse: str) -> list[str]:
        return [tekst for _, k, tekst in self.elementen if klasse in k.split()]

    def met_tag(self, *tags: str) -> list[str]:
        return [" ".join(tekst.split()) for tag, _, tekst in self.elementen if tag in tags]


def lees_pdf(pdf: bytes) -> PdfReader:
    return PdfReader(BytesIO(pdf))


def tekst_van(pdf: bytes) -> str:
    """The text with single spaces."""
    return " ".join(" ".join(bladzijde.extract_text() for bladzijde in lees_pdf(pdf).pages).split())


@pytest.fixture(scope="session")
def meta() -> Meta:
    return Meta(
        gemeente="Het Hogeland",
        datum=date(2023, 3, 8),
        kenmerk="3b2f6a0e",
        pdf_url="/document.pdf",
        documentnamen={"avi": "Aandacht voor iedereen, Kwaliteitseisen (2014)", "hogeland": "Wmo Beleidsregels 2023"},
        clientondersteuning="In deze gemeente kunt u terecht bij Mensenwerk.",
        medewerker="U kunt met een mens praten. Bel het Wmo-loket.",
        terug_url="/terug",
    )


@pytest.fixture(scope="session")
def uitkomst() -> dict[str, Any]:
    wasgoed = {"document": "hogeland", "plaats": "bijlage 1 §3.2 Wasverzorging"}
    zwaar = {"document": "hogeland", "plaats": "bijlage 1 §3.2 Zwaar huishoudelijk werk"}
    return {
        "regel": "huishoudelijke-hulp",
        "gemeente": "het_hogeland",
        "regeling": {"titel": "Wmo Beleidsregels 2023", "geldig_van": "2023-01-01", "sha256": "0" * 64},
        "status": "berekend",
        "waarde": {"minuten_per_week": 135},
        "stappen": [
            {"onderdeel": "zwaar", "tekst": "Zwaar werk in huis: 90 minuten", "minuten": 90, "bron": zwaar},
            {"onderdeel": "zwaar", "tekst": "Stofzuigen: 15 minuten eraf", "minuten": -15, "bron": zwaar},
            {"onderdeel": "was", "tekst": "Wasgoed verzorgen: 60 minuten", "minuten": 60, "bron": wasgoed},
        ],
        "redenen": [],
        "ontbreekt": [],
        "voorbehoud": "De consulent beslist, samen met u.",
        "naam": "Hoeveel hulp in huis?",
        "zinnen": ["De gemeente komt op ongeveer 2 uur en 15 minuten per week."],
    }


@pytest.fixture(scope="session")
def maak_plan() -> Callable[..., Plan]:
    """A plan with one leefdomein, in which the question "Zo gaat het nu" has the given answer."""

    def maak(antwoord: str | None = "Ze kan niet meer bukken.", **anders: Any) -> Plan:
        regels = (
            Regel("alledaagse_verzorging.domein_nu", "Zo gaat het nu", antwoord),
            Regel("alledaagse_verzorging.domein_doel", "Dit is het doel", "thuis blijven"),
        )
        velden: dict[str, Any] = {
            "voor_wie": "uw moeder",
            "melding": "2023-03-07",
            "domeinen": (Domein("alledaagse_verzorging", "Huishouden en verzorging", regels),),
            "algemeen": (Regel("hulp_nu", "Wie nu helpt", None), Regel("vorm", "Hoe de hulp komt", "Een pgb")),
            "uitkomsten": (),
            "klaar": True,
        }
        return Plan(**(velden | anders))

    return maak


@pytest.fixture(scope="session")
def maak_advies() -> Callable[..., Advies]:
    """An advice on one part; each argument is a point: `(oordeel, opmerking, aanvulling)`."""

    def maak(*punten: tuple[str | None, str | None, str | None]) -> Advies:
        lijst = tuple(
            Adviespunt(f"punt_{i}", f"Punt nummer {i}", f"Staat punt {i} in het beleid?", *punt, AVI)
            for i, punt in enumerate(punten, 1)
        )
        deel = Adviesdeel("klachten", "Klachten en vertrouwen", AVI, lijst, len(lijst))
        return Advies("Basisset kwaliteitseisen van de VNG", (deel,), True)

    return maak


BRIEF = Brief(
    briefhoofd="Wmo-raad Het Hogeland\nHoofdstraat 1\n9951 AA Winsum",
    gevraagd=True,
    over="het Wmo-beleidsplan 2024",
    datum=date(2023, 3, 20),
    reactie_voor=date(2023, 5, 1),
    ondertekening="A. de Vries, voorzitter\nB. Yılmaz, secretaris",
)


@pytest.fixture(scope="session")
def groot_advies() -> Callable[..., Advies]:
    """An advice on two checklists with everything that a raad can say in it; `aantal` points in parts of ten."""

    def punt(i: int) -> Adviespunt:
        oordeel = ("ja", "nee", "deels", "ja", "weet_niet", "nee", None, "ja")[i % 8]
        met_advies = oordeel in ("nee", "deels")
        return Adviespunt(
            f"p{i}",
            f"Punt {i} over hulp die op tijd komt",
            f"Staat punt {i} in het beleid van de gemeente?",
            oordeel,
            f"Op bladzijde {i} van het plan staat daar één zin over." if oordeel and i % 3 else None,
            f"Wie een melding doet, krijgt binnen {i} dagen een afspraak." if met_advies and i % 5 else None,
            Bron(("avi", "hogeland")[i % 2], f"hoofdstuk {i}"),
            belang=("hoog", "midden", "laag", None)[i // 8 % 4] if oordeel else None,
            voorbeeld=f"Mevrouw {i} wachtte negen weken op een antwoord." if met_advies and i % 4 == 1 else None,
            verdeeld=i % 24 == 6,
            minderheid=(
                Stem("Cor <secretaris>", "nee", "Ik lees dat anders.") if i % 9 == 0 else Stem("Ans", "ja", None),
            )
            if i % 9 == 0 or i % 24 == 6
            else (),
        )

    def maak(aantal: int = 100, **anders: Any) -> Advies:
        punten = [punt(i) for i in range(1, aantal + 1)]
        delen = []
        for nummer, begin in enumerate(range(0, aantal, 10), 1):
            deel = tuple(punten[begin : begin + 10])
            lijst = "Elf aandachtspunten" if nummer % 3 == 0 else "Basisset kwaliteitseisen van de VNG"
            bekeken = sum(p.oordeel is not None for p in deel)
            delen.append(Adviesdeel(f"d{nummer}", f"Onderdeel {nummer} van het beleid", AVI, deel, bekeken, lijst))
        velden: dict[str, Any] = {
            "titel": "Basisset kwaliteitseisen van de VNG",
            "delen": tuple(delen),
            "klaar": True,
            "lijsten": ("Basisset kwaliteitseisen van de VNG", "Elf aandachtspunten"),
            "brief": BRIEF,
            "leden": ("A. de Vries", "B. Yılmaz", "Cor <secretaris>"),
        }
        return Advies(**(velden | anders))

    return maak
