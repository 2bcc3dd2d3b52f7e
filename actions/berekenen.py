"""The dialogues that end in a rule."""

from actions.basis import Gebeurtenissen, Omgeving, VanDialoog
from actions.dialogen import Begin, uit_formulier
from actions.formulier import Valideer
from bot.regels import bereken


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
        uitkomst = bereken(o.diensten.gemeente, dialoog.regel, dialoog.invoer(stand.antwoorden), o.beurt.vandaag)
        stand.uitkomst, stand.klaar = {**uitkomst, "zinnen": dialoog.zinnen(stand.antwoorden, uitkomst)}, True
        bronnen = {(s["bron"]["document"], s["bron"]["plaats"]): s["bron"] for s in uitkomst["stappen"]}
        o.zeg(stand.uitkomst["zinnen"] or [r["tekst"] for r in uitkomst["redenen"]], soort="uitkomst")
        if stappen := [s["tekst"] for s in uitkomst["stappen"]]:
            o.zeg("\n".join([o.zin("uitkomst_stappen"), *stappen]), soort="uitkomst", bronnen=bronnen.values())
        for reden in uitkomst["redenen"]:
            o.zeg(reden["tekst"], soort="uitkomst", bronnen=[reden["bron"]])
        o.zeg(
            [uitkomst["voorbehoud"], o.zin("uitkomst_klaar")],
            [o.knop("in_plan", waarde=self.dialoog), o.knop("wijzigen"), o.knop("wat_kun_je")],
            soort="document",
            onderwerp=f"start_{self.dialoog}",
        )
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


class UitkomstTermijnen(Uitkomst):
    """Calls the rule."""

    dialoog = "termijnen"
