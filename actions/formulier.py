"""The two actions that a form needs: handle what was said, put the open question."""

from typing import Any

from rasa_sdk.events import SlotSet
from rasa_sdk.interfaces import Tracker

from actions.basis import Actie, Gebeurtenissen, Omgeving, VanDialoog
from bot.advies import maak_advies
from bot.gesprek.duiding import Duiding, duid
from bot.gesprek.samenvatting import advies_in_bubbels, plan_in_bubbels
from bot.gesprek.stukken import plan_van


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
        zekerheid = float(o.tracker.latest_message.get("intent", {}).get("confidence") or 0)
        intent = None if o.intent == f"start_{self.dialoog}" else o.intent
        if vraag is None or duid(vraag, tekst, intent, zekerheid, o.beurt.vandaag) is Duiding.ONDERBREKING:
            return []
        for gezegd in formulier.antwoord(o.intent, tekst):
            o.zeg(gezegd.teksten, gezegd.keuzes, bronnen=gezegd.bronnen)
        return _verder(bool(formulier.vraag))

    def na_storing(self) -> Gebeurtenissen:
        """The same question again."""
        return _verder(True)


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
        return advies_in_bubbels(maak_advies(o.diensten.advies, o.beurt.stand(naam)), o.diensten.advies.teksten)
    plan = plan_van(o.diensten, o.beurt.gesprek)
    return plan_in_bubbels(plan, o.diensten.plan.teksten) if plan else []
