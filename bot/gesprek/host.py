"""Holds the conversations: receives, answers danger first, lets Rasa answer, stores, gives back."""

import asyncio
import logging
import secrets
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any
from weakref import WeakValueDictionary

from msgspec import Struct

from bot.gesprek.bedoelt import NIET_BEGREPEN
from bot.gesprek.bericht import opdracht
from bot.gesprek.beurt import Beurt
from bot.gesprek.bezorgen import na_terugnemen
from bot.gesprek.delen import teksten as deelteksten
from bot.gesprek.diensten import Diensten
from bot.gesprek.invoer import MASKER, is_leeg, ontscherp, schoon, zonder_bsn
from bot.gesprek.keuzes import bedoeld, letterlijk
from bot.gesprek.masker import Masker
from bot.gesprek.taal import andere_taal
from bot.gesprek.teksten import Zegje
from bot.gesprek.veiligheid import Gevaar
from bot.opslag import Bericht, Delen, Gesprek, Gewist, Onbegrepen
from bot.vragen import Stand, huidige
from bot.vragen.verloop import voortgang

if TYPE_CHECKING:
    from bot.gesprek.motor import Motor

log = logging.getLogger(__name__)


class OnbekendeKeuze(LookupError):
    """The choice was not offered in the last turn of this conversation."""


class Onbeschikbaar(RuntimeError):
    """The bot cannot answer now. What was said is stored where the database could be reached."""


class Afscheid(Struct, frozen=True):
    """What was wiped and what was found after it.

    `advies_blijft`: the raad's advice still exists; `elders`: what became of a plan that was delivered.
    """

    gewist: Gewist
    advies_blijft: bool
    elders: str


class Antwoord(Struct, frozen=True):
    """What a turn gives back. `gewist`: the conversation no longer exists, and what its wiping took."""

    berichten: list[dict[str, Any]]
    gewist: Afscheid | None = None
    voortgang: dict[str, Any] = {}


class Gesprekshost:
    """One for each process."""

    def __init__(self, diensten: Diensten, motor: "Motor") -> None:
        self.diensten, self.motor = diensten, motor
        self._sloten: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    # -- begin, read back, wipe --------------------------------------------------------------------

    async def begin(self, rol: str) -> tuple[str, list[dict[str, Any]]]:
        """Starts a conversation; returns the session token and the greeting."""
        groet = self._zeg(self.diensten.algemeen.groet[rol])
        _, token = await asyncio.to_thread(self.diensten.gesprekken.begin, rol, self.diensten.gemeente.naam, groet)
        return token, [b.openbaar() for b in groet]

    async def zoek(self, token: str) -> str | None:
        """The id of the conversation of a session, or None."""
        return await asyncio.to_thread(self.diensten.gesprekken.zoek, token)

    async def geschiedenis(self, id: str) -> dict[str, Any]:
        """Both sides' messages and how far each dialogue is."""
        berichten = await asyncio.to_thread(self.diensten.gesprekken.geschiedenis, id)
        gesprek = await asyncio.to_thread(self.diensten.gesprekken.laad, id)
        return {
            "berichten": [b.openbaar() for b in berichten],
            "voortgang": self._voortgang(gesprek) if gesprek else {},
            "onbeantwoord": await asyncio.to_thread(self.diensten.gesprekken.onbeantwoord, id),
        }

    def _voortgang(self, gesprek: Gesprek) -> dict[str, Any]:
        stand = {}
        for naam, s in gesprek.standen.items():
            if s.antwoorden:
                gedaan, totaal = voortgang(self.diensten.dialoog(naam), s)
                stand[naam] = {"beantwoord": gedaan, "vragen": totaal, "klaar": s.klaar}
        return stand

    async def wis(self, id: str) -> Afscheid:
        """Deletes the conversation and everything under it."""
        async with self._slot(id):
            return await asyncio.to_thread(self._wis, id)

    def _wis(self, id: str) -> Afscheid:
        adviezen = self.diensten.adviezen
        lid = adviezen.lid(id)
        gewist = self.diensten.gesprekken.wis(id)
        bezorgd = Delen(self.diensten.gesprekken.engine).bezorgd(id)
        elders = na_terugnemen(bezorgd, self.diensten.instellingen.bezorging, self.diensten.bezorgteksten)
        return Afscheid(gewist, lid is not None and adviezen.werkblad(lid.advies_id) is not None, elders)

    # -- a turn ------------------------------------------------------------------------------------

    def _slot(self, id: str) -> asyncio.Lock:
        slot = self._sloten.get(id)
        if slot is None:
            slot = self._sloten[id] = asyncio.Lock()
        return slot

    async def beurt(
        self, id: str, *, tekst: str | None = None, keuze: str | None = None, sleutel: str | None = None
    ) -> Antwoord:
        """Handles one message. Raises OnbekendeKeuze, or Onbeschikbaar when no answer could be made and stored."""
        slot = self._slot(id)
        async with slot:
            try:
                return await self._beurt(id, tekst, keuze, sleutel)
            except OnbekendeKeuze:
                raise
            except Exception as fout:
                log.error("turn failed: %s", type(fout).__name__)
                raise Onbeschikbaar(type(fout).__name__) from fout

    async def _beurt(self, id: str, tekst: str | None, keuze: str | None, sleutel: str | None) -> Antwoord:
        opslag = self.diensten.gesprekken
        if sleutel and (eerder := await asyncio.to_thread(opslag.eerder, id, sleutel)) is not None:
            return Antwoord(eerder)
        aangeboden = await asyncio.to_thread(opslag.aangeboden, id)
        gekozen = next((k for k in aangeboden if k["id"] == keuze), None) if keuze else None
        if keuze and gekozen is None:
            raise OnbekendeKeuze(keuze)
        gezegd, bsn = (gekozen["label"], False) if gekozen else zonder_bsn(schoon(tekst or ""))
        ontvangen = await asyncio.to_thread(opslag.ontvang, id, gezegd, sleutel)
        gesprek = await asyncio.to_thread(opslag.laad, id)
        if gesprek is None:
            raise LookupError("conversation is gone")
        beurt = Beurt(gesprek, self.diensten.vandaag(), gezegd)
        antwoord = await self._antwoord(beurt, gekozen, aangeboden)
        if bsn:
            antwoord.insert(0, Bericht("bot", self.diensten.algemeen.zinnen["bsn"], "waarschuwing"))
        if beurt.wissen:
            afscheid = await asyncio.to_thread(self._wis, id)
            t = deelteksten()["wissen"]
            antwoord.append(Bericht("bot", t["bewijs"].format(over=afscheid.gewist.over)))
            if "deellogboek" in afscheid.gewist.weg:
                antwoord += [Bericht("bot", t["gedeeld"]), Bericht("bot", afscheid.elders)]
            return Antwoord([b.openbaar() for b in antwoord], gewist=afscheid)
        gesprek.tracker = (beurt.volgende_tracker or gesprek.tracker) | {"onbegrepen": beurt.onbegrepen}
        await asyncio.to_thread(opslag.rond_af, gesprek, ontvangen, antwoord, beurt.gebeurd, beurt.gewijzigd)
        if beurt.te_bewaren and self.diensten.instellingen.onbegrepen:
            await self._bewaar_zin(beurt)
        return Antwoord([b.openbaar() for b in antwoord], voortgang=self._voortgang(gesprek))

    async def _antwoord(
        self, beurt: Beurt, gekozen: dict[str, str] | None, aangeboden: list[dict[str, str]]
    ) -> list[Bericht]:
        if gekozen is None:
            if gevaar := self.diensten.veiligheid.herken(beurt.tekst):
                return self._bij_gevaar(gevaar, gevaar.taal_van(beurt.tekst) or andere_taal(beurt.tekst))
            zonder_masker = beurt.tekst.replace(MASKER, "").strip()
            if is_leeg(zonder_masker):
                beurt.onbegrepen = beurt.eerder_onbegrepen
                zin = "leeg" if zonder_masker == beurt.tekst else "alleen_bsn"
                return await self._vraag_opnieuw(beurt, self.diensten.algemeen.zinnen[zin], aangeboden)
            gekozen = letterlijk(aangeboden, beurt.tekst)
            if gekozen is None and not beurt.gesprek.tracker.get("active_loop"):
                gekozen = bedoeld(aangeboden, beurt.tekst)
        if gekozen:
            gezegd = await self.motor.beurt(beurt, gekozen["opdracht"])
        else:
            kern = self.diensten.trefwoorden.zonder_aanhef(zonder_masker)
            gezegd = await self.motor.beurt(beurt, ontscherp(kern), partial(self._lees, beurt))
        berichten = [_bericht(b) for b in gezegd if b.get("text")]
        return berichten or self._opnieuw_aanbieden(
            self.diensten.algemeen.handelingen["nlu_fallback"].tekst[0], aangeboden
        )

    def _lees(self, beurt: Beurt, begrepen: dict[str, Any]) -> dict[str, Any]:
        """What a typed sentence is taken for: another language first; outside a dialogue a doubt is asked."""
        if andere_taal(beurt.tekst):
            return {**begrepen, "intent": {"name": "andere_taal", "confidence": 1.0}}
        if beurt.gesprek.rol == "raad" and self._is_raadsopdracht(beurt):
            return {**begrepen, "intent": {"name": "raadsopdracht", "confidence": 1.0}}
        if beurt.gesprek.tracker.get("active_loop"):
            return begrepen

        def mag(doel: str) -> bool:
            is_leeg_plan = doel == "plan_bekijken" and not beurt.gesprek.standen
            return not is_leeg_plan and self.diensten.mag_voorstellen(doel, beurt.gesprek.rol)

        if self.diensten.bedoelt.is_onzeker_verhaal(begrepen, beurt.tekst):
            return {**begrepen, "intent": {"name": NIET_BEGREPEN, "confidence": begrepen["intent"]["confidence"]}}
        return self.diensten.bedoelt.bij_twijfel(begrepen, mag, self.diensten.biedt_aan)

    def _is_raadsopdracht(self, beurt: Beurt) -> bool:
        gevraagd = self.diensten.raadsopdrachten.lees(beurt.tekst)
        if gevraagd is None or gevraagd.soort != "zet_kort" or not beurt.gesprek.tracker.get("active_loop"):
            return gevraagd is not None
        open_vraag = huidige(self.diensten.advies, beurt.gesprek.standen.get(self.diensten.advies.naam, Stand()))
        return open_vraag is None or open_vraag.soort != "tekst"

    async def _bewaar_zin(self, beurt: Beurt) -> None:
        """Keeps the masked sentence. That it fails must never cost anybody an answer."""
        try:
            await asyncio.to_thread(self._masker_en_bewaar, beurt.tekst)
        except Exception as fout:
            log.error("a sentence could not be kept: %s", type(fout).__name__)

    def _masker_en_bewaar(self, tekst: str) -> None:
        if gemaskeerd := self._masker.masker(tekst):
            Onbegrepen(self.diensten.gesprekken.engine).bewaar(gemaskeerd, self.diensten.vandaag())

    @cached_property
    def _masker(self) -> Masker:
        return Masker.uit(self.diensten.instellingen.wortel)

    def _bij_gevaar(self, gevaar: Gevaar, taal: str | None) -> list[Bericht]:
        eigen = (self.diensten.talen.zoek(taal).gevaar,) if taal else ()
        *eerst, laatst = *eigen, *gevaar.antwoord
        labels = self.diensten.algemeen.labels
        berichten = [Bericht("bot", t, "waarschuwing", onderwerp="crisis") for t in eerst]
        knoppen = [_keuze(labels[naam], opdracht(naam)) for naam in ("verder", "medewerker")]
        return [*berichten, Bericht("bot", laatst, "waarschuwing", knoppen, onderwerp="crisis")]

    async def _vraag_opnieuw(self, beurt: Beurt, tekst: str, aangeboden: list[dict[str, str]]) -> list[Bericht]:
        """The text, then the open question of the dialogue once more."""
        if not beurt.gesprek.tracker.get("active_loop"):
            return self._opnieuw_aanbieden(tekst, aangeboden)
        gezegd = await asyncio.to_thread(self.diensten.gesprekken.geschiedenis, beurt.gesprek.id)
        vraag = next(b for b in reversed(gezegd) if b.soort == "vraag")
        return [
            Bericht("bot", tekst),
            Bericht("bot", vraag.tekst, "vraag", self._opnieuw_aanbieden("", aangeboden)[0].keuzes),
        ]

    @staticmethod
    def _opnieuw_aanbieden(tekst: str, aangeboden: list[dict[str, str]]) -> list[Bericht]:
        return [Bericht("bot", tekst, keuzes=[_keuze(k["label"], k["opdracht"]) for k in aangeboden])]

    def _zeg(self, zegje: Zegje) -> list[Bericht]:
        *eerst, laatst = zegje.tekst
        labels = self.diensten.algemeen.labels
        keuzes = [
            _keuze(labels.get(k) or self.diensten.kennis[k].vraag, opdracht(k))
            for k in zegje.keuzes
            if self.diensten.heeft(k)
        ]
        return [*(Bericht("bot", t) for t in eerst), Bericht("bot", laatst, keuzes=keuzes)]


def _keuze(label: str, opdracht: str) -> dict[str, str]:
    return {"id": secrets.token_urlsafe(9), "label": label, "opdracht": opdracht}


def _bericht(gezegd: dict[str, Any]) -> Bericht:
    return Bericht(
        van="bot",
        tekst=gezegd["text"],
        soort=gezegd.get("soort") or "antwoord",
        keuzes=[_keuze(k["title"], k["payload"]) for k in gezegd.get("buttons") or []],
        onderwerp=gezegd.get("onderwerp"),
        bronnen=gezegd.get("bronnen") or [],
    )
