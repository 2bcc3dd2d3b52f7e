"""The persoonlijk plan."""

from actions.basis import Actie, Gebeurtenissen, Omgeving
from actions.dialogen import Begin
from actions.formulier import Valideer, uit_formulier
from bot.gesprek.bericht import Knop, opdracht
from bot.gesprek.delen import teksten as deelteksten
from bot.gesprek.stukken import zegt_iets
from bot.opslag import Uitnodigingen
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
        """Offers cliëntondersteuning once more, and sharing where there is an invitation; then the documents."""
        o.beurt.stand("persoonlijk_plan").klaar = True
        klaar, ondersteuning = o.diensten.plan.teksten.klaar
        bron = o.diensten.kennis["clientondersteuning"].bronnen[:1]
        o.zeg(ondersteuning, bronnen=bron, onderwerp="clientondersteuning")
        uitnodiging = Uitnodigingen(o.diensten.gesprekken.engine).bij_gesprek(o.beurt.gesprek.id)
        if uitnodiging and uitnodiging.deelbaar:
            o.zeg(deelteksten()["delen"]["na_plan"].format(wie=uitnodiging.van))
        o.zeg(klaar, [*o.terug_naar(), o.knop("wijzigen"), o.knop("clientondersteuning"), o.knop("wat_kun_je")],
              soort="document", onderwerp="persoonlijk_plan")  # fmt: skip
        return uit_formulier()


class InPlan(Actie):
    """Puts an outcome in the plan, by the person's own choice."""

    naam = "action_in_plan"

    def doe(self, o: Omgeving) -> Gebeurtenissen:
        """Marks the outcome, the plan shows it as an estimate; asks which one where there are several."""
        uitkomsten = {d: s for d in o.diensten.rekendialogen if (s := o.beurt.gesprek.standen.get(d)) and s.uitkomst}
        mogelijk = [d for d, s in uitkomsten.items() if zegt_iets(s.uitkomst)]
        genoemd = [d for d in (o.waarde(), o.dialoog) if d in uitkomsten][:1]
        welke = genoemd or [d for d in mogelijk if not uitkomsten[d].in_plan] or mogelijk
        if not welke:
            keuzes = o.diensten.algemeen.groet[o.beurt.gesprek.rol].keuzes
            o.zeg(o.zin("in_plan_niets"), [] if o.midden_in else o.knoppen(keuzes))
        elif welke[0] not in mogelijk:
            o.zeg(o.zin("in_plan_open"), [] if o.midden_in else [o.knop("wijzigen"), o.knop("wat_kun_je")])
        elif len(welke) > 1:
            labels = o.diensten.algemeen.labels
            o.zeg(o.zin("in_plan_welke"), [Knop(labels[f"start_{d}"], opdracht("in_plan", waarde=d)) for d in welke])
        else:
            o.beurt.stand(welke[0]).in_plan = True
            self._gedaan(o)
        return []

    @staticmethod
    def _gedaan(o: Omgeving) -> None:
        if o.midden_in:
            o.zeg(o.zin("in_plan_gedaan"))
        elif o.beurt.heeft("persoonlijk_plan"):
            o.zeg(o.zin("in_plan_gedaan"), [o.knop("plan_bekijken"), o.knop("start_persoonlijk_plan")])
        else:
            o.zeg(o.zin("in_plan_zonder_plan"), [o.knop("start_persoonlijk_plan"), o.knop("wat_kun_je")])
