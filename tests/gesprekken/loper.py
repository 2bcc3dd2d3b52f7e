"""Holds a conversation from a YAML file against the real bot."""

from typing import Any

from msgspec import Struct, field

from bot.gesprek.host import Gesprekshost


class Beurt(Struct, forbid_unknown_fields=True):
    """One turn: what is typed (`u`) or chosen (`kies`), and what must hold for the answer.

    `bot` and `niet` are texts that must, must not, stand in the answer; `vraag` must stand in its last
    message; `soort` and `onderwerp` are those of some message, `laatste` the soort of the last one.
    `keuzes` must all be offered. `herstart` begins a new process on the same database first.
    """

    u: str | None = None
    kies: str | None = None
    bot: list[str] = field(default_factory=list)
    niet: list[str] = field(default_factory=list)
    vraag: str = ""
    soort: str = ""
    laatste: str = ""
    onderwerp: str = ""
    keuzes: list[str] = field(default_factory=list)
    herstart: bool = False


class Gesprek(Struct, forbid_unknown_fields=True):
    """A whole conversation with its sentence name and what it must have stored."""

    naam: str
    beurten: list[Beurt]
    rol: str = "inwoner"
    antwoorden: dict[str, dict[str, Any]] = field(default_factory=dict)
    klaar: list[str] = field(default_factory=list)
    gewist: bool = False


async def voer(host: Gesprekshost, gesprek: Gesprek) -> None:
    """Holds the conversation; AssertionError says at which turn what was wrong."""
    token, berichten = await host.begin(gesprek.rol)
    id = await host.zoek(token)
    assert id
    for nr, beurt in enumerate(gesprek.beurten, 1):
        if beurt.herstart:
            host = Gesprekshost(host.diensten, host.motor)
        keuze = _gekozen(berichten, beurt.kies, nr) if beurt.kies else None
        berichten = (await host.beurt(id, tekst=beurt.u, keuze=keuze)).berichten
        _controleer(beurt, berichten, f"{gesprek.naam}, beurt {nr} ({beurt.u or beurt.kies})")
    if gesprek.gewist:
        assert await host.zoek(token) is None
        return
    opgeslagen = host.diensten.gesprekken.laad(id)
    assert opgeslagen
    for dialoog, verwacht in gesprek.antwoorden.items():
        gezegd = opgeslagen.standen[dialoog].antwoorden
        assert {k: gezegd.get(k, "ONTBREEKT") for k in verwacht} == verwacht, gesprek.naam
    for dialoog in gesprek.klaar:
        assert opgeslagen.standen[dialoog].klaar, f"{gesprek.naam}: {dialoog} is not finished"


def _gekozen(berichten: list[dict[str, Any]], label: str, nr: int) -> str:
    keuzes = {k["label"]: k["id"] for b in berichten for k in b["keuzes"]}
    assert label in keuzes, f"turn {nr}: {label!r} is not offered, but {list(keuzes)}"
    return str(keuzes[label])


def _controleer(beurt: Beurt, berichten: list[dict[str, Any]], waar: str) -> None:
    assert berichten, f"{waar}: silence"
    alles = "\n".join(b["tekst"] for b in berichten)
    for tekst in beurt.bot:
        assert tekst in alles, f"{waar}: {tekst!r} is missing from:\n{alles}"
    for tekst in beurt.niet:
        assert tekst not in alles, f"{waar}: {tekst!r} should not stand in:\n{alles}"
    laatste = berichten[-1]
    assert beurt.vraag in laatste["tekst"], f"{waar}: last message is {laatste['tekst']!r}"
    if beurt.soort:
        assert beurt.soort in [b["soort"] for b in berichten], f"{waar}: {[b['soort'] for b in berichten]}"
    if beurt.laatste:
        assert laatste["soort"] == beurt.laatste, f"{waar}: last soort is {laatste['soort']}"
    if beurt.onderwerp:
        assert beurt.onderwerp in [b["onderwerp"] for b in berichten], f"{waar}: {[b['onderwerp'] for b in berichten]}"
    labels = [k["label"] for b in berichten for k in b["keuzes"]]
    for label in beurt.keuzes:
        assert label in labels, f"{waar}: {label!r} is not offered, but {labels}"
