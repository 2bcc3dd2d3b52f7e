"""The dialogues that end in a rule."""

from actions.basis import Gebeurtenissen, Omgeving, VanDialoog
from actions.dialogen import Begin, uit_formulier
from actions.formulier import Valideer
from bot.berekenen import SOORTEN
from bot.vragen.datums import datum_voluit, genoemde_datum, iso_datum


class BeginRekenen(Begin):
    """A finished calculation begins anew: another household, another day."""

    def heropen(self, o: Omgeving) -> None:
        """What was put in the plan stays there until the new outcome takes its place."""
        in_plan = o.beurt.stand(self.dialoog).in_plan
        o.beurt.begin_opnieuw(self.dialoog).in_plan = in_plan


class Uitkomst(VanDialoog):
    """Calls the rule at the end of a dialogue and shows outcome, steps, reservation and who decides."""

    vorm = "action_{}_klaar"

    def doe(self, o: Omgeving) -> Gebeurtenissen:
        """The outcome is kept, so that it can be read again and put into the plan."""
        dialoog = o.diensten.rekendialogen[self.dialoog]
        stand = o.beurt.stand(self.dialoog)
        uitkomst = dialoog.reken(o.diensten.gemeente, stand.antwoorden, o.beurt.vandaag)
        stappen = uitkomst["stappen"]
        stand.uitkomst, stand.klaar = uitkomst, True
        o.zeg(uitkomst["zinnen"], soort="uitkomst")
        verteld = {s["tekst"] for s in stappen}
        if verteld:
            tekst = "\n".join([o.zin("uitkomst_stappen"), *(s["tekst"] for s in stappen)])
            o.zeg(tekst, soort="uitkomst", bronnen=[s["bron"] for s in stappen])
        for reden in uitkomst["redenen"]:
            if reden["tekst"] not in verteld:
                o.zeg(reden["tekst"], soort="uitkomst", bronnen=[reden["bron"]])
        open_dialoog = o.onderbroken
        keuzes = [
            o.knop("in_plan", waarde=self.dialoog),
            *([o.knop("verder")] if open_dialoog else []),
            *o.knoppen(dialoog.vervolg(stand.antwoorden)),
            o.knop("wijzigen"),
            o.knop("wat_kun_je"),
        ]
        slot = uitkomst["voorbehoud"] if uitkomst["waarde"] else o.zin("uitkomst_open")
        o.zeg(slot, soort="uitkomst")
        o.zeg(o.zin("uitkomst_klaar"), keuzes, soort="document", onderwerp=f"start_{self.dialoog}")
        return uit_formulier()


class BeginTermijnen(BeginRekenen):
    """Begins the dialogue."""

    dialoog = "termijnen"

    def vul_vooraf_in(self, o: Omgeving) -> None:
        """A date that was said in the same sentence, or the melding of the plan."""
        plan = o.beurt.gesprek.standen.get("persoonlijk_plan")
        bekend = genoemde_datum(o.beurt.tekst, o.beurt.vandaag) or (plan and iso_datum(plan.antwoorden.get("melding")))
        if bekend:
            o.beurt.stand(self.dialoog).antwoorden["melding"] = bekend.isoformat()
            teksten = o.diensten.rekendialogen[self.dialoog].teksten
            o.zeg(teksten.melding_onthouden.format(dag=datum_voluit(bekend)))


class BeginAlgemeenGebruikelijk(BeginRekenen):
    """Begins the dialogue."""

    dialoog = "algemeen_gebruikelijk"

    def vul_vooraf_in(self, o: Omgeving) -> None:
        """The thing that was named in the same sentence."""
        genoemd = o.diensten.rekendialogen[self.dialoog].genoemd(o.beurt.tekst.strip(" ?.!"))
        if genoemd:
            o.beurt.stand(self.dialoog).antwoorden["voorziening"] = genoemd.namen[0]


BEGIN: dict[str, type[BeginRekenen]] = {soort.dialoog: soort for soort in (BeginTermijnen, BeginAlgemeenGebruikelijk)}


def _maak(naam: str) -> tuple[type[VanDialoog], ...]:
    """The three actions of a dialogue."""
    begin = BEGIN.get(naam) or type(f"Begin_{naam}", (BeginRekenen,), {"dialoog": naam})
    return (begin, *(type(f"{soort.__name__}_{naam}", (soort,), {"dialoog": naam}) for soort in (Valideer, Uitkomst)))


ACTIES = tuple(actie for soort in SOORTEN for actie in _maak(soort.naam))
