"""A turn inside a dialogue: what an answer leads to, and how the open question is put."""

import re
from collections.abc import Sequence
from typing import Any

from msgspec import Struct

from bot.gesprek.bericht import Knop, opdracht
from bot.gesprek.beurt import Beurt
from bot.gesprek.diensten import Diensten
from bot.gesprek.duiding import zegt_niets_meer
from bot.vragen import Bron, Leesfout, Stand, Vraag, beantwoord, huidige, sla_over, terug
from bot.vragen.bijstelling import Bijstelling, Correctie, bijstellingen, in_woorden
from bot.vragen.kiezen import gelijke_keuze
from bot.vragen.meer_feiten import Feit, feiten_in
from bot.vragen.tonen import toon
from bot.vragen.verloop import bewaar, stel_bij
from bot.vragen.woorden import WEET_NIET, is_een_van

OPMAAK = re.compile(r"</?[a-zA-Z][^<>]*>")
MEESTE_WOORDEN = 60
MAG_LANG = frozenset({"tekst", "oordeel", "personen"})


class Gezegd(Struct, frozen=True):
    """Bubbles to say, with sources."""

    teksten: tuple[str, ...]
    bronnen: tuple[Bron, ...] = ()
    keuzes: tuple[Knop, ...] = ()


class Formulier:
    """The dialogue of this turn, seen by the actions."""

    def __init__(self, diensten: Diensten, beurt: Beurt, naam: str) -> None:
        self.diensten, self.beurt = diensten, beurt
        self.dialoog = diensten.dialoog(naam)
        self.stand: Stand = beurt.stand(naam)

    @property
    def vraag(self) -> Vraag | None:
        """The open question."""
        return huidige(self.dialoog, self.stand)

    def antwoord(self, intent: str, tekst: str) -> list[Gezegd]:
        """Handles an answer, or one of overslaan, terug and waarom. Returns what to say about it."""
        zinnen = self.diensten.algemeen.zinnen
        vraag = self.vraag
        if vraag is None:
            return []
        if intent == "waarom":
            return [Gezegd((vraag.waarom,), vraag.bronnen)]
        if intent == "bedoeling":
            return [Gezegd((vraag.hulp,))]
        if intent == "terug":
            return [] if terug(self.dialoog, self.stand) else [Gezegd((zinnen["eerste_vraag"],))]
        if intent == "overslaan":
            if not vraag.overslaan and self.stand.bezig is None:
                return [Gezegd((vraag.hulp,))]
            blijft = self.stand.bezig is not None and self.stand.bezig in self.stand.antwoorden
            gezegd = sla_over(self.dialoog, self.stand)
            return _bubbels([zinnen["blijft_zo" if blijft else "opengelaten"], *gezegd])
        if vraag.soort == "tekst" and zegt_niets_meer(tekst) and not gelijke_keuze(vraag.keuzes, tekst):
            return self.antwoord("overslaan", tekst)
        if reden := self._onleesbaar(vraag, tekst):
            self.stand.mis += 1
            return [self._niet_gelezen(vraag, reden)]
        if len(feiten := feiten_in(self.dialoog, self.stand, tekst, self.beurt.vandaag)) > 1:
            return self._meer_feiten(feiten)
        try:
            _, gezegd = beantwoord(self.dialoog, self.stand, tekst, self.beurt.vandaag)
        except Leesfout as fout:
            return [self._niet_gelezen(vraag, str(fout))]
        if is_een_van(tekst, WEET_NIET) and self.stand.antwoorden.get(vraag.id, "") is None:
            gezegd = [zinnen["opengelaten"], *gezegd]
        return _bubbels(gezegd)

    def _onleesbaar(self, vraag: Vraag, tekst: str) -> str:
        """Why no answer is looked for: in a long story or in markup every find would be a guess. Else empty."""
        zinnen = self.diensten.algemeen.zinnen
        if vraag.soort != "tekst" and OPMAAK.search(tekst):
            return zinnen["opmaak"]
        te_lang = vraag.soort not in MAG_LANG and len(tekst.split()) > MEESTE_WOORDEN
        return zinnen["te_veel_gezegd"] if te_lang else ""

    def _meer_feiten(self, feiten: Sequence[Feit]) -> list[Gezegd]:
        """Stores each fact of one sentence; says which questions it filled besides the open one."""
        self.stand.mis = 0
        gezegd: list[str] = []
        for feit in feiten:
            gezegd += bewaar(self.dialoog, self.stand, feit.vraag, feit.waarde)
        erbij = [f"{f.vraag.naam}: {in_woorden(f.vraag, f.waarde)}" for f in feiten[1:] if self._staat(f)]
        zin = self.diensten.algemeen.zinnen["ook_ingevuld"]
        return _bubbels([*([zin.format(lijst="; ".join(erbij))] if erbij else []), *gezegd])

    def _staat(self, feit: Feit) -> bool:
        return feit.vraag.id in self.stand.antwoorden

    def te_corrigeren(self, correctie: Correctie) -> list[Bijstelling]:
        """The earlier answers that a correction would change."""
        return bijstellingen(self.dialoog, self.stand, correctie, self.beurt.vandaag)

    def corrigeer(self, bijstelling: Bijstelling) -> list[Gezegd]:
        """Changes one earlier answer and says which, and what stands there now."""
        vraag = bijstelling.vraag
        gezegd = stel_bij(self.dialoog, self.stand, vraag, bijstelling.waarde)
        naam, antwoord = vraag.naam, in_woorden(vraag, bijstelling.waarde)
        zin = self.diensten.algemeen.zinnen["veranderd"].format(naam=naam, antwoord=antwoord)
        return _bubbels([zin, *gezegd])

    def _niet_gelezen(self, vraag: Vraag, reden: str) -> Gezegd:
        zinnen = self.diensten.algemeen.zinnen
        if self.stand.mis == 1:
            return Gezegd((zinnen["niet_gelezen"].format(reden=reden),))
        if self.stand.mis == 2:
            return Gezegd((reden, vraag.hulp))
        soort = "niet_gelezen_keuze" if vraag.overslaan else "niet_gelezen_kies"
        return Gezegd((zinnen[soort],), keuzes=(self._knop("pauze"),))

    def eerder_gezegd(self) -> tuple[str, ...]:
        """The answer that is being answered again, so that nobody has to remember it."""
        vraag = self.vraag
        if vraag is None or self.stand.bezig != vraag.id or vraag.soort == "meerkeuze":
            return ()
        oud = self.stand.antwoorden.get(vraag.id)
        if isinstance(oud, dict):
            oud = oud.get("oordeel")
        if oud is None or isinstance(oud, list):
            return ()
        return (self.diensten.algemeen.zinnen["eerder_gezegd"].format(antwoord=toon(vraag, oud)),)

    def vooraf(self) -> tuple[str, ...]:
        """What is said before the open question, once."""
        vraag = self.vraag
        if vraag is None or self.stand.gesteld == vraag.id:
            return ()
        self.stand.gesteld = vraag.id
        return vraag.vooraf

    def knoppen(self, vraag: Vraag, *, onderbroken: bool = False) -> list[Knop]:
        """The choices under a question: its own, then overslaan, waarom and terug.

        After an interruption of an open question what was typed can still be taken as the answer.
        """
        eigen = [Knop(k.label, opdracht("antwoord", waarde=k.waarde)) for k in vraag.keuzes]
        if onderbroken and vraag.soort == "tekst" and (laatst := self.stand.laatst):
            eigen.append(Knop(self.diensten.algemeen.labels["mijn_antwoord"], opdracht("antwoord", waarde=laatst)))
        opnieuw = self.stand.bezig is not None and self.stand.bezig in self.stand.antwoorden
        vaste = ["zo_laten"] if opnieuw else ["overslaan"] if vraag.overslaan else []
        vaste.append("waarom")
        if self.stand.antwoorden:
            vaste.append("terug")
        return eigen + [self._knop(naam) for naam in vaste]

    def _knop(self, naam: str) -> Knop:
        return Knop(self.diensten.algemeen.labels[naam], opdracht("overslaan" if naam == "zo_laten" else naam))


def _bubbels(teksten: Sequence[Any]) -> list[Gezegd]:
    return [Gezegd(tuple(teksten))] if teksten else []
