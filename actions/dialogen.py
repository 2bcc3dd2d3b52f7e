"""Beginning, leaving and resuming a dialogue: the same for all."""

from rasa_sdk.events import ActiveLoop, FollowupAction, SlotSet

from actions.basis import Actie, Gebeurtenissen, Omgeving, VanDialoog
from bot.gesprek.bericht import Knop, opdracht
from bot.vragen import wijzig
from bot.vragen.verloop import BEVESTIGING


class Begin(VanDialoog):
    """Begins a dialogue, or goes on where it was."""

    vorm = "action_begin_{}"

    def doe(self, o: Omgeving) -> Gebeurtenissen:
        """Says what the dialogue is; one that was under way goes on at its open question."""
        if not o.diensten.heeft(f"start_{self.dialoog}"):
            zegje = o.diensten.algemeen.handelingen["geen_uitleg"]
            o.zeg(zegje.tekst, o.knoppen(zegje.keuzes))
            return [FollowupAction("action_listen")]
        lopend = (o.tracker.active_loop or {}).get("name")
        if lopend and lopend != f"{self.dialoog}_form":
            o.zeg(o.zin("al_bezig", naam=o.naam_van(str(lopend).removesuffix("_form"))))
        stand = o.beurt.stand(self.dialoog)
        if stand.klaar:
            self.heropen(o)
            stand = o.beurt.stand(self.dialoog)
        stand.gesteld = None
        if stand.antwoorden:
            o.zeg(o.zin("hervat", naam=o.naam_van(self.dialoog)))
        else:
            o.zeg(self.inleiding(o))
            self.vul_vooraf_in(o)
        return [SlotSet("dialoog", self.dialoog), FollowupAction(f"{self.dialoog}_form")]

    def heropen(self, o: Omgeving) -> None:
        """A finished dialogue opens at its last question: what was said stays."""
        wijzig(o.beurt.stand(self.dialoog), "klopt")

    def inleiding(self, o: Omgeving) -> tuple[str, ...]:
        """What is said at the first start."""
        dialoog = o.diensten.dialoog(self.dialoog)
        return tuple(dialoog.inleiding if hasattr(dialoog, "inleiding") else dialoog.teksten.inleiding)

    def vul_vooraf_in(self, o: Omgeving) -> None:
        """What the person already said is not asked again; nothing, unless the dialogue knows better."""


class Verder(Actie):
    """Goes on with the dialogue that was left."""

    naam = "action_verder"

    def doe(self, o: Omgeving) -> Gebeurtenissen:
        """Inside a dialogue the form asks its question again by itself."""
        if o.tracker.active_loop.get("name"):
            return []
        dialoog = o.onderbroken
        if dialoog is None:
            o.zeg(o.zin("niets_om_verder"), o.knoppen(_begin_van(o).keuzes))
            return []
        o.beurt.stand(dialoog).gesteld = None
        o.zeg(o.zin("hervat", naam=o.naam_van(dialoog)))
        return [SlotSet("dialoog", dialoog), FollowupAction(f"{dialoog}_form")]


class Pauze(Actie):
    """Stops for now; everything is kept."""

    naam = "action_pauze"

    def doe(self, o: Omgeving) -> Gebeurtenissen:
        """Leaves the form, so that it does not ask its question again."""
        o.zeg(o.zin("pauze"), [o.knop("verder"), o.knop("medewerker"), o.knop("wis_gegevens")])
        return uit_formulier()


class Wijzigen(Actie):
    """Lets the person choose which answer to change."""

    naam = "action_wijzigen"

    def doe(self, o: Omgeving) -> Gebeurtenissen:
        """Opens the named answer, or asks which one."""
        dialoog = o.dialoog
        if not dialoog or not o.beurt.heeft(dialoog):
            o.zeg(o.zin("niets_om_verder"), o.knoppen(_begin_van(o).keuzes))
            return []
        stand = o.beurt.stand(dialoog)
        if welke := o.waarde():
            wijzig(stand, welke)
            return [FollowupAction(f"{dialoog}_form")]
        route = o.diensten.dialoog(dialoog).route(stand.antwoorden)
        in_lijst = getattr(o.diensten.dialoog(dialoog), "in_lijst", lambda v: v.naam)
        keuzes = [
            Knop(in_lijst(v), opdracht("wijzigen", waarde=v.id))
            for v in route
            if v.id in stand.antwoorden and v.id != "welke" and not v.id.startswith(BEVESTIGING)
        ]
        o.zeg(o.diensten.plan.teksten.vragen["welke"].tekst, [*keuzes, o.knop("verder")], soort="vraag")
        return uit_formulier()


def uit_formulier() -> Gebeurtenissen:
    """Events that leave the form."""
    return [ActiveLoop(None), SlotSet("requested_slot", None)]


def _begin_van(o: Omgeving):  # type: ignore[no-untyped-def]
    return o.diensten.algemeen.groet[o.beurt.gesprek.rol]
