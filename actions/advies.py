"""The advice of the Wmo-raad."""

from actions.basis import Actie, Gebeurtenissen, Omgeving
from actions.dialogen import Begin
from actions.formulier import Valideer, uit_formulier


class ValideerAdvies(Valideer):
    """Reads the answers of the advice."""

    dialoog = "advies"


class BeginAdvies(Begin):
    """Begins the advice."""

    dialoog = "advies"


class AdviesKlaar(Actie):
    """The advice is confirmed."""

    naam = "action_advies_klaar"

    def doe(self, o: Omgeving) -> Gebeurtenissen:
        """The last bubble leads to the documents."""
        o.beurt.stand("advies").klaar = True
        o.zeg(o.diensten.advies.teksten.klaar, [*o.terug_naar(), o.knop("wijzigen"), o.knop("rol_wmo_raad")],
              soort="document", onderwerp="start_advies")  # fmt: skip
        return uit_formulier()
