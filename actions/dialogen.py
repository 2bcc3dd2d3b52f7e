"""Beginning, leaving and resuming a dialogue: the same for all."""

from rasa_sdk.events import FollowupAction, SlotSet

from actions.basis import Actie, Gebeurtenissen, Omgeving, VanDialoog
from actions.formulier import laat_kiezen, leg_stil, uit_formulier
from bot.gesprek.bericht import Knop, opdracht
from bot.vragen import wijzig

__all__ = ["Begin", "uit_formulier"]


class Begin(VanDialoog):
    """Begins a dialogue, or goes on where it was."""

    vorm = "action_begin_{}"

    def doe(self, o: Omgeving) -> Gebeurtenissen:
        """Says what the dialogue is; one that was under way goes on at its open question."""
        if not o.diensten.heeft(f"start_{self.dialoog}"):
            zegje = o.diensten.algemeen.handelingen["geen_uitleg"]
            o.zeg(zegje.tekst, o.knoppen(zegje.keuzes))
            return [FollowupAction("action_listen")]
        lopend = str((o.tracker.active_loop or {}).get("name") or "").removesuffix("_form")
        if lopend and lopend != self.dialoog:
            return self.vraag_of_het_mag(o, lopend)
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

    def vraag_of_het_mag(self, o: Omgeving, lopend: str) -> Gebeurtenissen:
        """Nobody is taken out of a dialogue unasked. Leaves the form, so that only this question is open."""
        ja = Knop(o.zin("wissel_ja"), opdracht(f"start_{self.dialoog}"))
        nee = Knop(o.zin("wissel_nee"), opdracht("verder"))
        zin = o.zin("wissel_vraag", naam=o.naam_van(lopend), ander=o.naam_van(self.dialoog))
        o.zeg(zin, [ja, nee], soort="vraag")
        return leg_stil()

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
        if o.beurt.gesprek.rol == "inwoner":
            o.zeg(o.zin("pauze_elders"))
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
        return laat_kiezen(o, o.formulier(dialoog))


def _begin_van(o: Omgeving):  # type: ignore[no-untyped-def]
    return o.diensten.algemeen.groet[o.beurt.gesprek.rol]
