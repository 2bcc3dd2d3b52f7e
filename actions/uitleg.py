"""Explanations, answers to handelingen, and what happens when nothing is understood."""

from rasa_sdk.events import ActiveLoop, SlotSet

from actions.basis import Actie, Gebeurtenissen, Omgeving
from actions.dialogen import uit_formulier
from actions.formulier import samenvatting
from bot.gesprek.bedoelt import NIET_BEGREPEN, VAAK, VERHAAL_VANAF_WOORDEN
from bot.gesprek.bericht import Knop, opdracht
from bot.gesprek.keuzes import GEEN_VAN_BEIDE
from bot.gesprek.taal import andere_taal
from bot.vragen.relaties import genoemde_naaste


def onthoud_naaste(o: Omgeving) -> Gebeurtenissen:
    """Whom the person spoke of, so that the plan need not ask."""
    naaste = genoemde_naaste(o.beurt.tekst)
    return [SlotSet("naaste", naaste)] if naaste else []


def leg_uit(o: Omgeving, id: str) -> None:
    """The explanation of a topic; outside a dialogue with what makes sense next."""
    uitleg = o.diensten.kennis.get(id)
    if uitleg is None:
        zegje = o.diensten.algemeen.handelingen["geen_uitleg"]
        o.zeg(zegje.tekst, o.knoppen(zegje.keuzes), onderwerp=id)
        return
    keuzes = [Knop(o.diensten.algemeen.labels["meer"], opdracht("meer", waarde=id))]
    if not o.midden_in:
        keuzes += o.knoppen(uitleg.vervolg)
    o.zeg(uitleg.kort, keuzes, onderwerp=id, bronnen=uitleg.bronnen)


class Uitleg(Actie):
    """Answers a question about a topic."""

    naam = "action_uitleg"

    def doe(self, o: Omgeving) -> Gebeurtenissen:
        """The topic is the intent."""
        leg_uit(o, o.intent)
        return [SlotSet("onderwerp", o.intent), *onthoud_naaste(o)]


class Meer(Actie):
    """More about the topic that was explained last."""

    naam = "action_meer"

    def doe(self, o: Omgeving) -> Gebeurtenissen:
        """The topic comes with the button, or is the last one."""
        id = o.waarde() or o.tracker.get_slot("onderwerp")
        uitleg = o.diensten.kennis.get(id or "")
        if uitleg is None:
            o.zeg(o.zin("meer_weten_op"))
            return []
        vervolg = [] if o.midden_in else o.knoppen(uitleg.vervolg)
        o.zeg(uitleg.meer, vervolg, onderwerp=id, bronnen=uitleg.bronnen)
        return []


class Zeg(Actie):
    """Fixed answers to handelingen."""

    naam = "action_zeg"

    def doe(self, o: Omgeving) -> Gebeurtenissen:
        """The handeling is the intent; some stand for the explanation of a topic.

        What the bot knows nothing of counts as not understood: often it is just that.
        """
        zegje = o.diensten.algemeen.handelingen[o.intent]
        if zegje.onderwerp:
            leg_uit(o, zegje.onderwerp)
            return []
        keuzes = [k for k in zegje.keuzes if k != "verder" or o.onderbroken]
        if o.intent == "buiten_bereik":
            o.beurt.onbegrepen, o.beurt.te_bewaren = o.beurt.eerder_onbegrepen + 1, not o.midden_in
            if o.beurt.onbegrepen >= VAAK:
                help_verder(o, [])
                return []
        if o.intent == "andere_taal":
            talen = o.diensten.talen
            o.zeg(talen.zoek(andere_taal(o.beurt.tekst) or talen.genoemd(o.beurt.tekst)).zin)
        o.zeg(zegje.tekst, [] if o.midden_in else o.knoppen(keuzes))
        return []


class NietBegrepen(Actie):
    """Asks which of two was meant. Twice in a row not understood: what the bot can do, and a person. Never silence."""

    naam = "action_niet_begrepen"

    def doe(self, o: Omgeving) -> Gebeurtenissen:
        """The likeliest topics; a story outside a dialogue is what a plan is for."""
        rol = o.beurt.gesprek.rol
        ranglijst = o.tracker.latest_message.get("intent_ranking", [])
        getypt = o.intent == NIET_BEGREPEN and not o.waarde()
        ids = o.diensten.bedoelt.mogelijk(ranglijst, lambda doel: o.diensten.mag_voorstellen(doel, rol))
        keer = o.beurt.eerder_onbegrepen + 1
        verhaal = rol == "inwoner" and len(o.beurt.tekst.split()) >= VERHAAL_VANAF_WOORDEN
        if keer >= VAAK:
            help_verder(o, ids)
        elif verhaal and not o.midden_in:
            bied_plan_aan(o, ids)
        elif ids:
            vraag_wat(o, ids)
        else:
            zegje = o.diensten.algemeen.handelingen["nlu_fallback"]
            o.zeg(zegje.tekst, o.knoppen(zegje.keuzes))
        o.beurt.onbegrepen, o.beurt.te_bewaren = keer, getypt and not o.midden_in
        return onthoud_naaste(o)


def vraag_wat(o: Omgeving, ids: list[str]) -> None:
    """ "Bedoelt u …, of …?"; inside a dialogue its own question follows, outside it there is "Iets anders"."""
    bedoelt = o.diensten.bedoelt
    anders = [] if o.midden_in else [Knop(bedoelt.iets_anders, GEEN_VAN_BEIDE)]
    o.zeg(bedoelt.vraag(ids), [*o.knoppen(ids), *anders, o.knop("medewerker")])


def help_verder(o: Omgeving, ids: list[str]) -> None:
    """What the bot can do, the likeliest and the most used choices, and how to reach a person."""
    zegje = o.diensten.bedoelt.weer_niet[o.beurt.gesprek.rol]
    keuzes = ["medewerker"] if o.midden_in else [*ids, *zegje.keuzes]
    o.zeg(zegje.tekst, o.knoppen(keuzes))


def bied_plan_aan(o: Omgeving, beste: list[str]) -> None:
    """Somebody tells a story: that is what a plan is for. The likeliest topics stand beside it."""
    naaste = genoemde_naaste(o.beurt.tekst)
    label = o.zin("verhaal_ja_voor", wie=naaste) if naaste else o.zin("verhaal_ja")
    anders = [b for b in beste if b != "start_persoonlijk_plan"]
    ja = Knop(label, opdracht("start_persoonlijk_plan"))
    o.zeg(o.zin("verhaal"), [ja, *o.knoppen([*anders, "medewerker"])], onderwerp="persoonlijk_plan")


class PlanBekijken(Actie):
    """The plan or the advice so far."""

    naam = "action_plan_bekijken"

    def doe(self, o: Omgeving) -> Gebeurtenissen:
        """Shows what there is; offers to begin when there is nothing."""
        naam = "advies" if o.beurt.gesprek.rol == "raad" or o.dialoog == "advies" else "persoonlijk_plan"
        if not o.beurt.heeft(naam):
            begin = "start_advies" if naam == "advies" else "start_persoonlijk_plan"
            o.zeg(o.zin("geen_plan"), [o.knop(begin), o.knop("wat_kun_je")])
            return []
        keuzes = [] if o.midden_in else [o.knop("verder"), o.knop("wijzigen")]
        delen = [o.zin("plan_delen")] if keuzes and naam == "persoonlijk_plan" else []
        o.zeg([*samenvatting(o, naam), *delen], keuzes)
        return []


class WisVraag(Actie):
    """Asks once before everything is wiped."""

    naam = "action_wis_vraag"

    def doe(self, o: Omgeving) -> Gebeurtenissen:
        """Leaves the form, so that only this question is open."""
        o.zeg(o.zin("wis_vraag"), [o.knop("wis_ja"), o.knop("verder")], soort="vraag")
        return uit_formulier()


class Wis(Actie):
    """Everything goes; the host deletes it after the turn."""

    naam = "action_wis"

    def doe(self, o: Omgeving) -> Gebeurtenissen:
        """Nothing of this turn is kept either."""
        o.beurt.wissen = True
        o.zeg(o.zin("wis_gedaan_onbegrepen" if o.diensten.instellingen.onbegrepen else "wis_gedaan"))
        return uit_formulier()


class OpnieuwVraag(Actie):
    """Asks once before the answers go."""

    naam = "action_opnieuw_vraag"

    def doe(self, o: Omgeving) -> Gebeurtenissen:
        """Where nothing was answered yet there is nothing to lose: then it simply begins again."""
        if not any(stand.antwoorden for stand in o.beurt.gesprek.standen.values()):
            return begin_opnieuw(o)
        o.zeg(o.zin("opnieuw_vraag"), [o.knop("opnieuw_ja"), o.knop("verder")], soort="vraag")
        return uit_formulier()


class Opnieuw(Actie):
    """Begins again: the answers of all dialogues go."""

    naam = "action_opnieuw"

    def doe(self, o: Omgeving) -> Gebeurtenissen:
        """The conversation itself stays readable."""
        return begin_opnieuw(o)


def begin_opnieuw(o: Omgeving) -> Gebeurtenissen:
    """Forgets every dialogue and offers the first choices."""
    for naam in list(o.beurt.gesprek.standen):
        o.beurt.begin_opnieuw(naam)
    o.zeg(o.zin("opnieuw_gedaan"), o.knoppen(o.diensten.algemeen.groet[o.beurt.gesprek.rol].keuzes))
    return [SlotSet("dialoog", None), SlotSet("requested_slot", None), ActiveLoop(None)]


class Stappen(Actie):
    """Shows once more how the last outcome was made."""

    naam = "action_stappen"

    def doe(self, o: Omgeving) -> Gebeurtenissen:
        """The steps of the dialogue that was finished last."""
        stand = o.beurt.gesprek.standen.get(o.dialoog or "")
        if stand is None or not stand.uitkomst or not stand.uitkomst["stappen"]:
            o.zeg(o.zin("geen_uitkomst"), o.knoppen(o.diensten.algemeen.groet[o.beurt.gesprek.rol].keuzes))
            return []
        stappen = stand.uitkomst["stappen"]
        tekst = "\n".join([o.zin("uitkomst_stappen"), *(s["tekst"] for s in stappen)])
        keuzes = [] if o.midden_in else [*o.naar_plan(o.dialoog or ""), o.knop("wijzigen")]
        o.zeg(tekst, keuzes, soort="uitkomst", bronnen=[s["bron"] for s in stappen])
        return []
