"""The dialogues that end in a rule."""

from actions.basis import Gebeurtenissen, Omgeving, VanDialoog
from actions.dialogen import Begin, uit_formulier
from actions.formulier import Valideer
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


class ValideerGebruikelijkeHulp(Valideer):
    """Reads the answers."""

    dialoog = "gebruikelijke_hulp"


class BeginGebruikelijkeHulp(BeginRekenen):
    """Begins the dialogue."""

    dialoog = "gebruikelijke_hulp"


class UitkomstGebruikelijkeHulp(Uitkomst):
    """Calls the rule."""

    dialoog = "gebruikelijke_hulp"


class ValideerHuishouden(Valideer):
    """Reads the answers."""

    dialoog = "huishouden"


class BeginHuishouden(BeginRekenen):
    """Begins the dialogue."""

    dialoog = "huishouden"


class UitkomstHuishouden(Uitkomst):
    """Calls the rule."""

    dialoog = "huishouden"


class ValideerOverbelasting(Valideer):
    """Reads the answers."""

    dialoog = "overbelasting"


class BeginOverbelasting(BeginRekenen):
    """Begins the dialogue."""

    dialoog = "overbelasting"


class UitkomstOverbelasting(Uitkomst):
    """Calls the rule."""

    dialoog = "overbelasting"


class ValideerTermijnen(Valideer):
    """Reads the answers."""

    dialoog = "termijnen"


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


class UitkomstTermijnen(Uitkomst):
    """Calls the rule."""

    dialoog = "termijnen"
