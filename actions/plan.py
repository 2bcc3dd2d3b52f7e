"""The persoonlijk plan."""

from actions.basis import Actie, Gebeurtenissen, Omgeving
from actions.dialogen import Begin
from actions.formulier import Valideer, uit_formulier
from bot.vragen.relaties import genoemde_naaste
from bot.vragen.verloop import bewaar


class ValideerPlan(Valideer):
    """Reads the answers of the plan."""

    dialoog = "persoonlijk_plan"


class BeginPlan(Begin):
    """Begins the plan."""

    dialoog = "persoonlijk_plan"

    def vul_vooraf_in(self, o: Omgeving) -> None:
        """For whom the plan is, when that was already said."""
        naaste = genoemde_naaste(o.beurt.tekst) or o.tracker.get_slot("naaste")
        if naaste:
            o.beurt.stand(self.dialoog).antwoorden["voor_wie"] = naaste
            wie = o.diensten.plan.wie(naaste)
            o.zeg(o.diensten.plan.teksten.voor_wie_onthouden.format(wie=wie))
        termijnen = o.beurt.gesprek.standen.get("termijnen")
        if termijnen and (melding := termijnen.antwoorden.get("melding")):
            formulier = o.formulier(self.dialoog)
            vraag = next(v for v in formulier.dialoog.route(formulier.stand.antwoorden) if v.id == "melding")
            o.zeg(bewaar(formulier.dialoog, formulier.stand, vraag, melding))


class PlanKlaar(Actie):
    """The plan is confirmed."""

    naam = "action_persoonlijk_plan_klaar"

    def doe(self, o: Omgeving) -> Gebeurtenissen:
        """Offers cliëntondersteuning once more; the last bubble leads to the documents."""
        o.beurt.stand("persoonlijk_plan").klaar = True
        klaar, ondersteuning = o.diensten.plan.teksten.klaar
        bron = o.diensten.kennis["clientondersteuning"].bronnen[:1]
        o.zeg(ondersteuning, bronnen=bron, onderwerp="clientondersteuning")
        o.zeg(klaar, [*o.terug_naar(), o.knop("wijzigen"), o.knop("clientondersteuning"), o.knop("wat_kun_je")],
              soort="document", onderwerp="persoonlijk_plan")  # fmt: skip
        return uit_formulier()


class InPlan(Actie):
    """Puts an outcome in the plan, by the person's own choice."""

    naam = "action_in_plan"

    def doe(self, o: Omgeving) -> Gebeurtenissen:
        """Marks the outcome; the plan shows it as an estimate."""
        dialoog = o.waarde() or o.dialoog
        if dialoog in o.diensten.rekendialogen and o.beurt.stand(dialoog).uitkomst:
            o.beurt.stand(dialoog).in_plan = True
        if o.beurt.heeft("persoonlijk_plan"):
            o.zeg(o.zin("in_plan_gedaan"), [o.knop("plan_bekijken"), o.knop("start_persoonlijk_plan")])
        else:
            o.zeg(o.zin("in_plan_zonder_plan"), [o.knop("start_persoonlijk_plan"), o.knop("wat_kun_je")])
        return []
