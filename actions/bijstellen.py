"""After an outcome, or outside a form: a correction in own words, and a question about a number in the outcome."""

from rasa_sdk.events import FollowupAction, SlotSet

from actions.basis import Gebeurtenissen, Omgeving, gaat_voor_alles
from actions.formulier import laat_kiezen
from actions.uitkomst import toon_uitkomst
from bot.berekenen.verklaring import verklaar
from bot.gesprek.duiding import ALTIJD_EERST, BIJNA_ZEKER, is_opdracht
from bot.vragen.bijstelling import Kracht, correctie_in

# Fixed words of a form that after an outcome ask how it was made, or say that it is wrong.
VRAAGT_WAAROM, ZEGT_FOUT = "waarom", "terug"


@gaat_voor_alles
def over_de_uitkomst(o: Omgeving) -> Gebeurtenissen | None:
    """Answers the turn where it corrects or asks after the dialogue that was begun last; else None."""
    if not _typt_buiten_formulier(o) or not o.dialoog or not o.beurt.heeft(o.dialoog):
        return None
    zekerheid = float(o.tracker.latest_message.get("intent", {}).get("confidence") or 0)
    if o.intent in ALTIJD_EERST and zekerheid >= BIJNA_ZEKER:
        return None
    if is_opdracht(o.intent, zekerheid) and o.intent not in (VRAAGT_WAAROM, ZEGT_FOUT):
        return None
    ergens_anders = zekerheid >= BIJNA_ZEKER and o.intent in o.diensten.kennis
    verklaard = _verklaar(o, o.dialoog, ergens_anders)
    return _corrigeer(o, o.dialoog) if verklaard is None else verklaard


def _typt_buiten_formulier(o: Omgeving) -> bool:
    """Whether this is the first action on something typed, with no form under way."""
    if (o.tracker.active_loop or {}).get("name") or str(o.tracker.latest_message.get("text") or "").startswith("/"):
        return False
    laatste = next((e["event"] for e in reversed(o.tracker.events) if e["event"] in ("user", "action")), "")
    return bool(laatste == "user")


def _verklaar(o: Omgeving, dialoog: str, ergens_anders: bool) -> Gebeurtenissen | None:
    """The steps and reasons that the question is about, with their sources."""
    uitkomst = o.beurt.stand(dialoog).uitkomst
    if not uitkomst:
        return None
    tekst = "hoezo" if o.intent == VRAAGT_WAAROM else o.beurt.tekst
    verklaring = verklaar(uitkomst, tekst, over_iets_anders=ergens_anders)
    if verklaring is None:
        return None
    kop = o.zin("verklaring_geen" if verklaring.geen else "verklaring")
    keuzes = [*o.naar_plan(dialoog), o.knop("wijzigen")]
    o.zeg("\n".join([kop, *(r["tekst"] for r in verklaring.regels)]), keuzes, soort="uitkomst",
          bronnen=[r["bron"] for r in verklaring.regels])  # fmt: skip
    return []


def _corrigeer(o: Omgeving, dialoog: str) -> Gebeurtenissen | None:
    """Changes the one answer that is meant and shows what follows from it; asks which where that is not clear."""
    correctie = correctie_in(o.beurt.tekst)
    if o.intent == ZEGT_FOUT and correctie is None:
        return laat_kiezen(o, o.formulier(dialoog))
    if correctie is None:
        return None
    formulier = o.formulier(dialoog)
    gevonden = formulier.te_corrigeren(correctie)
    if len(gevonden) == 1:
        was = formulier.stand.uitkomst
        o.zeg_alles(formulier.corrigeer(gevonden[0]))
        if formulier.vraag is None and dialoog in o.diensten.rekendialogen:
            return toon_uitkomst(o, dialoog, was=was)
        formulier.stand.gesteld = None
        return [SlotSet("dialoog", dialoog), FollowupAction(f"{dialoog}_form")]
    if gevonden or correctie.kracht is Kracht.GEZEGD:
        return laat_kiezen(o, formulier, gevonden)
    return None
