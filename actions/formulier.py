"""The two actions that a form needs: handle what was said, put the open question."""

from collections.abc import Sequence
from typing import Any

from rasa_sdk.events import ActiveLoop, FollowupAction, SlotSet
from rasa_sdk.interfaces import Tracker

from actions.basis import Actie, Gebeurtenissen, Omgeving, VanDialoog
from bot.gesprek.bericht import Knop, opdracht
from bot.gesprek.duiding import IN_FORMULIER, Duiding, corrigeert, duid, is_opdracht, kan_lezen, wil_iets_anders
from bot.gesprek.formulier import Formulier
from bot.gesprek.samenvatting import advies_in_bubbels, plan_in_bubbels
from bot.gesprek.stukken import advies_van, plan_van
from bot.vragen import Vraag as Vragenvraag
from bot.vragen.bijstelling import Bijstelling, Kracht, correctie_in
from bot.vragen.verloop import BEVESTIGING


def is_nieuw_bericht(tracker: Tracker, formulier: str) -> bool:
    """Whether the form runs because somebody just said something, and not to come back after an interruption."""
    for gebeurtenis in reversed(tracker.events):
        if gebeurtenis["event"] == "user":
            return True
        if gebeurtenis["event"] == "action" and gebeurtenis["name"] not in (formulier, None):
            return False
        if gebeurtenis["event"] in ("action_execution_rejected", "active_loop"):
            return False
    return False


def is_onderbroken(tracker: Tracker) -> bool:
    """Whether the question comes back after something else was answered."""
    for gebeurtenis in reversed(tracker.events):
        if gebeurtenis["event"] == "user":
            return False
        if gebeurtenis["event"] == "action_execution_rejected":
            return True
    return False


class Valideer(VanDialoog):
    """Reads what was said as the answer to the open question, or leaves it to the rules (an interruption)."""

    vorm = "validate_{}_form"

    def doe(self, o: Omgeving) -> Gebeurtenissen:
        """No events where the message is something else than an answer: Rasa then asks the rules."""
        formulier = o.formulier(self.dialoog)
        vraag = formulier.vraag
        if not is_nieuw_bericht(o.tracker, f"{self.dialoog}_form"):
            return [] if vraag else _verder(False)
        tekst = o.waarde() or o.beurt.tekst
        getypt = not str(o.tracker.latest_message.get("text")).startswith("/")
        formulier.stand.laatst = o.beurt.tekst if getypt else ""
        if is_opdracht_tussendoor(o, getypt):
            return []
        zekerheid = float(o.tracker.latest_message.get("intent", {}).get("confidence") or 0)
        intent = None if o.intent == f"start_{self.dialoog}" else o.intent
        if getypt and vraag is not None and (eerst := gaat_voor(o, formulier, vraag, zekerheid)) is not None:
            return eerst
        if vraag is None or duid(vraag, tekst, intent, zekerheid, o.beurt.vandaag) is Duiding.ONDERBREKING:
            return []
        o.zeg_alles(formulier.antwoord(o.intent, tekst))
        return _verder(bool(formulier.vraag))

    def na_storing(self) -> Gebeurtenissen:
        """The same question again."""
        return _verder(True)


def is_opdracht_tussendoor(o: Omgeving, getypt: bool) -> bool:
    """Whether a button was pressed that is no answer, or "verder" was typed where the bot just offered to go on."""
    if not getypt:
        return o.intent not in IN_FORMULIER
    aangeboden = o.diensten.gesprekken.aangeboden(o.beurt.gesprek.id) if o.intent == "verder" else []
    return opdracht("verder") in [k["opdracht"] for k in aangeboden]


def gaat_voor(o: Omgeving, formulier: Formulier, vraag: Vragenvraag, zekerheid: float) -> Gebeurtenissen | None:
    """What goes before the open question: a correction of an earlier answer, or "first something else"."""
    tekst = o.beurt.tekst
    if is_opdracht(o.intent, zekerheid):
        return None
    if vraag.soort != "tekst" and wil_iets_anders(tekst):
        return laat_wisselen(o)
    correctie = correctie_in(tekst)
    if correctie is None:
        return None
    gevonden = formulier.te_corrigeren(correctie)
    if corrigeert(vraag, tekst, correctie, gevonden, o.beurt.vandaag):
        o.zeg_alles(formulier.corrigeer(gevonden[0]))
        return _verder(bool(formulier.vraag))
    leeg = not correctie.nieuw or vraag.soort == "tekst"
    if leeg or correctie.kracht is not Kracht.GEZEGD or kan_lezen(vraag, tekst, o.beurt.vandaag):
        return None
    if not formulier.stand.antwoorden or (vraag.id.startswith(BEVESTIGING) and not gevonden):
        return None
    laat_kiezen(o, formulier, gevonden)
    return leg_stil()


def laat_wisselen(o: Omgeving) -> Gebeurtenissen:
    """Leaves the form and offers the other dialogues, and the way back."""
    bezig = str(o.tracker.active_loop.get("name")).removesuffix("_form")
    namen = o.diensten.algemeen.handelingen["wat_kun_je"].keuzes
    anders = o.knoppen(n for n in namen if n != f"start_{bezig}")
    nee = Knop(o.zin("wissel_nee"), opdracht("verder"))
    o.zeg(o.zin("wissel_wat", naam=o.naam_van(bezig)), [*anders, nee], soort="vraag")
    return leg_stil()


def laat_kiezen(o: Omgeving, formulier: Formulier, gevonden: Sequence[Bijstelling] = ()) -> Gebeurtenissen:
    """Leaves the form and lets the person choose the answer to change: from what was found, else from all."""
    dialoog, stand = formulier.dialoog, formulier.stand
    in_lijst = getattr(dialoog, "in_lijst", lambda v: v.naam)
    welke = {b.vraag.id for b in gevonden}
    keuzes = [
        Knop(in_lijst(v), opdracht("wijzigen", waarde=v.id))
        for v in dialoog.route(stand.antwoorden)
        if v.id in stand.antwoorden and v.id != "welke" and not v.id.startswith(BEVESTIGING)
        if not welke or v.id in welke
    ]
    tekst = o.zin("welke_bedoelt") if welke else o.diensten.plan.teksten.vragen["welke"].tekst
    o.zeg(tekst, [*keuzes, o.knop("verder")], soort="vraag")
    return uit_formulier()


def uit_formulier() -> Gebeurtenissen:
    """Events that leave the form."""
    return [ActiveLoop(None), SlotSet("requested_slot", None)]


def leg_stil() -> Gebeurtenissen:
    """Leaves the form unfinished and waits. Without the slot Rasa takes it for rejected, without the wait for done."""
    return [SlotSet("antwoord", None), *uit_formulier(), FollowupAction("action_listen")]


def _verder(open: bool) -> Gebeurtenissen:
    return [SlotSet("antwoord", None), SlotSet("requested_slot", "antwoord" if open else None)]


class Vraag(Actie):
    """Puts the open question of the form."""

    naam = "action_ask_antwoord"

    def doe(self, o: Omgeving) -> Gebeurtenissen:
        """Says what goes before it, then the question with its choices."""
        loop: dict[str, Any] = o.tracker.active_loop or {}
        naam = str(loop.get("name") or f"{o.dialoog}_form").removesuffix("_form")
        formulier = o.formulier(naam)
        vraag = formulier.vraag
        if vraag is None:
            return []
        eerste_keer = formulier.stand.gesteld != vraag.id
        if vraag.id == "klopt" and eerste_keer:
            o.zeg(samenvatting(o, naam))
        o.zeg(formulier.eerder_gezegd() if eerste_keer else ())
        o.zeg(formulier.vooraf())
        onderbroken = not eerste_keer and is_onderbroken(o.tracker)
        o.zeg(vraag.tekst, formulier.knoppen(vraag, onderbroken=onderbroken), soort="vraag", bronnen=vraag.bronnen)
        return []


def samenvatting(o: Omgeving, naam: str) -> list[str]:
    """What was said so far, as bubbles."""
    if naam == "advies":
        advies = advies_van(o.diensten, o.beurt.gesprek)
        return advies_in_bubbels(advies, o.diensten.advies.teksten) if advies else []
    plan = plan_van(o.diensten, o.beurt.gesprek)
    return plan_in_bubbels(plan, o.diensten.plan.teksten) if plan else []
