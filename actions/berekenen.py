"""The dialogues that end in a rule."""

from actions.basis import Gebeurtenissen, Omgeving, VanDialoog
from actions.dialogen import Begin
from actions.formulier import Valideer
from actions.uitkomst import toon_uitkomst
from bot.berekenen import SOORTEN
from bot.vragen.datums import datum_voluit, genoemde_datum, iso_datum


class BeginRekenen(Begin):
    """A finished calculation begins anew: another household, another day."""

    def vul_vooraf_in(self, o: Omgeving) -> None:
        """What another dialogue was told is not asked again; the person hears what is taken over."""
        dialoog = o.diensten.rekendialogen[self.dialoog]
        anders = {naam: stand.antwoorden for naam, stand in o.beurt.gesprek.standen.items() if naam != self.dialoog}
        antwoorden, zin = dialoog.neem_over(anders)
        if antwoorden:
            o.beurt.stand(self.dialoog).antwoorden.update(antwoorden)
            o.zeg(zin)

    def heropen(self, o: Omgeving) -> None:
        """What was put in the plan stays there until the new outcome takes its place."""
        in_plan = o.beurt.stand(self.dialoog).in_plan
        o.beurt.begin_opnieuw(self.dialoog).in_plan = in_plan


class Uitkomst(VanDialoog):
    """Calls the rule at the end of a dialogue and shows outcome, steps, reservation and who decides."""

    vorm = "action_{}_klaar"

    def doe(self, o: Omgeving) -> Gebeurtenissen:
        """The outcome is kept, so that it can be read again and put into the plan."""
        return toon_uitkomst(o, self.dialoog)


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
        dialoog = o.diensten.rekendialogen[self.dialoog]
        gezegd = o.beurt.tekst.strip(" ?.!")
        if dingen := dialoog.dingen(gezegd) if dialoog.noemt_iets(gezegd) else []:
            o.beurt.stand(self.dialoog).antwoorden["voorziening"] = dingen[0]
            o.zeg(dialoog.over_meer(dingen))


BEGIN: dict[str, type[BeginRekenen]] = {soort.dialoog: soort for soort in (BeginTermijnen, BeginAlgemeenGebruikelijk)}


def _maak(naam: str) -> tuple[type[VanDialoog], ...]:
    """The three actions of a dialogue."""
    begin = BEGIN.get(naam) or type(f"Begin_{naam}", (BeginRekenen,), {"dialoog": naam})
    return (begin, *(type(f"{soort.__name__}_{naam}", (soort,), {"dialoog": naam}) for soort in (Valideer, Uitkomst)))


ACTIES = tuple(actie for soort in SOORTEN for actie in _maak(soort.naam))
