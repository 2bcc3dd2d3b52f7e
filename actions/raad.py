"""What a raadslid asks of the advice in own words (bot.gesprek.raadsopdracht)."""

from typing import Any

from rasa_sdk.events import FollowupAction, SlotSet

from actions.advies import BeginAdvies
from actions.basis import Actie, Gebeurtenissen, Omgeving
from actions.formulier import leg_stil
from actions.uitleg import leg_uit
from bot.advies import Deel
from bot.gesprek.bericht import Knop, opdracht
from bot.gesprek.raadsopdracht import Gevonden, Opdracht, duidelijk, lees_oordeel, open_punten
from bot.vragen.verloop import huidige

MEESTE_PUNTEN = 8
VORM = "advies_form"


class Raadsopdracht(Actie):
    """Does what was asked, and goes on with the open question where one is open."""

    naam = "action_raadsopdracht"

    def doe(self, o: Omgeving) -> Gebeurtenissen:
        """A button holds what to do; a sentence is read."""
        gegeven = o.waarde()
        if isinstance(gegeven, dict):
            return self._knop(o, gegeven)
        gevraagd = o.diensten.raadsopdrachten.lees(o.beurt.tekst)
        if gevraagd is None:
            return []
        doe = {"ontbreekt": self._ontbreekt, "uitleg": self._uitleg, "maak": self._maak}
        return doe.get(gevraagd.soort, self._zet)(o, gevraagd)

    @staticmethod
    def _lijsten(o: Omgeving) -> list[str] | None:
        lijsten: list[str] | None = o.beurt.stand("advies").antwoorden.get("lijsten")
        return lijsten

    def _knop(self, o: Omgeving, gegeven: dict[str, Any]) -> Gebeurtenissen:
        stand = o.beurt.stand("advies")
        if "deel" in gegeven:
            stand.antwoorden["focus"] = gegeven["deel"]
            stand.antwoorden.pop("afronden", None)
            stand.klaar = False
            return naar_formulier()
        naar, oordeel = gegeven["naar"], gegeven["oordeel"]
        if not gegeven.get("vervang") and self._staat_al(o, naar, oordeel):
            return self._vraag_vervangen(o, gegeven)
        van = f"{gegeven.get('van')}.oordeel"
        if stand.antwoorden.get(van) == oordeel:
            del stand.antwoorden[van]
        self._zet_neer(o, naar, oordeel, [])
        return naar_formulier() if huidige(o.diensten.advies, stand) else []

    # -- what is missing ---------------------------------------------------------------------------

    def _ontbreekt(self, o: Omgeving, gevraagd: Opdracht) -> Gebeurtenissen:
        opdrachten, antwoorden = o.diensten.raadsopdrachten, o.beurt.stand("advies").antwoorden
        teksten, lijsten = opdrachten.teksten, self._lijsten(o)
        if not gevraagd.over:
            delen = [d for d in o.diensten.advies.delen(antwoorden) if open_punten(d, antwoorden)]
            regels = [self._regel(o, teksten.ontbreekt_deel, d) for d in delen]
            o.zeg("\n".join([teksten.ontbreekt_overal, *regels]), self._naar_delen(o, delen[:MEESTE_PUNTEN]))
            return []
        deel = opdrachten.deel(gevraagd.over, lijsten)
        if deel is None:
            o.zeg(teksten.geen_punt.format(over=gevraagd.over))
            return []
        nog = open_punten(deel, antwoorden)
        if not nog:
            o.zeg(teksten.ontbreekt_niets.format(deel=deel.kort))
            return []
        regels = [f"- {p.kort}" for p in nog[:MEESTE_PUNTEN]]
        o.zeg("\n".join([self._regel(o, teksten.ontbreekt, deel), *regels]), self._naar_delen(o, [deel]))
        return []

    @staticmethod
    def _regel(o: Omgeving, zin: str, deel: Deel) -> str:
        nog = open_punten(deel, o.beurt.stand("advies").antwoorden)
        return zin.format(deel=deel.kort, open=len(nog), aantal=len(deel.punten))

    @staticmethod
    def _naar_delen(o: Omgeving, delen: list[Deel]) -> list[Knop]:
        verder = o.diensten.raadsopdrachten.teksten.verder_met
        return [Knop(verder.format(deel=d.kort), opdracht("raadsopdracht", waarde={"deel": d.id})) for d in delen]

    # -- write down --------------------------------------------------------------------------------

    def _zet(self, o: Omgeving, gevraagd: Opdracht) -> Gebeurtenissen:
        opdrachten = o.diensten.raadsopdrachten
        oordeel = lees_oordeel(o.diensten.advies.teksten.vragen["oordeel"], gevraagd.gezegd, o.beurt.vandaag)
        if oordeel is None:
            o.zeg(opdrachten.teksten.geen_oordeel)
            return []
        gevonden = opdrachten.zoek(gevraagd.over, self._lijsten(o), ook=oordeel["opmerking"])
        if not gevonden:
            o.zeg(opdrachten.teksten.geen_punt.format(over=gevraagd.over))
            return []
        if not duidelijk(gevonden):
            keuzes = [self._naar(g.punt.kort, naar=g.punt.id, oordeel=oordeel) for g in gevonden]
            return self._vraag(o, [opdrachten.teksten.welk_punt], keuzes)
        beste = gevonden[0].punt.id
        if self._staat_al(o, beste, oordeel):
            return self._vraag_vervangen(o, {"naar": beste, "oordeel": oordeel})
        self._zet_neer(o, beste, oordeel, gevonden[1:])
        return []

    @staticmethod
    def _staat_al(o: Omgeving, punt_id: str, oordeel: dict[str, str]) -> bool:
        eerder = o.beurt.stand("advies").antwoorden.get(f"{punt_id}.oordeel")
        return eerder is not None and eerder != oordeel

    def _vraag_vervangen(self, o: Omgeving, gegeven: dict[str, Any]) -> Gebeurtenissen:
        teksten, punt = o.diensten.raadsopdrachten.teksten, o.diensten.advies.lijsten.punten[gegeven["naar"]]
        eerder = o.beurt.stand("advies").antwoorden[f"{punt.id}.oordeel"]
        vraag = teksten.al_gezegd.format(
            oordeel=self._in_woorden(o, eerder), nieuw=self._in_woorden(o, gegeven["oordeel"])
        )
        return self._vraag(o, [punt.vraag, vraag], [self._naar(teksten.vervang, **gegeven, vervang=True)])

    @staticmethod
    def _in_woorden(o: Omgeving, oordeel: dict[str, str]) -> str:
        return o.diensten.advies.teksten.oordelen[oordeel["oordeel"]]

    @staticmethod
    def _naar(label: str, **wat: Any) -> Knop:
        return Knop(label, opdracht("raadsopdracht", waarde=wat))

    @staticmethod
    def _vraag(o: Omgeving, teksten: list[str], keuzes: list[Knop]) -> Gebeurtenissen:
        """Leaves the form, so that only this question is open."""
        o.zeg(teksten, [*keuzes, o.knop("verder")], soort="vraag")
        return leg_stil() if o.midden_in else []

    def _zet_neer(self, o: Omgeving, punt_id: str, oordeel: dict[str, str], anders: list[Gevonden]) -> None:
        """Stores the oordeel and says where; `anders` are points that may have been meant."""
        o.beurt.stand("advies").antwoorden[f"{punt_id}.oordeel"] = oordeel
        teksten, punt = o.diensten.raadsopdrachten.teksten, o.diensten.advies.lijsten.punten[punt_id]
        bubbels = [punt.vraag, teksten.gezet.format(oordeel=self._in_woorden(o, oordeel))]
        if oordeel["opmerking"]:
            bubbels.append(teksten.gezet_opmerking.format(opmerking=oordeel["opmerking"]))
        keuzes = [
            self._naar(teksten.bedoelde.format(punt=g.punt.kort), van=punt_id, naar=g.punt.id, oordeel=oordeel)
            for g in anders
        ]
        if not o.midden_in:
            keuzes.append(o.knop("verder"))
        o.zeg(bubbels, keuzes, bronnen=[punt.bron])

    # -- explain, and make -------------------------------------------------------------------------

    def _uitleg(self, o: Omgeving, gevraagd: Opdracht) -> Gebeurtenissen:
        gevonden = o.diensten.raadsopdrachten.zoek(gevraagd.over, list(o.diensten.advies.lijsten.lijsten))
        teksten = o.diensten.raadsopdrachten.teksten
        waarschijnlijkst = o.tracker.latest_message["intent_ranking"][0]["name"]
        if gevonden:
            punt = gevonden[0].punt
            o.zeg([teksten.uitleg.format(punt=punt.kort), punt.vraag, punt.toelichting], bronnen=[punt.bron])
        elif waarschijnlijkst in o.diensten.kennis:
            leg_uit(o, waarschijnlijkst)
        else:
            o.zeg(teksten.geen_punt.format(over=gevraagd.over))
        return []

    def _maak(self, o: Omgeving, gevraagd: Opdracht) -> Gebeurtenissen:
        stand = o.beurt.stand("advies")
        if not o.beurt.heeft("advies") or huidige(o.diensten.advies, stand) is None:
            return BeginAdvies().doe(o)
        stand.antwoorden["afronden"] = "afronden"
        stand.antwoorden.pop("klopt", None)
        stand.bezig = None
        return naar_formulier()


def naar_formulier() -> Gebeurtenissen:
    """Events that go on with the open question of the advice."""
    return [SlotSet("dialoog", "advies"), FollowupAction(VORM)]
